import { meetingOf } from '../../../shared/session/meeting';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';
import { changesIn, formOf, SessionFields } from './session-fields';

/** What is known of this sitting, to amend it. */
export function SessionDialog() {
  const id = useStore((state) => state.open?.id);
  const entry = useSession((session) => meetingOf(session)?.entry);
  const [form, change] = useDraft(id === undefined ? 'session' : draftKey.session(id), formOf(entry));
  const changes = changesIn(form);
  return (
    <DialogForm
      name="Session"
      submit="Record"
      ready={changes !== undefined}
      onClose={close}
      onSubmit={() => (changes !== undefined ? run('session.amend', changes) : undefined)}
    >
      <SessionFields form={form} change={change} />
    </DialogForm>
  );
}
