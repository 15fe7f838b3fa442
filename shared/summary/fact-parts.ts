import type { Entry, On } from '../record/entry';
import type { Id } from '../record/ids';
import { timeOf } from '../record/order';
import { callById, madeOn } from '../session/calls';
import { evidenceOf, pinsOf, type Pinnable } from '../session/pins';
import { questions } from '../session/questions';
import { ruleOf } from '../session/rules';
import { archiveLink } from './links';
import type { Page } from './page';
import { idsOf, type Source } from './sources';
import { withStrikes } from './strikes';

/** When an entry was said, what it rests on, and which entries it and its story are. */
export function told(
  page: Page,
  entry: Entry & Pinnable,
  story: readonly Source[] = [entry],
): { readonly day: string; readonly links: readonly string[]; readonly from: readonly Id[] } {
  const own = story.map((source) => (typeof source === 'string' ? { id: source } : source));
  const links = evidenceOf(page.session, entry, own).flatMap((item) =>
    'message' in item ? (archiveLink(item.message) ?? []) : [],
  );
  const from = idsOf(withStrikes(page.session, [entry, ...own, ...pinsOf(page.session, own)]));
  return { day: page.calendar(timeOf(entry)), links: [...new Set(links)], from };
}

/** A text as people said it; undefined where there is none, or where none is wanted. */
export function words(page: Page, text: string | undefined, wanted = true): string | undefined {
  return text === undefined || !wanted ? undefined : page.words(text);
}

/** What something is on, in a word or three: `uvc`, `rule 3`, `rule 3 for uvc`, `question 2`, `the call on uvc`. */
export function about(page: Page, on: On): string {
  if ('rule' in on) {
    const rule = `rule ${ruleOf(page.session, on.rule)?.label ?? ''}`;
    return on.subsystem === undefined ? rule : `${rule} for ${on.subsystem}`;
  }
  if ('subsystem' in on) return on.subsystem;
  if ('question' in on) {
    return `question ${questions(page.session).find(({ id }) => id === on.question)?.label ?? ''}`;
  }
  const matter = callById(page.session, on.call) && madeOn(page.session, on.call);
  return matter === undefined ? 'a call' : `the call on ${about(page, matter)}`;
}
