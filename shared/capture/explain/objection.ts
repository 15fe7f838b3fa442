import type { EntryOf } from '../../record/entry';
import type { Session } from '../../session/session';
import { objectionOf, type Disposition } from '../../session/objections';
import { objectionLabel, thingPieces } from '../label';
import type { Piece } from '../reading';
import { counted, say, whoPiece, withRemarks } from '../say';
import { asides, resolves, timeWords } from './before';

/** `p2 objects to #uvc, objection 3, with reason, what would remove it`; `p2 holds #uvc until ..., objection 4`. */
export function explainObjection(
  session: Session,
  entry: EntryOf<'objection-raised' | 'objection-amended'>,
): readonly Piece[] {
  const id = entry.kind === 'objection-amended' ? entry.objection : entry.id;
  const label = objectionOf(session, id)?.label ?? String(entry.number);
  const on = thingPieces(session, entry.on);
  const said =
    entry.until === undefined
      ? say`${whoPiece(entry.who)} objects to ${on}`
      : say`${whoPiece(entry.who)} holds ${on} until ${timeWords(session, entry.until)}`;
  return withRemarks(said, [
    `objection ${label}`,
    entry.kind === 'objection-amended' ? 'new text' : undefined,
    entry.rationale === undefined ? 'no reason' : 'with reason',
    entry.remedy === undefined ? undefined : 'with what would remove it',
    entry.conditions === undefined ? undefined : counted(entry.conditions.length, 'condition'),
    entry.for === undefined ? undefined : `for ${entry.for}`,
    entry.via === undefined ? undefined : say`reported by ${whoPiece(entry.via)}`,
    resolves(entry),
    ...asides(session, entry),
  ]);
}

/** What people read for how an objection was settled. */
const DISPOSITION_WORDS: Readonly<Record<Disposition, string>> = {
  accommodated: 'accommodated',
  withdrawn: 'withdrawn',
  addressed: 'addressed',
  deferred: 'deferred',
  open: 'open again',
};

/** `objection 3 of p2: addressed by mod, with an answer`. */
export function explainSettlement(session: Session, entry: EntryOf<'objection-settled'>): readonly Piece[] {
  return withRemarks(
    say`${objectionPieces(session, entry.objection)}: ${DISPOSITION_WORDS[entry.disposition]} by ${whoPiece(entry.who)}`,
    [entry.answer === undefined ? undefined : 'with an answer', resolves(entry), ...asides(session, entry)],
  );
}

/** `p5 disputes objection 3 of p2`, or how it was settled. */
export function explainDispute(session: Session, entry: EntryOf<'objection-disputed'>): readonly Piece[] {
  const of = entry.settled === undefined ? '' : 'the settlement of ';
  return withRemarks(
    say`${whoPiece(entry.who)} disputes ${of}${objectionPieces(session, entry.objection)}`,
    asides(session, entry),
  );
}

function objectionPieces(session: Session, id: EntryOf<'objection-settled'>['objection']): readonly Piece[] {
  const author = objectionOf(session, id)?.who;
  const objection = say`objection ${objectionLabel(session, id)}`;
  return author === undefined ? objection : say`${objection} of ${whoPiece(author)}`;
}
