import { answered } from './answered';
import type { BodyLine } from './body';
import { lineStarts, type LineRange } from './find-lines';
import type { Mail } from './mail';

/** Lines of a mail with where they stand: what a record keeps as evidence. */
export interface Quotation {
  /** Message-ID without brackets */
  readonly message: string;
  /** exactly as they stand */
  readonly lines: readonly string[];
  /** the quoted lines that they answer */
  readonly context?: readonly string[];
  readonly from?: string;
  readonly date?: string;
  readonly subject?: string;
  /** where the first line begins, in UTF-16 units into the body */
  readonly offset: number;
}

/** Some lines of a mail, with the quoted lines that they answer. */
export function quotationOf(
  { id, author, date, subject }: Pick<Mail, 'id' | 'author' | 'date' | 'subject'>,
  lines: readonly BodyLine[],
  { from, to }: LineRange,
): Quotation {
  const context = answered(lines, from, to);
  return {
    message: id,
    lines: lines.slice(from - 1, to).map(({ text }) => text),
    ...(context.length === 0 ? {} : { context }),
    ...(author.name === undefined ? {} : { from: author.name }),
    ...(date === undefined ? {} : { date }),
    ...(subject === '' ? {} : { subject }),
    offset: lineStarts(lines)[from - 1] ?? 0,
  };
}
