import { explainEntry } from '../../shared/capture/explain';
import { objectionLabel, ruleLabel, thingLabel } from '../../shared/capture/label';
import { plainText } from '../../shared/capture/reading';
import type { Entry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import type { Conflict } from '../../shared/session/conflicts';
import { questions } from '../../shared/session/questions';
import type { Session } from '../../shared/session/session';
import { countedEntry } from '../../shared/session/verdicts';

/** What two scribes recorded differently, and what each of them did, as one sentence. */
export function conflictWords(session: Session, { heads }: Conflict): string {
  const [head] = heads;
  if (head === undefined) return '';
  const said = new Set(heads.map((entry) => `${plainText(explainEntry(session, entry))} (${entry.by})`));
  return `Two scribes differ about ${registerWords(session, head)}: ${[...said].join(' or ')}. Record it once more to settle it.`;
}

/** What an entry revises, as one names it. */
function registerWords(session: Session, entry: Entry): string {
  switch (entry.kind) {
    case 'session-opened':
    case 'session-amended':
      return 'the session';
    case 'participant-added':
    case 'participant-amended':
      return `who ${entry.who} is`;
    case 'attendance-noted':
      return `whether ${entry.who} is here`;
    case 'subsystem-added':
    case 'subsystem-amended':
      return `what #${entry.subsystem} is`;
    case 'position-taken':
      return `what ${entry.who} holds on #${entry.subsystem}`;
    case 'rule-proposed':
      return `the text of rule ${ruleLabel(session, entry.id)}`;
    case 'rule-amended':
      return `the text of rule ${ruleLabel(session, entry.rule)}`;
    case 'rule-answered':
      return `what ${entry.who} answers to rule ${ruleLabel(session, entry.rule)}`;
    case 'ruling-made':
      return `how rule ${ruleLabel(session, entry.rule)} stands on #${entry.subsystem}`;
    case 'objection-raised':
      return `the text of objection ${objectionLabel(session, entry.id)}`;
    case 'objection-amended':
      return `the text of objection ${objectionLabel(session, entry.objection)}`;
    case 'objection-settled':
      return `how objection ${objectionLabel(session, entry.objection)} was settled`;
    case 'question-raised':
      return `the text of question ${questionOf(session, entry.id)}`;
    case 'question-answered':
      return `the answer to question ${questionOf(session, entry.question)}`;
    case 'call-made':
      return `the call on ${thingLabel(session, entry.on)}`;
    case 'call-reopened': {
      const call = countedEntry(session, entry.call);
      return call?.kind === 'call-made' && 'on' in call ? `the call on ${thingLabel(session, call.on)}` : 'a call';
    }
    case 'poll-counted':
      return 'the counts of a poll';
    case 'note-taken':
    case 'note-amended':
      return 'the text of a note';
    case 'action-assigned':
    case 'action-amended':
      return 'an action';
    case 'action-done':
    case 'action-dropped':
      return 'how an action ended';
    default:
      // the other kinds revise nothing, and so are in no conflict
      return 'one thing';
  }
}

/** A question's number, by its first text or any later one. */
function questionOf(session: Session, id: Id): string {
  const found = questions(session).find((each) => each.id === id || each.versions.some((text) => text.id === id));
  return found?.label ?? 'that is not here';
}
