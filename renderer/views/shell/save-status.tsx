import { Glyph } from '../../components/glyph';
import type { Saved } from '../../store/state';
import { recordedOf } from '../../store/read-only';
import { useStore } from '../../store/store';
import { assertNever } from '../../../shared/result';
import type { Instant } from '../../../shared/record/ids';

/** Whether everything is on the disk, in both places that it is kept in. */
export function SaveStatus() {
  const saved = useStore((state) => state.saved);
  const readOnly = useStore((state) => recordedOf(state)?.readOnly === true);
  return (
    <span className={saved.kind === 'unsaved' ? 'save objs' : 'save'} role="status" aria-label="Saved">
      {saved.kind === 'saved' && !readOnly ? <Glyph name="saved" className="icon" /> : null}
      {saved.kind === 'unsaved' ? <Glyph name="objection" /> : null}
      {readOnly ? 'Read-only' : savedWords(saved)}
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

const format = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** `14:32:07` on this machine's clock: saving is about this machine, not about the meeting. */
function wallClock(at: Instant): string {
  return format.format(Date.parse(at));
}
