import type { Evidence } from '../record/entry';
import type { Handle, Id } from '../record/ids';
import { pinsOf } from '../session/pins';
import type { Condition } from '../session/positions';
import type { Line } from './document';
import { every, type Page } from './page';
import type { Source } from './sources';

/** What an entry says about who said something, and why. */
interface Said {
  readonly rationale?: string;
  readonly evidence?: readonly Evidence[];
  readonly via?: Handle;
  readonly for?: string;
}

const QUOTED = 3;

/** Why: the reason as it was recorded; where none was, up to three lines of the mail that it was said in. */
export function whyLines(page: Page, said: Said, from: readonly Source[]): readonly Line[] {
  if (!page.rationales) return [];
  if (said.rationale !== undefined) return [page.line('words', said.rationale, from)];
  return quoteLines(page, said.evidence ?? [], from);
}

/** The exact lines of the first mail that a statement points to. */
export function quoteLines(page: Page, evidence: readonly Evidence[], from: readonly Source[]): readonly Line[] {
  const [mail] = evidence.flatMap((item) => ('message' in item ? [item.lines] : []));
  if (mail === undefined) return [];
  const shown = mail.length <= QUOTED ? mail : [...mail.slice(0, QUOTED), '[...]'];
  return [page.line('quote', shown.join('\n'), from)];
}

/** What was pinned to an entry afterwards, in any of its wordings: the exact lines of each quote. */
export function pinnedLines(page: Page, wordings: readonly { readonly id: Id }[]): readonly Line[] {
  return page.rationales ? pinsOf(page.session, wordings).flatMap((pin) => quoteLines(page, pin.evidence, [pin])) : [];
}

/** Each condition, with whether it is met. */
export function conditionLines(
  page: Page,
  conditions: readonly Condition[],
  from: () => readonly Source[],
): readonly Line[] {
  if (conditions.length === 0) return [];
  const sources = from();
  return conditions.map(({ text, met }) =>
    page.line('point', `on condition (${met ? 'met' : 'not met'}): ${text}`, sources),
  );
}

/** Hearsay as hearsay, and for whom somebody speaks. */
export function provenance(page: Page, said: Said): readonly string[] {
  const words: string[] = [];
  if (said.via !== undefined) words.push(`As reported by ${page.name(said.via)}, not in their own words.`);
  if (said.for !== undefined) words.push(`Speaks for ${said.for}.`);
  for (const item of said.evidence ?? []) if ('room' in item) words.push(`In the room, ${page.moment(item.room)}.`);
  return words;
}

/** Several remarks as one line; none where there is nothing to remark. */
export function remarkLine(page: Page, remarks: readonly string[], from: () => readonly Source[]): readonly Line[] {
  return remarks.length === 0 ? [] : [page.line('remark', remarks.join(' '), from())];
}

/** That a thing stands in other words too, with these words: no record of it is left out. */
export function conflictWords(shown: string, heads: readonly string[]): string {
  const others = [...new Set(heads)].filter((words) => words !== shown).map((words) => `"${words}"`);
  const what = others.length === 0 ? 'it was recorded differently' : `also recorded as ${every(others)}`;
  return `In conflict: ${what}, and nobody has resolved it.`;
}
