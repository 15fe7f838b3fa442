import type { Slug } from '../../../shared/record/ids';
import { pollHere, type Poll } from '../../../shared/session/polls';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { useSession } from '../../store/use-session';

/** The last hum here: its question, and its counts once they are revealed. */
export function PollPanel({ slug }: { readonly slug: Slug }) {
  const poll = useSession((session) => pollHere(session, slug));
  if (poll === undefined) return null;
  return (
    <section className="panel" aria-label="Poll">
      <h2 className="label">
        Poll <span>{stateWords(poll)}</span>
        <span className="panel__acts">
          {poll.revealed ? null : (
            <Act onPress={() => void run('poll.open')}>{poll.counts === undefined ? 'count' : 'reveal'}</Act>
          )}
        </span>
      </h2>
      <p>{poll.question}</p>
      <p className="meta">
        {poll.options
          .map((option, at) =>
            poll.revealed && poll.counts !== undefined ? `${String(poll.counts[at] ?? 0)} ${option}` : option,
          )
          .join(' · ')}
      </p>
    </section>
  );
}

function stateWords({ counts, revealed }: Poll): string {
  if (revealed) return counts === undefined ? 'closed without a count' : 'revealed';
  return counts === undefined ? 'open' : 'counted, not revealed';
}
