import { departureOf } from '../../shared/consensus/departure';
import type { Entry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { calls, type Call } from '../../shared/session/calls';
import { conflicts, type Conflict } from '../../shared/session/conflicts';
import { entriesOfTwo, unclearEntries } from '../../shared/session/doubtful';
import { rememberedAt } from '../../shared/session/look';
import { isOpen, objections, type Objection } from '../../shared/session/objections';
import { positionOf, type Position } from '../../shared/session/positions';
import type { Session } from '../../shared/session/session';
import { subsystems } from '../../shared/session/subsystems';
import { openClashes } from '../../shared/session/verdicts';
import { everybody } from './everybody';

/** Something that a person has to look at: nothing here is wrong, it is not finished. */
export type ToCheck =
  | { readonly what: 'rationale'; readonly position: Position }
  | { readonly what: 'conflict'; readonly conflict: Conflict }
  | { readonly what: 'reason' | 'remedy' | 'wrong-person' | 'answer'; readonly objection: Objection }
  | { readonly what: 'statement' | 'departure'; readonly call: Call }
  | { readonly what: 'two-people' | 'unclear'; readonly entry: Entry }
  | { readonly what: 'clash'; readonly id: Id };

/** All of it, what blocks most first. */
export function toCheck(session: Session): readonly ToCheck[] {
  return rememberedAt(session, 'to check', session.revision, () => {
    const open = objections(session).filter(isOpen);
    const standing = calls(session).filter(({ reopened }) => reopened === undefined);
    return [
      ...openClashes(session).map((id): ToCheck => ({ what: 'clash', id })),
      ...conflicts(session).map((conflict): ToCheck => ({ what: 'conflict', conflict })),
      ...open
        .filter(({ settlement }) => settlement?.byRightPerson === false)
        .map((objection): ToCheck => ({ what: 'wrong-person', objection })),
      ...open
        .filter(({ reason, until }) => reason === undefined && until === undefined)
        .map((objection): ToCheck => ({ what: 'reason', objection })),
      ...open.filter(({ remedy }) => remedy === undefined).map((objection): ToCheck => ({ what: 'remedy', objection })),
      ...objections(session)
        .filter(({ disposition, settlement }) => disposition === 'addressed' && settlement?.answer === undefined)
        .map((objection): ToCheck => ({ what: 'answer', objection })),
      ...standing
        .filter(({ entry }) => entry.reason === undefined && departureOf(session, entry) !== undefined)
        .map((call): ToCheck => ({ what: 'departure', call })),
      ...standing
        .filter(({ entry }) => entry.statement === undefined)
        .map((call): ToCheck => ({ what: 'statement', call })),
      ...entriesOfTwo(session).map((entry): ToCheck => ({ what: 'two-people', entry })),
      ...unclearEntries(session).map((entry): ToCheck => ({ what: 'unclear', entry })),
      ...held(session)
        .filter(isBare)
        .map((position): ToCheck => ({ what: 'rationale', position })),
    ];
  });
}

/** Every position that stands, by subsystem. */
function held(session: Session): readonly Position[] {
  return subsystems(session).flatMap(({ slug }) =>
    everybody(session).flatMap(({ handle }) => positionOf(session, handle, slug) ?? []),
  );
}

function isBare({ stance, rationale, conditions }: Position): boolean {
  return stance !== 'none' && stance !== 'recuse' && rationale === undefined && conditions.length === 0;
}
