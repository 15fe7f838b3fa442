import { meetingOf } from '../../../shared/session/meeting';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';
import { formOf, meetingIn, SessionFields } from './session-fields';

/** What is known of this sitting, to amend it. */
export function SessionDialog() {
  const id = useStore((state) => state.open?.id);
  const entry = useSession((session) => meetingOf(session)?.entry);
  const [form, change] = useDraft(`session ${id ?? ''}`, formOf(entry));
  const meeting = meetingIn(form);
  return (
    <DialogForm
      name="Session"
      submit="Record"
      ready={meeting !== undefined}
      onClose={close}
      onSubmit={() => {
        if (meeting !== undefined) void run('session.amend', meeting);
      }}
    >
      <SessionFields form={form} change={change} />
    </DialogForm>
  );
}
