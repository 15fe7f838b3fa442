import { isKnown, type AnyEntry } from '../../../shared/record/entry';
import { instantOf } from '../../../shared/record/ids';
import { mainText } from '../../../shared/record/main-text';
import { foldAll, type Session } from '../../../shared/session/session';
import { run } from '../../commands/run';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { recordedOf } from '../../store/read-only';
import { useStore } from '../../store/store';
import { oldestUnsaved, unsavedCount } from '../../store/unsaved';
import { fullWords } from '../log-words';
import { wallClock } from '../times';
import { close } from './close';

/** So many lines are shown: a whole file may wait. */
const SHOWN = 200;

/** What waits for the disk: each line, since when and why; to be copied, or saved elsewhere, before anything else happens. */
export function UnsavedDialog() {
  const saved = useStore((state) => state.saved);
  const open = useStore(recordedOf);
  const count = unsavedCount();
  const lines = oldestUnsaved(SHOWN);
  const away = foldAll(lines.map(({ entry }) => entry));
  return (
    <Dialog name="Not saved" onClose={close}>
      <div className="dialog__body">
        {saved.kind === 'unsaved' ? (
          <p>
            Since {wallClock(saved.since)}. Gavel goes on trying. <span className="mono">{saved.why}</span>
          </p>
        ) : null}
        {count === 0 ? <p>Everything is saved.</p> : null}
        <ul aria-label="Lines that are not saved" className="unsaved">
          {lines.map(({ session, entry, line }) => (
            <li key={line}>
              <time>{wallClock(instantOf(entry.id))}</time> {wordsOf(open?.id === session ? open.session : away, entry)}
            </li>
          ))}
        </ul>
        {count > lines.length ? <p>{`and ${String(count - lines.length)} more, which Copy takes too`}</p> : null}
        <p className="advice">
          Copy takes them as the record keeps them, private notes included: one JSON object a line.
        </p>
      </div>
      <div className="dialog__foot">
        <Button main keys="Esc" onPress={close}>
          Done
        </Button>
        <Button disabled={count === 0} onPress={() => void run('unsaved.copy')}>
          Copy
        </Button>
        <Button disabled={open === undefined} onPress={() => void run('file.save-copy')}>
          Save a copy elsewhere
        </Button>
      </div>
    </Dialog>
  );
}

/** What an entry says, and its own words where the sentence only tells that there are some. */
function wordsOf(session: Session, entry: AnyEntry): string {
  const words = fullWords(session, entry);
  const text = isKnown(entry) ? mainText(entry) : undefined;
  return text === undefined || words.includes(text) ? words : `${words}: ${text}`;
}
