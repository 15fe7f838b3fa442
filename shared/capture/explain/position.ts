import type { EntryOf } from '../../record/entry';
import { timeOf } from '../../record/order';
import { positionStanding } from '../../session/registers';
import { countedEntry } from '../../session/verdicts';
import type { Session } from '../../session/session';
import type { Piece } from '../reading';
import { counted, say, stancePiece, subsystemPiece, whoPiece, withRemarks, type Said } from '../say';
import { asides, before, quoted, resolves } from './before';

/** `p7 on #isp: standard required becomes userspace allowed, with rationale, 1 condition`. */
export function explainPosition(session: Session, entry: EntryOf<'position-taken'>): readonly Piece[] {
  const earlier = before(session, entry, 'position-taken');
  const subject = say`${whoPiece(entry.who)} on ${subsystemPiece(entry.subsystem)}: `;
  const stance = stancePiece(entry.stance);
  const isChange = earlier !== undefined && earlier.stance !== entry.stance;
  const held = isChange ? say`${subject}${stancePiece(earlier.stance)} becomes ${stance}` : say`${subject}${stance}`;
  const lives = (entry.livesWith ?? []).map(stancePiece);
  const dropped = (earlier?.livesWith ?? []).filter(
    (other) => other !== entry.stance && !entry.livesWith?.includes(other),
  );
  return withRemarks(held, [
    earlier === undefined
      ? isOvertaken(session, entry)
        ? 'earlier than what stands'
        : 'first position'
      : isChange
        ? undefined
        : 'as before',
    lives.length === 0 ? undefined : say`can live with ${either(lives)}`,
    dropped.length === 0 ? undefined : say`no longer with ${either(dropped.map(stancePiece))}`,
    ...explainWords(entry, earlier),
    resolves(entry),
    ...asides(session, entry),
  ]);
}

/** True where a later time was recorded already: what is said to be earlier changes nothing that stands. */
function isOvertaken(session: Session, entry: EntryOf<'position-taken'>): boolean {
  const history = positionStanding(session, entry.who, entry.subsystem)?.history ?? [];
  return history.some((other) => other.id < entry.id && timeOf(other) > timeOf(entry));
}

function either(stances: readonly Piece[]): readonly Piece[] {
  return stances.reduce<readonly Piece[]>(
    (said, stance, index) => (index === 0 ? [stance] : say`${said} and ${stance}`),
    [],
  );
}

interface Words {
  readonly rationale?: string;
  readonly conditions?: readonly string[];
  readonly via?: EntryOf<'position-taken'>['who'];
  readonly for?: string;
}

/** Rationale, conditions, group and reporter of a position or an answer, beside those that it restates. */
export function explainWords(entry: Words, earlier: Words | undefined): readonly (Said | undefined)[] {
  const conditions = entry.conditions ?? [];
  const drops = (earlier?.conditions ?? []).filter((condition) => !conditions.includes(condition)).length;
  return [
    rationaleWords(entry.rationale, earlier?.rationale),
    conditions.length === 0 ? undefined : counted(conditions.length, 'condition'),
    drops === 0 ? undefined : `drops ${counted(drops, 'condition')}`,
    entry.for === undefined ? undefined : `for ${entry.for}`,
    entry.via === undefined ? undefined : say`reported by ${whoPiece(entry.via)}`,
  ];
}

function rationaleWords(now: string | undefined, earlier: string | undefined): string | undefined {
  if (now === undefined) return earlier === undefined ? undefined : 'drops the rationale';
  return now === earlier ? 'same rationale' : 'with rationale';
}

/** `p7 on #isp: condition 1 is met: "the docs are public"`. */
export function explainMet(session: Session, entry: EntryOf<'condition-met'>): readonly Piece[] {
  const position = countedEntry(session, entry.entry);
  if (position?.kind !== 'position-taken') return say`condition ${String(entry.n)} is met`;
  // the kind was just looked at; an unknown entry can't carry a known one's
  const { who, subsystem, conditions } = position as EntryOf<'position-taken'>;
  const text = conditions?.[entry.n - 1];
  const met = say`${whoPiece(who)} on ${subsystemPiece(subsystem)}: condition ${String(entry.n)} is met${text === undefined ? '' : `: ${quoted(text)}`}`;
  return withRemarks(met, asides(session, entry));
}
