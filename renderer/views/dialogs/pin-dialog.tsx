import { useState } from 'react';
import type { Id } from '../../../shared/record/ids';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { SelectField } from '../../components/field';
import type { ListedMail } from '../../store/listed-mail';
import { pinTargets } from '../../store/pin-targets';
import { useStore } from '../../store/store';
import { close } from './close';

interface PinDialogProps {
  readonly mail: ListedMail;
  /** lines from 1, both counted */
  readonly from: number;
  readonly to: number;
}

/** What some lines of a mail are to stand behind. */
export function PinDialog({ mail, from, to }: PinDialogProps) {
  const open = useStore((state) => state.open);
  const subsystem = useStore((state) => state.selection.subsystem);
  const targets = open === undefined ? [] : pinTargets(open.session, mail.author, subsystem);
  const [chosen, choose] = useState<string>();
  const id = targets.find((target) => target.id === chosen)?.id ?? targets[0]?.id;
  return (
    <DialogForm
      name="Pin the quote"
      submit="Pin"
      ready={id !== undefined}
      onClose={close}
      onSubmit={() => (id !== undefined ? run('mail.pin-to', { mail, from, to, id }) : undefined)}
    >
      <p>
        {from === to ? `Line ${String(from)}` : `Lines ${String(from)} to ${String(to)}`} of{' '}
        {mail.author.name ?? mail.author.address ?? 'the mail'}
      </p>
      {id === undefined ? (
        <p className="meta">Nothing is recorded yet that it could stand behind.</p>
      ) : (
        <SelectField
          name="Stands behind"
          value={id}
          choices={targets.map((target) => ({ value: target.id, words: target.words }))}
          onChange={(value: Id) => {
            choose(value);
          }}
        />
      )}
    </DialogForm>
  );
}
