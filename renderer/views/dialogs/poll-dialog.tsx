import { runningPoll, type Poll } from '../../../shared/session/polls';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { CheckField, TextArea, TextField } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';

/** A hum: its question in writing first, then counts, which nobody sees until they are revealed. Never names. */
export function PollDialog() {
  const running = useSession(runningPoll);
  return running === undefined ? <AskPoll /> : <CountPoll key={running.id} poll={running} />;
}

const EMPTY = { question: '', options: 'yes\nno\nno view', at: 'here' };

function AskPoll() {
  const session = useStore((state) => state.open?.id);
  const slug = useStore((state) => state.selection.subsystem);
  const [form, change] = useDraft(session === undefined ? '' : draftKey.poll(session), EMPTY);
  const question = form.question.trim();
  const options = form.options
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <DialogForm
      name="Poll"
      submit="Open the poll"
      ready={question !== '' && options.length >= 2}
      onClose={close}
      onSubmit={() =>
        run('poll.ask', {
          question,
          options,
          ...(slug === undefined || form.at !== 'here' ? {} : { subsystem: slug }),
        })
      }
    >
      <p className="advice">It informs and decides nothing. The room sees the question; counts only once revealed.</p>
      <TextArea
        name="Question"
        rows={2}
        autoFocus
        value={form.question}
        onChange={(typed) => change({ question: typed })}
      />
      <TextArea
        name="Options"
        rows={4}
        value={form.options}
        hint="One a line, two at least."
        onChange={(typed) => change({ options: typed })}
      />
      {slug === undefined ? null : (
        <CheckField
          name={`About #${slug}`}
          checked={form.at === 'here'}
          onChange={(checked) => change({ at: checked ? 'here' : '' })}
        />
      )}
    </DialogForm>
  );
}

function CountPoll({ poll }: { readonly poll: Poll }) {
  const session = useStore((state) => state.open?.id);
  const counted = poll.options.map((_, at) => [`n${String(at)}`, String(poll.counts?.[at] ?? '')] as const);
  const [form, change] = useDraft<Record<string, string>>(
    session === undefined ? '' : draftKey.poll(session),
    Object.fromEntries(counted),
  );
  const typed = poll.options.map((_, at) => (form[`n${String(at)}`] ?? '').trim());
  const counts = typed.map((text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined));
  const whole = counts.flatMap((count) => count ?? []);
  const isRecorded = poll.counts !== undefined && poll.counts.every((count, at) => count === counts[at]);
  return (
    <DialogForm
      name="Poll"
      submit="Record the counts"
      ready={whole.length === poll.options.length && !isRecorded}
      onClose={close}
      onSubmit={() => run('poll.count', whole)}
      more={
        <button type="button" className="btn" disabled={!isRecorded} onClick={() => void run('poll.reveal')}>
          Reveal
        </button>
      }
    >
      <p className="quoted">{poll.question}</p>
      <p className="advice">
        {isRecorded
          ? 'Counted. The room sees the counts once they are revealed.'
          : 'Count each option; nobody is named.'}
      </p>
      <div className="dialog__pair">
        {poll.options.map((option, at) => (
          <TextField
            key={option}
            name={option}
            autoFocus={at === 0}
            value={form[`n${String(at)}`] ?? ''}
            wrong={typed[at] !== '' && counts[at] === undefined ? 'A whole number.' : undefined}
            onChange={(count) => change({ [`n${String(at)}`]: count })}
          />
        ))}
      </div>
    </DialogForm>
  );
}
