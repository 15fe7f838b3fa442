import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import type { Confirmation } from '../../store/overlay';
import { close } from './close';

/** A question before something that undo can't take back. */
export function ConfirmDialog({ title, text, yes }: Confirmation) {
  return (
    <DialogForm name={title} submit={yes} draft={false} onClose={close} onSubmit={() => run('layer.confirm')}>
      <p>{text}</p>
    </DialogForm>
  );
}
