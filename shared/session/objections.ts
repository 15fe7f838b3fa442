import type { EntryOf, Evidence, On } from '../record/entry';
import { toMilliseconds, type Handle, type Id, type Instant, type Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { chairOf, madeOn } from './calls';
import { labelsOf } from './labels';
import { changedSince, remembered, shelved, stampOf, standingOf, unstruck } from './look';
import { questions } from './questions';
import { standing, type Standing } from './register';
import { keptHandle } from './same';
import type { Session } from './session';
import { affectedSeats, subsystemOf } from './subsystems';

export type ObjectionEntry = EntryOf<'objection-raised' | 'objection-amended'>;
export type Disposition = EntryOf<'objection-settled'>['disposition'];

/** Somebody's dispute of an objection, or of how it was settled. */
export interface Dispute {
  readonly who: Handle;
  readonly why: string;
  readonly at: Instant;
  readonly entry: EntryOf<'objection-disputed'>;
}

/** How an objection was settled, and whether by the person who may. */
export interface Settlement {
  readonly who: Handle;
  readonly disposition: Disposition;
  readonly answer?: string;
  readonly at: Instant;
  readonly entry: EntryOf<'objection-settled'>;
  /** false: only its author accommodates or withdraws, only the chair (where one is set) addresses or defers */
  readonly byRightPerson: boolean;
}

/** An objection as it stands. */
export interface Objection {
  readonly id: Id;
  readonly number: number;
  readonly label: string;
  readonly who: Handle;
  readonly on: On;
  /** without a reason it is dissent and doesn't block */
  readonly reason?: string;
  /** what would remove it */
  readonly remedy?: string;
  /** a hold: it blocks until then, also without a reason, and not after */
  readonly until?: Instant;
  readonly via?: Handle;
  readonly for?: string;
  readonly conditions: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly at: Instant;
  readonly entry: ObjectionEntry;
  readonly conflict: boolean;
  readonly versions: readonly ObjectionEntry[];
  /** what counts: a settlement by the wrong person leaves it as it was */
  readonly disposition: Disposition;
  /** the settlement that stands; one by the wrong person only where no other does */
  readonly settlement?: Settlement;
  readonly settlements: readonly Settlement[];
  /** settlements that differ and don't know each other stand: what counts is the last, and a person resolves it */
  readonly settlementConflict: boolean;
  readonly disputes: readonly Dispute[];
  /** its author disputes the "addressed" that stands: it blocks again */
  readonly disputedByAuthor: boolean;
}

/** What an objection is read from, beside its own shelves. */
const COMMON = ['same', 'meeting'];
const OWN = ['objection', 'settlement', 'dispute'];

/** Every objection, by number. Of many thousands one more doesn't read the others anew. */
export function objections(session: Session): readonly Objection[] {
  const name = 'objections';
  const before = session.memory.get(name) as Remembered | undefined;
  return remembered(session, name, [...OWN, ...COMMON], () =>
    before === undefined || stampOf(session, COMMON) > before.stamp
      ? withChanged(session, [], changedSince(session, OWN, -1))
      : withChanged(session, before.value, changedSince(session, OWN, before.stamp)),
  );
}

interface Remembered {
  readonly stamp: number;
  readonly value: readonly Objection[];
}

/** Some objections, with those that changed as they stand now. */
function withChanged(
  session: Session,
  before: readonly Objection[],
  changed: ReadonlySet<string>,
): readonly Objection[] {
  const texts = [...changed].flatMap((id) => {
    const text = standingOf<ObjectionEntry['kind']>(session, 'objection', id);
    return text === undefined ? [] : { id: id as Id, number: text.head.number, text };
  });
  const others = before.filter(({ id }) => !changed.has(id));
  // whose number somebody came to or left may be called otherwise
  const numbers = new Set([...texts, ...before.filter(({ id }) => changed.has(id))].map(({ number }) => number));
  const labelOf = labelsOf([...others.filter(({ number }) => numbers.has(number)), ...texts]);
  return [
    ...others.map((other) => (numbers.has(other.number) ? labelled(other, labelOf(other)) : other)),
    ...texts.map((each) => readObjection(session, each.id, each.text, labelOf(each))),
  ].sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
}

function labelled(objection: Objection, label: string): Objection {
  return objection.label === label ? objection : { ...objection, label };
}

export function objectionOf(session: Session, id: Id): Objection | undefined {
  return objections(session).find((objection) => objection.id === id);
}

function readObjection(session: Session, id: Id, text: Standing<ObjectionEntry>, label: string): Objection {
  const { head, conflict, history } = text;
  const who = keptHandle(session, head.who);
  const settled = standingOf<'objection-settled'>(session, 'settlement', id);
  const settlements = (settled?.history ?? []).map((entry) => readSettlement(session, entry, who));
  const right = settlements.filter(({ byRightPerson }) => byRightPerson).map(({ entry }) => entry);
  // by the wrong person it supersedes nothing, as a struck one does
  const all = shelved<'objection-settled'>(session, 'settlement', id);
  const counting = standing({ counted: right, all, isStruck: () => false }) ?? settled;
  const settlement = settlements.find(({ entry }) => entry.id === counting?.head.id);
  const disputes = unstruck<'objection-disputed'>(session, 'dispute', id).map((entry): Dispute => ({
    who: keptHandle(session, entry.who),
    why: entry.why,
    at: timeOf(entry),
    entry,
  }));
  const disposition = settlement?.byRightPerson === true ? settlement.disposition : 'open';
  const { rationale, remedy, until, via } = head;
  return {
    id,
    number: head.number,
    label,
    who,
    on: head.on,
    ...(rationale === undefined ? {} : { reason: rationale }),
    ...(remedy === undefined ? {} : { remedy }),
    ...(until === undefined ? {} : { until: toMilliseconds(until) }),
    ...(via === undefined ? {} : { via }),
    ...(head.for === undefined ? {} : { for: head.for }),
    conditions: head.conditions ?? [],
    evidence: head.evidence ?? [],
    at: timeOf(history[0] ?? head),
    entry: head,
    conflict,
    versions: history,
    disposition,
    ...(settlement === undefined ? {} : { settlement }),
    settlements,
    settlementConflict: settled?.conflict ?? false,
    disputes,
    disputedByAuthor:
      settlement !== undefined &&
      disposition === 'addressed' &&
      disputes.some((dispute) => dispute.who === who && isOf(dispute, settlement)),
  };
}

/**
 * Whether a dispute is of a settlement: of this one, or of another whose words this one corrects. A correction is said
 * when what it corrects was, so it isn't later than the dispute, as a new answer is.
 */
function isOf({ entry: { settled }, at }: Dispute, settlement: Settlement): boolean {
  return settled === settlement.entry.id || (settled !== undefined && at >= settlement.at);
}

function readSettlement(session: Session, entry: EntryOf<'objection-settled'>, author: Handle): Settlement {
  const who = keptHandle(session, entry.who);
  return {
    who,
    disposition: entry.disposition,
    ...(entry.answer === undefined ? {} : { answer: entry.answer }),
    at: timeOf(entry),
    entry,
    byRightPerson: maySettle(entry.disposition, who, author, chairOf(session)),
  };
}

/** Only the author accommodates or withdraws; only the chair, where one is set, addresses or defers; anybody reopens. */
function maySettle(disposition: Disposition, who: Handle, author: Handle, chair: Handle | undefined): boolean {
  if (disposition === 'open') return true;
  if (disposition === 'accommodated' || disposition === 'withdrawn') return who === author;
  return chair === undefined || who === chair;
}

/** True for a hold whose end has not come at `asOf`. */
export function isRunningHold(objection: Objection, asOf: Instant): boolean {
  return objection.until !== undefined && objection.until > asOf;
}

/**
 * Whether an objection blocks at `asOf`: open (or addressed, and disputed by its author) with a reason,
 * or a hold that is still running. A hold blocks until its end and no longer.
 */
export function blocks(objection: Objection, asOf: Instant): boolean {
  const isOpen = objection.disposition === 'open' || objection.disputedByAuthor;
  if (!isOpen) return false;
  return objection.until === undefined ? objection.reason !== undefined : isRunningHold(objection, asOf);
}

/** Not settled (or settled by the wrong person), or disputed by its author: what stands beside every call. */
export function isOpen(objection: Objection): boolean {
  return objection.disposition === 'open' || objection.disputedByAuthor;
}

export type ObjectorStanding = 'seat' | 'affected' | 'outside';

/** The author's standing: a seat here, a seat in a subsystem that this one affects, or outside. Shown, never judged. */
export function objectorStanding(session: Session, objection: Objection): ObjectorStanding | undefined {
  const slug = subsystemOn(session, objection.on);
  if (slug === undefined) return undefined;
  if (subsystemOf(session, slug).seats.includes(objection.who)) return 'seat';
  return affectedSeats(session, slug).includes(objection.who) ? 'affected' : 'outside';
}

/**
 * The subsystem that a thing is about, directly or through the call (a struck one too) or question that it names. A
 * question that was revised may be about what is about it: such a circle is about nothing.
 */
export function subsystemOn(session: Session, on: On, passed: ReadonlySet<Id> = new Set()): Slug | undefined {
  if ('subsystem' in on && on.subsystem !== undefined) return on.subsystem;
  if ('call' in on) {
    const matter = madeOn(session, on.call);
    return matter === undefined ? undefined : subsystemOn(session, matter, passed);
  }
  if ('question' in on) {
    const question = questions(session).find(({ id }) => id === on.question);
    if (question?.on === undefined || passed.has(question.id)) return undefined;
    return subsystemOn(session, question.on, new Set([...passed, question.id]));
  }
  return undefined;
}
