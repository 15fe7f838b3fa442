import { departureOf, namedIn, type Snapshot } from '../consensus/departure';
import { stateLabel } from '../consensus/state-words';
import { listed } from '../consensus/wording';
import { isKnown, type Entry, type EntryOf, type On } from '../record/entry';
import { chairOf, isAfterCall } from '../session/calls';
import { objectionOf, type Disposition } from '../session/objections';
import { positionOf } from '../session/positions';
import { queueOf } from '../session/queue';
import { keptHandle } from '../session/same';
import type { Session } from '../session/session';
import { thingLabel } from './label';
import type { Notice } from './reading';
import { words } from './words';

/** What a scribe should know of entries before they are recorded: each is recorded all the same, and waits in triage. */
export function noticesFor(session: Session, entries: readonly Entry[]): readonly Notice[] {
  const notices = entries.flatMap((entry) => noticesOf(session, entry));
  // several people in one line get one notice
  return notices.filter((notice, index) => notices.findIndex((other) => other.words === notice.words) === index);
}

function noticesOf(session: Session, entry: Entry): readonly Notice[] {
  switch (entry.kind) {
    case 'position-taken':
      return afterCall(session, entry, { subsystem: entry.subsystem });
    case 'rule-answered':
      return afterCall(session, entry, {
        rule: entry.rule,
        ...(entry.subsystem === undefined ? {} : { subsystem: entry.subsystem }),
      });
    case 'objection-raised':
      return [...afterCall(session, entry, entry.on), ...ofObjection(entry)];
    case 'objection-settled':
      return ofSettlement(session, entry);
    case 'call-made':
      return ofCall(session, entry);
    case 'condition-met':
      return metBefore(session, entry);
    case 'queue-joined':
      return queuedBefore(session, entry);
    case 'ruling-made':
      return entry.state === 'exception' && entry.scope === undefined
        ? [{ code: 'N-SCOPE', words: words['N-SCOPE']() }]
        : [];
    default:
      return [];
  }
}

function afterCall(session: Session, entry: Entry, on: On): readonly Notice[] {
  if (!isAfterCall(session, entry, on)) return [];
  return [{ code: 'N-CLOSED', words: words['N-CLOSED'](thingLabel(session, on)) }];
}

function ofObjection({ rationale, remedy, until }: EntryOf<'objection-raised'>): readonly Notice[] {
  // a hold asks for time: it blocks without a reason, and its end removes it
  if (until !== undefined) return [];
  return [
    ...(rationale === undefined ? [{ code: 'N-OBJ-TEXT', words: words['N-OBJ-TEXT']() } as const] : []),
    ...(remedy === undefined ? [{ code: 'N-REMEDY', words: words['N-REMEDY']() } as const] : []),
  ];
}

const DOES: Readonly<Record<Disposition, string>> = {
  accommodated: 'accommodates',
  withdrawn: 'withdraws',
  addressed: 'addresses',
  deferred: 'defers',
  open: 'reopens',
};

function ofSettlement(session: Session, entry: EntryOf<'objection-settled'>): readonly Notice[] {
  const { disposition, answer } = entry;
  return [
    ...byWrongPerson(session, entry),
    // answered, not accommodated: by what, its author wants to read
    ...(disposition === 'addressed' && answer === undefined
      ? [{ code: 'N-ANSWER', words: words['N-ANSWER']() } as const]
      : []),
  ];
}

function byWrongPerson(session: Session, entry: EntryOf<'objection-settled'>): readonly Notice[] {
  const objection = objectionOf(session, entry.objection);
  if (objection === undefined || entry.disposition === 'open') return [];
  const isAuthors = entry.disposition === 'accommodated' || entry.disposition === 'withdrawn';
  const may = isAuthors ? objection.who : chairOf(session);
  if (may === undefined || keptHandle(session, entry.who) === may) return [];
  return [{ code: 'N-AUTHOR', words: words['N-AUTHOR'](may, DOES[entry.disposition], objection.label) }];
}

function ofCall(session: Session, entry: EntryOf<'call-made'>): readonly Notice[] {
  const departed = entry.reason === undefined ? departureOf(session, entry) : undefined;
  return [
    ...(entry.statement === undefined ? [{ code: 'N-CALL-TEXT', words: words['N-CALL-TEXT']() } as const] : []),
    ...(departed === undefined
      ? []
      : [{ code: 'N-CALL-REASON', words: words['N-CALL-REASON'](assessmentWords(departed)) } as const]),
  ];
}

/** `unanimous for standard-required`: a state, and what carries where something does. */
function assessmentWords(snapshot: Snapshot): string {
  const named = namedIn(snapshot);
  return `${stateLabel(snapshot.state)}${named.length === 0 ? '' : ` for ${listed(named)}`}`;
}

/** A condition that is met is met once; who says so again may mean another. */
function metBefore(session: Session, { entry, n }: EntryOf<'condition-met'>): readonly Notice[] {
  const position = session.entries.get(entry);
  if (position === undefined || !isKnown(position) || position.kind !== 'position-taken') return [];
  const condition = positionOf(session, position.who, position.subsystem)?.conditions[n - 1];
  return condition?.met === true ? [{ code: 'N-MET', words: words['N-MET'](n) }] : [];
}

function queuedBefore(session: Session, { who, subsystem }: EntryOf<'queue-joined'>): readonly Notice[] {
  const kept = keptHandle(session, who);
  const isWaiting = queueOf(session, subsystem).waiting.some((waiting) => waiting.who === kept);
  return isWaiting ? [{ code: 'N-QUEUED', words: words['N-QUEUED'](kept) }] : [];
}
