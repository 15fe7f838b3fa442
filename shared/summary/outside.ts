import { privateIds, tells } from '../file/share';
import { isKnown, type AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';
import { logOf } from '../session/log';
import { rememberedAt } from '../session/look';
import { hasPrivateNote } from '../session/notes';
import { fold, foldAll, type Session } from '../session/session';
import { withheldEntries } from '../session/slips';
import { counts, countedEntry } from '../session/verdicts';
import { masked, withoutWords, type Mask } from './masked-entry';
import { pseudonyms, type PeopleAs } from './pseudonyms';

/**
 * The session as it may be seen outside: without what is private, with people called what they are to be called, and
 * without the words and the names that were withheld. What a form is made of holds nothing else, so none can tell it.
 * It is the same session where there is nothing to hide.
 */
export function outside(session: Session, people: PeopleAs = 'names'): Session {
  return rememberedAt(session, `outside, ${people}`, session.revision, () => {
    const open = publicPart(session);
    const mask = pseudonyms(open, people);
    return mask === undefined ? open : foldAll(disguised(open, mask));
  });
}

/** The session without what is private: the same session where nothing is. */
export function publicPart(session: Session): Session {
  if (!hasPrivateNote(session)) return session;
  const before = session.memory.get(PUBLIC)?.value as Parted | undefined;
  return rememberedAt(session, PUBLIC, session.revision, () => goneOn(session, before) ?? begun(session)).open;
}

const PUBLIC = 'public part';

/** The public part of a session, which goes on as the session does. */
interface Parted {
  readonly open: Session;
  /** the ids of private notes */
  readonly secret: ReadonlySet<Id>;
  /** how many of the session's arrivals were looked at, after how many rewinds */
  readonly of: number;
  readonly rewinds: number;
}

function begun(session: Session): Parted {
  const all = logOf(session);
  const secret = privateIds(all);
  const open = foldAll(all.filter((entry) => !tells(entry, secret)));
  return { open, secret, of: session.arrived.length, rewinds: session.rewinds };
}

/**
 * The part of before with what came since. Undefined where that holds another private note, which lines that are in the
 * part may name, or where an id has several contents, of which any may be private.
 */
function goneOn(session: Session, before: Parted | undefined): Parted | undefined {
  if (before?.rewinds !== session.rewinds || session.clashes.size > 0) return undefined;
  const since = session.arrived.slice(before.of).flatMap((id) => session.entries.get(id) ?? []);
  if (privateIds(since).size > 0 || since.some(({ id }) => before.secret.has(id))) return undefined;
  for (const entry of since) if (!tells(entry, before.secret)) fold(before.open, entry);
  return { ...before, of: session.arrived.length };
}

function* disguised(session: Session, mask: Mask): Generator<AnyEntry> {
  const withheld = withheldEntries(session);
  for (const entry of logOf(session)) {
    if (!isShown(session, entry)) continue;
    // a mail about what a hidden person said leads to them as their own does
    const leadsTo = aboutOf(entry).some((id) => isHiddens(session, id, mask));
    const shown = masked(withheld.has(entry.id) ? withoutWords(entry) : entry, mask, leadsTo);
    if (shown !== undefined) yield shown;
  }
}

/** A pick names the hash of a line as it was: here what was picked has been chosen already. */
function isShown(session: Session, entry: AnyEntry): boolean {
  if (entry.kind === 'entry-picked') return false;
  return counts(session, entry) || countedEntry(session, entry.id) === undefined;
}

/** What an entry's evidence is about, besides the entry itself: what it is pinned to, what it meets, settles or answers. */
function aboutOf(entry: AnyEntry): readonly Id[] {
  if (!isKnown(entry)) return [];
  switch (entry.kind) {
    case 'quote-pinned':
      return [entry.to];
    case 'condition-met':
      return [entry.entry];
    case 'objection-settled':
    case 'objection-disputed':
      return [entry.objection];
    case 'question-answered':
      return [entry.question];
    default:
      return [];
  }
}

function isHiddens(session: Session, id: AnyEntry['id'], { names }: Mask): boolean {
  const entry = countedEntry(session, id);
  if (entry === undefined || !('who' in entry) || entry.who === undefined) return false;
  return [entry.who].flat().some((who) => names.has(who));
}
