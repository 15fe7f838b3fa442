import type { Handle } from '../../../shared/record/ids';
import { SelectField, type FieldProps } from '../../components/field';
import { calledOf, everybody } from '../../store/everybody';
import { useSession } from '../../store/use-session';

interface PersonFieldProps extends FieldProps {
  readonly value: string;
  /** what stands for nobody; absent where somebody has to be chosen */
  readonly nobody?: string;
  readonly onChange: (who: string) => void;
}

/** One of the people of this session, by handle: typing its first letters chooses. */
export function PersonField({ nobody = 'choose', ...field }: PersonFieldProps) {
  const all = useSession(everybody);
  const choices = all.map((person) => ({ value: person.handle, words: `${person.handle} ${calledOf(person)}`.trim() }));
  return <SelectField {...field} choices={[{ value: '', words: nobody }, ...choices]} />;
}

/** Who was chosen, where it is somebody of this session. */
export function useChosen(value: string): Handle | undefined {
  return useSession((session) => everybody(session).find(({ handle }) => handle === value)?.handle);
}
