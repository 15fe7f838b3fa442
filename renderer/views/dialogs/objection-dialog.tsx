import type { Handle, Slug } from '../../../shared/record/ids';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextArea } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useDraft } from '../use-draft';
import { close } from './close';

const EMPTY = { reason: '', remedy: '' };

/** Somebody's objection to what is about to be agreed here. */
export function ObjectionDialog({ who, slug }: { readonly who: Handle; readonly slug: Slug }) {
  const session = useStore((state) => state.open?.id);
  const [form, change] = useDraft(session === undefined ? '' : draftKey.objection(session, who, slug), EMPTY);
  return (
    <DialogForm
      name={`Objection of ${who} on #${slug}`}
      submit="Record objection"
      onClose={close}
      onSubmit={() =>
        void run('record.raise-objection', {
          who,
          on: { subsystem: slug },
          ...(form.reason.trim() === '' ? {} : { rationale: form.reason.trim() }),
          ...(form.remedy.trim() === '' ? {} : { remedy: form.remedy.trim() }),
        })
      }
    >
      <TextArea
        name="Reason"
        autoFocus
        value={form.reason}
        hint="Without one it is recorded, and does not block until it has one."
        onChange={(reason) => change({ reason })}
      />
      <TextArea name="What would remove it" rows={2} value={form.remedy} onChange={(remedy) => change({ remedy })} />
    </DialogForm>
  );
}
