import { useEffect } from 'react';
import { run } from '../../commands/run';
import { Kbd } from '../../components/kbd';
import { reviewingNow, type State } from '../../store/state';
import { useStore } from '../../store/store';
import { Changes } from './changes';
import { StanceChart } from './stance-chart';
import { Timeline } from './timeline';
import { Triage } from './triage';
import './review.css';
import './timeline.css';

const FACES = [
  { face: 'check', words: 'To check', keys: 'c' },
  { face: 'timeline', words: 'Timeline', keys: 'l' },
  { face: 'changes', words: 'Changes', keys: 'd' },
] as const satisfies readonly { readonly face: State['reviewing']; readonly words: string; readonly keys: string }[];

/** What needs a person before the summary goes out, every line that there is, and what changed between two moments. */
export function Review() {
  // a thread that came in since is looked through too
  const mails = useStore((state) => state.mails);
  useEffect(() => {
    void run('suggestion.load');
  }, [mails]);
  const face = useStore(reviewingNow);
  return (
    <div className="view review" data-face={face}>
      <h1 className="vh">Review</h1>
      <nav className="review__faces" aria-label="Review shows">
        {FACES.map(({ face: each, words, keys }) => (
          <button
            key={each}
            type="button"
            className="review__face"
            aria-pressed={each === face}
            onClick={() => void run(`review.${each}`)}
          >
            {words} <Kbd keys={keys} />
          </button>
        ))}
      </nav>
      {face === 'check' ? <Triage /> : null}
      {face === 'timeline' ? <StanceChart /> : null}
      {face === 'timeline' ? <Timeline /> : null}
      {face === 'changes' ? <Changes /> : null}
    </div>
  );
}
