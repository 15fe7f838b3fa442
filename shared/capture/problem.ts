import type { Result } from '../result';
import type { Fix, Span } from './reading';
import { words, type ErrorCode } from './words';

/** Why a line does not record as it stands. */
export interface Problem {
  readonly code: ErrorCode;
  readonly words: string;
  readonly span: Span;
  readonly fix?: Fix;
  /** the form is not complete: without @ and # the line is then a note and not an error */
  readonly incomplete?: true;
}

export type Read<T> = Result<T, Problem>;

/** A problem in the words of the table. */
export function problem<C extends ErrorCode>(
  code: C,
  args: Parameters<(typeof words)[C]>,
  span: Span,
  more: { readonly fix?: Fix; readonly incomplete?: true } = {},
): { readonly ok: false; readonly error: Problem } {
  // the compiler doesn't see that a code's words take that code's arguments
  const say = words[code] as (...args: Parameters<(typeof words)[C]>) => string;
  return { ok: false, error: { code, words: say(...args), span, ...more } };
}
