import { run } from '../../commands/run';
import { Glyph } from '../../components/glyph';
import type { Saved } from '../../store/state';
import { recordedOf } from '../../store/read-only';
import { useStore } from '../../store/store';
import { assertNever } from '../../../shared/result';
import { wallClock } from '../times';

/** Whether everything is on the disk, in both places that it is kept in. */
export function SaveStatus() {
  const saved = useStore((state) => state.saved);
  const readOnly = useStore((state) => recordedOf(state)?.readOnly === true);
  return (
    // a dialog hides what is behind it, but for what says of itself that it is live
    <span
      className={saved.kind === 'unsaved' ? 'save objs' : 'save'}
      role="status"
      aria-live="polite"
      aria-label="Saved"
    >
      {saved.kind === 'saved' && !readOnly ? <Glyph name="saved" className="icon" /> : null}
      {saved.kind === 'unsaved' ? (
        <button type="button" className="save__what" onClick={() => void run('unsaved.show')}>
          <Glyph name="objection" />
          {savedWords(saved)}
        </button>
      ) : readOnly ? (
        'Read-only'
      ) : (
        savedWords(saved)
      )}
    </span>
  );
}

function savedWords(saved: Saved): string {
  switch (saved.kind) {
    case 'saved':
      return saved.at === undefined ? 'Saved' : `Saved ${wallClock(saved.at)}`;
    case 'saving':
      return 'Saving';
    case 'unsaved':
      return `Not saved since ${wallClock(saved.since)}`;
    default:
      return assertNever(saved);
  }
}
