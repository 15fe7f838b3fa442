import type { EntryOf } from '../../record/entry';
import { CALL_WORDS, stateLabel } from '../../consensus/state-words';
import type { Session } from '../../session/session';
import { countedEntry } from '../../session/verdicts';
import { thingPieces } from '../label';
import type { Piece } from '../reading';
import { say, stancePiece, withRemarks, type Said } from '../say';
import { asides, before, resolves } from './before';

/** `call on #uvc: rough consensus for standard required, with a statement, the assessment says contested`. */
export function explainCall(session: Session, entry: EntryOf<'call-made'>): readonly Piece[] {
  const earlier = before(session, entry, 'call-made', 'call-reopened');
  return withRemarks(
    say`call on ${thingPieces(session, entry.on)}: ${CALL_WORDS[entry.call].toLowerCase()}${goal(entry)}`,
    [
      entry.to === undefined ? undefined : `to ${entry.to}`,
      earlier === undefined
        ? undefined
        : earlier.kind === 'call-made'
          ? `replaces ${CALL_WORDS[earlier.call].toLowerCase()}`
          : 'after it was reopened',
      entry.statement === undefined ? undefined : 'with a statement',
      entry.reason === undefined ? undefined : 'with a reason',
      entry.assessment === undefined ? undefined : `the assessment says ${stateLabel(entry.assessment.state)}`,
      resolves(entry),
      ...asides(session, entry),
    ],
  );
}

function goal({ stance, answer }: EntryOf<'call-made'>): Said {
  if (stance !== undefined) return say` for ${stancePiece(stance)}`;
  return answer === undefined ? '' : ` for ${answer === 'supports' ? 'yes' : 'no'}`;
}

/** `call on #uvc: reopened, with reason`. */
export function explainReopening(session: Session, entry: EntryOf<'call-reopened'>): readonly Piece[] {
  const call = countedEntry(session, entry.call);
  // the kind is looked at: an unknown entry can't carry a known one's
  const on =
    call?.kind === 'call-made' ? thingPieces(session, (call as EntryOf<'call-made'>).on) : 'something that is not here';
  return withRemarks(say`call on ${on}: reopened`, [
    entry.why === undefined ? undefined : 'with reason',
    ...asides(session, entry),
  ]);
}
