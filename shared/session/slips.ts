import { isKnown, type Draft, type Entry, type EntryOf } from '../record/entry';
import type { Env } from '../record/env';
import type { Handle, Id } from '../record/ids';
import { byTime } from '../record/order';
import { refuse, type Result } from '../result';
import { decided } from './enter';
import { keysOf, rememberedAt, unstruck } from './look';
import { logOf } from './log';
import { editableText, standingWhere, withMainText } from './revise';
import { keptHandle } from './same';
import { versionsOf, type Session } from './session';
import { countedEntry } from './verdicts';

export type SlipAnswer = EntryOf<'slip-answered'>;

/** What people answered to "this is what we recorded you as saying", by the entry asked about: the last answer counts. */
export function slipAnswers(session: Session): ReadonlyMap<Id, SlipAnswer> {
  // what was asked about may be of any kind, and may come in after its answer
  const stamp = session.groups.has('slip') ? session.revision : 0;
  return rememberedAt(session, 'slip answers', stamp, () => {
    const found = new Map<Id, SlipAnswer>();
    for (const key of keysOf(session, 'slip') as readonly Id[]) {
      const own = unstruck<'slip-answered'>(session, 'slip', key).filter(({ who }) => isOf(session, key, who));
      const last = own.toSorted(byTime).at(-1);
      if (last !== undefined) found.set(key, last);
    }
    return found;
  });
}

/**
 * The entries whose words their author withholds. Who withholds one revision withholds the others too, whatever a scribe
 * edits: but for one that they answered otherwise, and those where they last answered otherwise.
 */
export function withheldEntries(session: Session): ReadonlySet<Id> {
  const answers = slipAnswers(session);
  const withheld = new Set([...answers].flatMap(([entry, { answer }]) => (answer === 'withheld' ? entry : [])));
  if (withheld.size === 0) return withheld;
  const last = new Map<string, SlipAnswer>();
  const revised = logOf(session).flatMap((entry) => {
    const names = isKnown(entry) ? registersOfSaid(session, entry) : [];
    const answer = answers.get(entry.id);
    for (const name of answer === undefined ? [] : names) {
      const before = last.get(name);
      if (answer !== undefined && (before === undefined || byTime(before, answer) < 0)) last.set(name, answer);
    }
    return answer === undefined && names.length > 0 ? { id: entry.id, names } : [];
  });
  for (const { id, names } of revised) {
    if (names.some((name) => last.get(name)?.answer === 'withheld')) withheld.add(id);
  }
  return withheld;
}

/** What an entry is a wording of, once for each who said it: those of one register have the same name. */
function registersOfSaid(session: Session, entry: Entry): readonly string[] {
  const said = saidBy(session, entry);
  const head = said.length === 0 ? undefined : standingWhere(session, entry)?.head;
  return head === undefined ? [] : said.map((who) => `${who} ${head.id}`);
}

/** Whoever withholds anything is named nowhere outside: a name beside other words would tell whose the withheld ones are. */
export function withheldNames(session: Session): ReadonlySet<Handle> {
  return new Set(
    [...slipAnswers(session).values()].flatMap(({ answer, who }) =>
      answer === 'withheld' ? keptHandle(session, who) : [],
    ),
  );
}

/** Whether an entry is what somebody said: who is `who` in it. */
function saidBy(session: Session, entry: Entry): readonly Handle[] {
  if (!('who' in entry) || entry.who === undefined) return [];
  return [entry.who].flat().map((who) => keptHandle(session, who));
}

/** Where an id has several contents, any of them may be what was withheld. */
function isOf(session: Session, id: Id, who: Handle): boolean {
  return [...versionsOf(session, id)].some(
    (entry) => isKnown(entry) && saidBy(session, entry).includes(keptHandle(session, who)),
  );
}

export interface SlipInput {
  readonly who: Handle;
  readonly entry: Id;
  readonly answer: SlipAnswer['answer'];
  /** what was said instead, or a paraphrase that may be printed: the record then says that; needed to correct */
  readonly text?: string;
}

/**
 * Records what somebody answered to their slip. A correction, as well as a paraphrase, is also a revision of the words
 * that stand, in the same act; what was recorded first stays in the log.
 */
export function decideSlipAnswer(session: Session, input: SlipInput, env: Env): Result<readonly Entry[]> {
  const { who, entry, answer, text } = input;
  const said = countedEntry(session, entry);
  if (said === undefined || !isKnown(said)) return refuse('What was answered about is not in the record.');
  if (!isOf(session, entry, who)) {
    return refuse('Only who said it answers for it.', {
      found: who,
      expected: saidBy(session, said).join(', ') || 'nobody: it is not recorded who said it',
    });
  }
  const words = text?.trim() ?? '';
  if (answer === 'corrected' && words === '') {
    return refuse('A correction needs the words that are right.', { found: 'none' });
  }
  const slip: Draft = { kind: 'slip-answered', who, entry, answer, ...(words === '' ? {} : { text: words }) };
  const stands = answer === 'corrected' ? editableText(session, entry) : undefined;
  // what has no words to edit (a dispute) keeps them: the correction is what the slip says
  const drafts = stands?.ok === true ? [slip, withMainText(stands.value.standing, words)] : [slip];
  return decided(session, drafts, env);
}
