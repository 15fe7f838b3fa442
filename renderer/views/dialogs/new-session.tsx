import type { MeetingInput } from '../../../shared/session/meeting';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { draftKey } from '../../store/drafts';
import { useDraft } from '../use-draft';
import { close } from './close';
import { formOf, meetingIn, SessionFields } from './session-fields';

/** A new session, by hand or from the mail that began the discussion. */
export function NewSession({ from }: { readonly from: MeetingInput | undefined }) {
  const [form, change] = useDraft(draftKey.newSession, formOf(from, Intl.DateTimeFormat().resolvedOptions().timeZone));
  const meeting = meetingIn(form);
  const thread = from?.thread;
  return (
    <DialogForm
      name="New session"
      submit="Open session"
      ready={meeting !== undefined}
      onClose={close}
      onSubmit={() =>
        meeting !== undefined
          ? run('session.create', thread === undefined ? meeting : { ...meeting, thread })
          : undefined
      }
      more={
        <button type="button" className="btn" onClick={() => void run('file.open')}>
          From a mail
        </button>
      }
    >
      {thread === undefined ? (
        <p className="advice">From a mail, the summary replies in its thread: open or drop one .eml or an mbox.</p>
      ) : (
        <p className="advice">
          The summary will reply in &ldquo;{thread.subject}&rdquo;, <span className="mono">&lt;{thread.root}&gt;</span>
        </p>
      )}
      <SessionFields form={form} change={change} />
    </DialogForm>
  );
}
