import { actions } from '../../../shared/session/actions';
import { notes } from '../../../shared/session/notes';
import { run } from '../../commands/run';
import type { Shelf } from '../../store/state';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';

const SHELVES: readonly { readonly shelf: Shelf; readonly name: string }[] = [
  { shelf: 'record', name: 'Record' },
  { shelf: 'notes', name: 'Notes' },
  { shelf: 'actions', name: 'Actions' },
];

/** What stands at the foot of the rail: every line, the notes, or the actions, with how many there are. */
export function ShelfTabs() {
  const now = useStore((state) => state.shelf);
  const noted = useSession((session) => notes(session).length);
  const open = useSession((session) => actions(session).filter(({ state }) => state === 'open').length);
  const counts: Readonly<Record<Shelf, number>> = { record: 0, notes: noted, actions: open };
  return (
    <span className="shelves" role="group" aria-label="At the foot">
      {SHELVES.map(({ shelf, name }) => (
        <button
          key={shelf}
          type="button"
          className="shelf"
          aria-pressed={shelf === now}
          onClick={() => void run(`shelf.${shelf}`)}
        >
          {name}
          {counts[shelf] === 0 ? null : <span className="shelf__count"> {counts[shelf]}</span>}
        </button>
      ))}
    </span>
  );
}
