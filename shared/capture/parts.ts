import { ok } from '../result';
import { problem, type Read } from './problem';
import type { Part } from './tokens';
import type { Typed } from './typed';

/** What a form makes of parts that begin with `if`, `unless` or `because`; where it doesn't, they are text. */
export interface PartKinds {
  readonly conditions?: true;
  readonly remedy?: true;
  readonly because?: true;
}

/** The text after ` -- `, by what its parts are. */
export interface Texts {
  /** rationale, answer, statement, question or note: the other parts, joined by newlines */
  readonly main?: string;
  readonly conditions: readonly string[];
  readonly remedy?: string;
  readonly because?: string;
}

export function takeTexts(typed: Typed, kinds: PartKinds = {}): Read<Texts> {
  const main: string[] = [];
  const conditions: string[] = [];
  let remedy: string | undefined;
  let because: string | undefined;
  for (const part of typed.parts ?? []) {
    const condition = kinds.conditions && after(part, 'if');
    const unless = kinds.remedy && after(part, 'unless');
    const reason = kinds.because && after(part, 'because');
    if (condition !== undefined) {
      if (!conditions.includes(condition)) conditions.push(condition);
    } else if (unless !== undefined) {
      if (remedy !== undefined) return problem('E-UNLESS-TWO', [], part);
      remedy = unless;
    } else if (reason !== undefined) {
      if (because !== undefined) return problem('E-BECAUSE-TWO', [], part);
      because = reason;
    } else main.push(part.text);
  }
  return ok({
    conditions,
    ...(main.length === 0 ? {} : { main: main.join('\n') }),
    ...(remedy === undefined ? {} : { remedy }),
    ...(because === undefined ? {} : { because }),
  });
}

/** What follows a keyword at the start of a part; the keyword itself is not stored. */
function after(part: Part, keyword: string): string | undefined {
  if (!part.text.startsWith(`${keyword} `)) return undefined;
  part.keyword = keyword.length;
  return part.text.slice(keyword.length).trim();
}
