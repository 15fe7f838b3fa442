import { isKnown, type AnyEntry, type EntryOf } from '../../record/entry';
import type { Id } from '../../record/ids';
import { actions } from '../../session/actions';
import type { Session } from '../../session/session';
import { countedEntry } from '../../session/verdicts';
import type { Piece } from '../reading';
import { say, whoPiece, withRemarks, type Said } from '../say';
import { asides, quoted } from './before';

type RecordEntry = EntryOf<
  | 'session-adjourned'
  | 'action-done'
  | 'action-dropped'
  | 'quote-pinned'
  | 'suggestion-dismissed'
  | 'slip-answered'
  | 'summary-sent'
  | 'entry-struck'
  | 'entry-restored'
  | 'entry-picked'
>;
type Explain = (session: Session, entry: AnyEntry) => readonly Piece[];

/** What is done to other entries. `explain` says what the entry that is named says. */
export function explainRecord(session: Session, entry: RecordEntry, explain: Explain): readonly Piece[] {
  return withRemarks(
    sentence(session, entry, (id) => referred(session, id, explain)),
    asides(session, entry),
  );
}

/** A quote for what was said in the same act, just before. */
export function explainPin(session: Session, entry: EntryOf<'quote-pinned'>): readonly Piece[] {
  return withRemarks(say`with a quote`, asides(session, entry));
}

const SLIP = { confirmed: 'confirms', corrected: 'corrects', withheld: 'withholds' } as const;

function sentence(session: Session, entry: RecordEntry, said: (id: Id) => Said): readonly Piece[] {
  switch (entry.kind) {
    case 'session-adjourned':
      return say`the session is adjourned`;
    case 'action-done':
    case 'action-dropped': {
      const action = actions(session).find(({ id }) => id === entry.action);
      const what = action === undefined ? 'an action that is not here' : quoted(action.text);
      return say`${entry.kind === 'action-done' ? 'done' : 'dropped'}: ${what}${entry.why === undefined ? '' : ', with reason'}`;
    }
    case 'quote-pinned':
      return say`quote for ${said(entry.to)}`;
    case 'suggestion-dismissed':
      return say`suggestion dismissed: ${quoted(entry.cue)} in line ${String(entry.line)} of <${entry.message}>`;
    case 'slip-answered':
      return say`${whoPiece(entry.who)} ${SLIP[entry.answer]}: ${said(entry.entry)}${entry.text === undefined ? '' : `, ${quoted(entry.text)}`}`;
    case 'summary-sent':
      return say`summary ${String(entry.version)} sent to ${entry.to.join(', ')}`;
    case 'entry-struck':
      return say`struck: ${said(entry.entry)}`;
    case 'entry-restored':
      return say`restored: ${said(entry.entry)}`;
    case 'entry-picked':
      return say`picked of two versions: ${said(entry.entry)}`;
  }
}

/** What a named entry says; one step only, so that entries which name each other in a chain stay short. */
function referred(session: Session, id: Id, explain: Explain): Said {
  const entry = countedEntry(session, id);
  if (entry === undefined) return 'an entry that is not here';
  return isKnown(entry) && NAMES_ANOTHER.has(entry.kind)
    ? `the entry of ${id.slice(0, 19).replace('T', ' ')}`
    : explain(session, entry);
}

const NAMES_ANOTHER: ReadonlySet<string> = new Set([
  'quote-pinned',
  'slip-answered',
  'entry-struck',
  'entry-restored',
  'entry-picked',
]);
