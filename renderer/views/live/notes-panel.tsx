import { notes, type Note } from '../../../shared/session/notes';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { useSession } from '../../store/use-session';
import { shortTime } from '../times';
import { useClock } from '../use-clock';
import { ShelfTabs } from './shelf-tabs';

/** Every note, the newest first; a private one says so. */
export function NotesPanel() {
  const all = useSession(notes);
  return (
    <section className="panel panel--shelf">
      <h2 className="label">
        <ShelfTabs />
        <span className="panel__acts">
          <Act onPress={() => void run('note.take')}>note</Act>
        </span>
      </h2>
      {all.length === 0 ? <p className="meta">Whatever is typed and is no form is a note.</p> : null}
      <ol className="said" aria-label="Notes" tabIndex={0}>
        {all.toReversed().map((note) => (
          <NoteItem key={note.id} note={note} />
        ))}
      </ol>
    </section>
  );
}

function NoteItem({ note }: { readonly note: Note }) {
  const { text, who, subsystem, at, entry, conflict } = note;
  const clock = useClock();
  return (
    <li>
      <p>{text}</p>
      <p className="said__who">
        {[
          note.private ? 'private' : '',
          who ?? '',
          subsystem === undefined ? '' : `#${subsystem}`,
          shortTime(at, clock),
          conflict ? 'conflict' : '',
        ]
          .filter((bit) => bit !== '')
          .join(' · ')}
        {' · '}
        <button type="button" className="link" onClick={() => void run('log.edit', entry.id)}>
          edit
        </button>
      </p>
    </li>
  );
}
