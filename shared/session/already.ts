import type { Entry, EntryOf } from '../record/entry';
import { timeOf } from '../record/order';
import { refuse, type Result } from '../result';
import { actionOf } from './actions';
import { madeAlready } from './already-made';
import { unstruck } from './look';
import { meetingOf } from './meeting';
import { objectionOf } from './objections';
import { polls } from './polls';
import { speaker } from './queue';
import { saysTheSame } from './register';
import { registerOf } from './registers';
import { ruleOf } from './rules';
import { keptHandle } from './same';
import type { Session } from './session';
import { lengthOfTurn } from './subsystems';

/**
 * What stands already of all that an act says, in words; undefined where some of it is new. It is for what a hand does
 * twice: said at another time, or with the lines of a mail, the same is new; and a position, an answer, an objection, a
 * question, a rule or an action that somebody says again is heard again.
 */
export function alreadyStands(session: Session, act: readonly Entry[]): string | undefined {
  const said = act.map((entry) => (entry.said === undefined ? alreadySaid(session, entry) : undefined));
  return said.length === 0 || said.includes(undefined) ? undefined : [...new Set(said)].join(' ');
}

/** What was decided, refused where all of it stands already. */
export function unlessItStands(session: Session, decided: Result<readonly Entry[]>): Result<readonly Entry[]> {
  const already = decided.ok ? alreadyStands(session, decided.value) : undefined;
  return already === undefined ? decided : refuse(already);
}

function alreadySaid(session: Session, entry: Entry): string | undefined {
  switch (entry.kind) {
    case 'objection-settled':
      return settledAlready(session, entry);
    case 'rule-amended':
      return hasRuleText(session, entry) ? `Rule ${ruleLabel(session, entry.rule)} says that already.` : undefined;
    case 'queue-closed':
    case 'queue-opened':
      return isGateSaid(session, entry)
        ? `The queue of #${entry.subsystem} is ${entry.kind === 'queue-closed' ? 'closed' : 'open'} already.`
        : undefined;
    case 'speaker-called':
      return isSpeaking(session, entry) ? `${entry.who} speaks already.` : undefined;
    case 'poll-revealed':
      return polls(session).find(({ id }) => id === entry.poll)?.revealed === true
        ? 'That poll is revealed already.'
        : undefined;
    case 'participants-same':
      return keptHandle(session, entry.keep) === entry.keep && keptHandle(session, entry.drop) === entry.keep
        ? `${entry.keep} and ${entry.drop} are one person already.`
        : undefined;
    case 'attendance-noted':
      return isNotedToday(session, entry) ? `${entry.who} ${ATTENDS[entry.state]}.` : undefined;
    case 'session-adjourned':
      return session.latest !== undefined && session.latest === meetingOf(session)?.adjourned
        ? 'The session is adjourned already.'
        : undefined;
    default:
      return isRestated(session, entry) ? restatedWords(session, entry) : madeAlready(session, entry);
  }
}

/** Whether an entry says just what stands in its register. */
function isRestated(session: Session, entry: Entry): boolean {
  const { head, heads } = registerOf(session, entry) ?? {};
  return head !== undefined && heads?.length === 1 && saysTheSame(head, entry);
}

/** Who was here yesterday may come again. */
function isNotedToday(session: Session, entry: EntryOf<'attendance-noted'>): boolean {
  const head = registerOf(session, entry)?.head;
  return head !== undefined && isRestated(session, entry) && lengthOfTurn(timeOf(head), timeOf(entry)) !== undefined;
}

const ATTENDS = { present: 'is here already', left: 'has left already', regrets: 'sent regrets already' } as const;

/** What stands, where an entry restates it; undefined for kinds that nobody restates by mistake. */
function restatedWords(session: Session, entry: Entry): string | undefined {
  switch (entry.kind) {
    case 'participant-amended':
      return `@${entry.who} is here already. Add -- and another name to rename.`;
    case 'subsystem-amended':
      return `#${entry.subsystem} is here already. Add of, affects, seats or -- and another name to amend.`;
    case 'ruling-made':
      return `That is how rule ${ruleLabel(session, entry.rule)} stands for #${entry.subsystem} already.`;
    case 'objection-amended':
      return `Objection ${objectionOf(session, entry.objection)?.label ?? ''} says that already.`;
    case 'question-answered':
      return 'That answer stands already.';
    case 'call-made':
      return 'That call stands already.';
    case 'poll-counted':
      return 'Those counts stand already.';
    case 'action-amended':
      return 'That action says so already.';
    case 'action-done':
    case 'action-dropped':
      return isEndedSo(session, entry) ? `That action is ${END[entry.kind]} already.` : undefined;
    default:
      return undefined;
  }
}

const END = { 'action-done': 'done', 'action-dropped': 'dropped' } as const;

/** What is done and what is dropped say the same but for their kind. */
function isEndedSo(session: Session, { kind, action }: EntryOf<'action-done' | 'action-dropped'>): boolean {
  return actionOf(session, action)?.state === END[kind];
}

/** A settlement said again, in the same or no words; a dispute of the one that stands asks for another. */
function settledAlready(session: Session, entry: EntryOf<'objection-settled'>): string | undefined {
  const objection = objectionOf(session, entry.objection);
  if (objection === undefined) return undefined;
  const { label, settlement, settlementConflict, disputes } = objection;
  if (settlement === undefined) {
    return entry.disposition === 'open' && entry.answer === undefined && entry.evidence === undefined
      ? `Objection ${label} is open already.`
      : undefined;
  }
  const isSame =
    !settlementConflict &&
    settlement.disposition === entry.disposition &&
    settlement.who === keptHandle(session, entry.who) &&
    (entry.answer === undefined || entry.answer === settlement.answer) &&
    entry.evidence === undefined &&
    !disputes.some(({ at }) => at >= settlement.at);
  if (!isSame) return undefined;
  return settlement.byRightPerson
    ? `Objection ${label} is ${entry.disposition} already.`
    : `That ${settlement.who} has objection ${label} ${entry.disposition} is recorded already, and marked.`;
}

/** A text that changes in substance makes stale what was answered, whatever its words. */
function hasRuleText(session: Session, entry: EntryOf<'rule-amended'>): boolean {
  const rule = ruleOf(session, entry.rule);
  if (rule === undefined || rule.conflict || entry.substantial === true) return false;
  const { substantial: _substantial, ...head } = rule.entry;
  return saysTheSame(head, entry);
}

function ruleLabel(session: Session, rule: EntryOf<'rule-amended'>['rule']): string {
  return ruleOf(session, rule)?.label ?? '';
}

/** A queue is open without a word; that it is may be said once. */
function isGateSaid(session: Session, { kind, subsystem }: EntryOf<'queue-closed' | 'queue-opened'>): boolean {
  const said = unstruck(session, 'queue').findLast(
    (each) => (each.kind === 'queue-closed' || each.kind === 'queue-opened') && each.subsystem === subsystem,
  );
  return said?.kind === kind;
}

/** Somebody who is called without having asked, and speaks. Nobody speaks through the night. */
function isSpeaking(session: Session, entry: EntryOf<'speaker-called'>): boolean {
  const now = speaker(session);
  return (
    now !== undefined &&
    entry.joined === undefined &&
    now.who === keptHandle(session, entry.who) &&
    lengthOfTurn(now.since, timeOf(entry)) !== undefined
  );
}
