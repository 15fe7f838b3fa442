import type { Entry, EntryOf } from '../record/entry';
import { ownFields } from '../record/fields';
import { actions } from './actions';
import { metEntries } from './conditions';
import { isOpen, objectionOf, objections } from './objections';
import { runningPoll } from './polls';
import { questions } from './questions';
import { queueOf } from './queue';
import { saysTheSame } from './register';
import { rules } from './rules';
import { keptHandle } from './same';
import type { Session } from './session';

/** What an entry would make that is there already and open, in words; undefined where it makes something new. */
export function madeAlready(session: Session, entry: Entry): string | undefined {
  switch (entry.kind) {
    case 'objection-raised': {
      const same = objections(session).find((each) => isOpen(each) && makes(each.entry, entry));
      return same === undefined ? undefined : `That is objection ${same.label} already.`;
    }
    case 'objection-disputed': {
      const same = objectionOf(session, entry.objection)?.disputes.some((each) => saysTheSame(each.entry, entry));
      return same === true ? `${entry.who} disputes that already.` : undefined;
    }
    case 'question-raised': {
      const same = questions(session).find(({ answer, entry: asked }) => answer === undefined && makes(asked, entry));
      return same === undefined ? undefined : `That is question ${same.label} already.`;
    }
    case 'rule-proposed': {
      const same = rules(session).find((rule) => makes(rule.entry, entry));
      return same === undefined ? undefined : `Rule ${same.label} says that already.`;
    }
    case 'action-assigned':
      return actions(session).some(({ state, entry: assigned }) => state === 'open' && makes(assigned, entry))
        ? 'That action stands already.'
        : undefined;
    case 'poll-opened': {
      const running = runningPoll(session);
      return running !== undefined && makes(running.entry, entry) ? 'That poll is open already.' : undefined;
    }
    case 'queue-joined':
      return isQueued(session, entry) ? `${entry.who} is in the queue of #${entry.subsystem} already.` : undefined;
    case 'condition-met':
      return isMet(session, entry) ? `Condition ${String(entry.n)} is met already.` : undefined;
    default:
      return undefined;
  }
}

/** What numbers and names a thing is no part of what it says. */
const NAMES = new Set(['number', 'rule', 'objection', 'action']);

/** Whether what stands of a thing says just what an entry says that would make another one. */
function makes(standing: Entry, entry: Entry): boolean {
  return fieldsOf(standing) === fieldsOf(entry);
}

function fieldsOf(entry: Entry): string {
  const fields = Object.entries(ownFields(entry)).filter(([key]) => !NAMES.has(key));
  return JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isQueued(session: Session, { who, subsystem, as, about }: EntryOf<'queue-joined'>): boolean {
  return queueOf(session, subsystem).waiting.some(
    (each) => each.who === keptHandle(session, who) && each.as === as && each.about === about,
  );
}

/** The same condition of the same entry, without new evidence. */
function isMet(session: Session, { entry, n, evidence }: EntryOf<'condition-met'>): boolean {
  return evidence === undefined && metEntries(session, [{ id: entry }]).some((met) => met.n === n);
}
