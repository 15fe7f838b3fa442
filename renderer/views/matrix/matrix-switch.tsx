import { run } from '../../commands/run';
import { useStore } from '../../store/store';

/** What the Matrix shows: who holds what, or the rules. */
export function MatrixSwitch() {
  const shows = useStore((state) => state.matrixShows);
  return (
    <div className="seg" role="group" aria-label="Matrix of">
      <button type="button" aria-pressed={shows === 'positions'} onClick={() => void run('view.matrix')}>
        Positions
      </button>
      <button type="button" aria-pressed={shows === 'rules'} onClick={() => void run('view.rules')}>
        Rules
      </button>
    </div>
  );
}
