import type { Finding, LintedMail } from './finding';
import { callFindings, objectionFindings } from './lint-calls';
import { envelopeFindings, threadFindings } from './lint-envelope';
import { secretFindings, textFindings } from './lint-text';
import { mailLines } from './mail-text';

/** What many lists take: vger refuses more than 100,000 characters. */
export const LIST_LIMIT = 100_000;

/** Everything to see to before a mail goes, what stops it first. */
export function lint(mail: LintedMail): readonly Finding[] {
  const lines = mailLines(mail.summary);
  const all = [
    ...envelopeFindings(mail),
    ...threadFindings(mail),
    ...textFindings(lines, mail.limit ?? LIST_LIMIT),
    ...secretFindings(mail, lines),
    ...objectionFindings(mail, lines),
    ...callFindings(mail),
  ];
  return all.toSorted((a, b) => Number(b.weight === 'stop') - Number(a.weight === 'stop'));
}
