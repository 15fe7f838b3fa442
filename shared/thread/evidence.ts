import type { MailEvidence } from '../record/entry';
import { answered } from './answered';
import type { BodyLine } from './body';
import { lineStarts, type LineRange } from './find-lines';
import type { Mail } from './mail';

/** Lines of a mail as evidence: exactly as they stand, with the quoted lines that they answer. */
export function evidenceFrom(
  { id, author, date, subject }: Pick<Mail, 'id' | 'author' | 'date' | 'subject'>,
  lines: readonly BodyLine[],
  { from, to }: LineRange,
): MailEvidence {
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
