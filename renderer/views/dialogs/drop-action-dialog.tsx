import type { Id } from '../../../shared/record/ids';
import { actionOf } from '../../../shared/session/actions';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextField } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';

/** An action that nobody will do: why, where that was said. */
export function DropActionDialog({ id }: { readonly id: Id }) {
  const session = useStore((state) => state.open?.id);
  const action = useSession((it) => actionOf(it, id));
  const [form, change] = useDraft(session === undefined ? '' : draftKey.dropAction(session, id), { why: '' });
  const why = form.why.trim();
  return (
    <DialogForm
      name="Drop the action"
      submit="Drop it"
      onClose={close}
      onSubmit={() => run('action.dropped', { action: id, ...(why === '' ? {} : { why }) })}
    >
      <p className="quoted">{action?.text}</p>
      <TextField name="Why" autoFocus value={form.why} onChange={(typed) => change({ why: typed })} />
    </DialogForm>
  );
}
