import type { Entry, EntryOf } from '../record/entry';
import { metEntries } from './conditions';
import { objectionOf } from './objections';
import { runningPoll } from './polls';
import { queueOf } from './queue';
import { saysTheSame } from './register';
import { keptHandle } from './same';
import type { Session } from './session';

/** What an entry would make that is there already and open, in words; undefined where it makes something new. */
export function madeAlready(session: Session, entry: Entry): string | undefined {
  switch (entry.kind) {
    case 'objection-disputed': {
      const same = objectionOf(session, entry.objection)?.disputes.some((each) => saysTheSame(each.entry, entry));
      return same === true ? `${entry.who} disputes that already.` : undefined;
    }
    case 'poll-opened': {
      const running = runningPoll(session);
      return running !== undefined && saysTheSame(running.entry, entry) ? 'That poll is open already.' : undefined;
    }
    case 'queue-joined':
      return isQueued(session, entry) ? `${entry.who} is in the queue of #${entry.subsystem} already.` : undefined;
    case 'condition-met':
      return isMet(session, entry) ? `Condition ${String(entry.n)} is met already.` : undefined;
    default:
      return undefined;
  }
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
