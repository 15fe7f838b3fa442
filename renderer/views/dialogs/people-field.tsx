import type { Handle } from '../../../shared/record/ids';
import type { Result } from '../../../shared/result';
import { TextField } from '../../components/field';

interface PeopleFieldProps {
  readonly name: string;
  readonly value: string;
  /** what `namedPeople` makes of the value */
  readonly read: Result<readonly Handle[]> | undefined;
  readonly onChange: (typed: string) => void;
}

/** Several people, by handle or alias. */
export function PeopleField({ name, value, read, onChange }: PeopleFieldProps) {
  return (
    <TextField
      name={name}
      value={value}
      placeholder="@p1 @p2"
      hint="By handle, as in the typed line."
      wrong={read?.ok === false ? read.error.message : undefined}
      onChange={onChange}
    />
  );
}
