import type { Draft, DraftOf, Entry, FieldsOf, Kind } from '../record/entry';
import type { Handle, Id } from '../record/ids';
import { joined } from './joined';
import { remembered, shelved, standingOf, standingOver } from './look';
import type { Standing } from './register';
import { handlesOf } from './same';
import type { Session } from './session';
import { answersTo, onKey, positionsOn } from './shelves';
import { countedEntry } from './verdicts';

/** The kinds that revise each other: the members of one register. */
export type CallEntry = Extract<Entry, { kind: 'call-made' | 'call-reopened' }>;
export type PositionEntry = Extract<Entry, { kind: 'position-taken' }>;
export type AnswerEntry = Extract<Entry, { kind: 'rule-answered' }>;
export type AttendanceEntry = Extract<Entry, { kind: 'attendance-noted' }>;
export type QuestionEntry = Extract<Entry, { kind: 'question-raised' }>;

/** What stands in a register of one person: all handles of that person together. */
function personal<E extends Entry>(session: Session, group: string, who: Handle): Standing<E> | undefined {
  const handles = handlesOf(session, who);
  const [only] = handles;
  if (handles.length === 1 && only !== undefined) return standingOf(session, group, only) as Standing<E> | undefined;
  return remembered(session, `${group} of ${handles[0] ?? who}`, [group, 'same'], () =>
    standingOver(
      session,
      handles.flatMap((handle) => shelved(session, group, handle)) as readonly Entry[] as readonly E[],
    ),
  );
}

export function positionStanding(
  session: Session,
  who: Handle,
  subsystem: string,
): Standing<PositionEntry> | undefined {
  return personal<PositionEntry>(session, positionsOn(subsystem), who);
}

export function answerStanding(
  session: Session,
  who: Handle,
  rule: Id,
  subsystem?: string,
): Standing<AnswerEntry> | undefined {
  return personal<AnswerEntry>(session, answersTo(rule, subsystem), who);
}

export function attendanceStanding(session: Session, who: Handle): Standing<AttendanceEntry> | undefined {
  return personal<AttendanceEntry>(session, 'attendance', who);
}

/** What stands as the chair's call on a thing, by its `onKey`: the call, or its reopening. */
export function callStanding(session: Session, key: string): Standing<CallEntry> | undefined {
  return remembered(session, `call on ${key}`, ['call', 'reopening'], () => {
    const calls = shelved<'call-made'>(session, 'call', key);
    // a clashing call is here once for each content
    const ids = [...new Set(calls.map(({ id }) => id))];
    const reopenings = ids.flatMap((id) => shelved<'call-reopened'>(session, 'reopening', id));
    return standingOver<CallEntry>(session, [...calls, ...reopenings]);
  });
}

/** Every question with its revisions: a question that names earlier ones in `prev` is a new text of theirs. */
export function questionStandings(session: Session): ReadonlyMap<Id, Standing<QuestionEntry>> {
  return remembered(session, 'question standings', ['question'], () => {
    const members = new Map<Id, QuestionEntry[]>();
    for (const [entry, question] of firstTexts(shelved<'question-raised'>(session, 'question'))) {
      const texts = members.get(question);
      if (texts === undefined) members.set(question, [entry]);
      else texts.push(entry);
    }
    const standings = new Map<Id, Standing<QuestionEntry>>();
    for (const [first, entries] of members) {
      const found = standingOver(session, entries);
      if (found !== undefined) standings.set(first, found);
    }
    return standings;
  });
}

/** What stands of the question that a text is of. */
export function questionStandingOf(session: Session, text: Id): Standing<QuestionEntry> | undefined {
  return remembered(
    session,
    'question standings by text',
    ['question'],
    () =>
      new Map(
        [...questionStandings(session).values()].flatMap((standing) =>
          standing.history.map(({ id }) => [id, standing] as const),
        ),
      ),
  ).get(text);
}

/**
 * The question that each text is of: the least id that it reaches through `prev`, present or not. Where two texts that
 * know nothing of each other share a later one, all are of one question.
 */
function firstTexts(texts: readonly QuestionEntry[]): ReadonlyMap<QuestionEntry, Id> {
  const { join, top } = joined<Id>();
  for (const { id, prev = [] } of texts) {
    for (const before of prev) {
      if (top(id) < top(before)) join(before, id);
      else join(id, before);
    }
  }
  return new Map(texts.map((text) => [text, top(text.id)]));
}

/** The kinds that can't revise anything: they have no `prev`. */
type NewKind = { [K in Kind]: 'prev' extends keyof FieldsOf<K> ? never : K }[Kind];

/** What stands in the register that a draft revises; undefined where it makes something new or revises nothing. */
export function registerOf(session: Session, draft: Draft): Standing<Entry> | undefined {
  switch (draft.kind) {
    case 'session-opened':
    case 'session-amended':
      return standingOf(session, 'meeting', '');
    case 'participant-added':
    case 'participant-amended':
      return standingOf(session, 'participant', draft.who);
    case 'attendance-noted':
      return attendanceStanding(session, draft.who);
    case 'subsystem-added':
    case 'subsystem-amended':
      return standingOf(session, 'subsystem', draft.subsystem);
    case 'position-taken':
      return positionStanding(session, draft.who, draft.subsystem);
    case 'rule-answered':
      return answerStanding(session, draft.who, draft.rule, draft.subsystem);
    case 'rule-amended':
      return standingOf(session, 'rule', draft.rule);
    case 'ruling-made':
      return standingOf(session, 'ruling', `${draft.rule} ${draft.subsystem}`);
    case 'objection-amended':
      return standingOf(session, 'objection', draft.objection);
    case 'objection-settled':
      return standingOf(session, 'settlement', draft.objection);
    case 'question-raised':
      // a new text of a question names the one it revises
      return draft.prev === undefined
        ? undefined
        : [...questionStandings(session).values()].find(({ heads }) =>
            heads.some(({ id }) => draft.prev?.includes(id)),
          );
    case 'question-answered':
      return standingOf(session, 'question-answer', draft.question);
    case 'call-made':
      return callStanding(session, onKey(draft.on));
    case 'call-reopened': {
      const call = countedEntry(session, draft.call);
      return call?.kind === 'call-made' && 'on' in call ? callStanding(session, onKey(call.on)) : undefined;
    }
    case 'poll-counted':
      return standingOf(session, 'count', draft.poll);
    case 'note-amended':
      return standingOf(session, 'note', draft.note);
    case 'action-amended':
      return standingOf(session, 'action', draft.action);
    case 'action-done':
    case 'action-dropped':
      return standingOf(session, 'action-end', draft.action);
    case 'rule-proposed':
    case 'objection-raised':
    case 'note-taken':
    case 'action-assigned':
      // the first words of a new thing
      return undefined;
    default:
      // a kind with `prev` has no register here yet: give it a case above
      draft satisfies DraftOf<NewKind>;
      return undefined;
  }
}

/** Unstruck entries of a group over all its shelves, for lists of things. */
export function standings(session: Session, group: string): readonly [string, Standing<Entry>][] {
  return remembered(session, `standings of ${group}`, [group], () => {
    const found: [string, Standing<Entry>][] = [];
    for (const key of session.groups.get(group)?.shelves.keys() ?? []) {
      const standing = standingOf(session, group, key);
      if (standing !== undefined) found.push([key, standing]);
    }
    return found.sort(([a], [b]) => (a < b ? -1 : 1));
  });
}
