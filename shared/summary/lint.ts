import { atOnce } from '../steps';
import type { Finding, LintedMail } from './finding';
import { callFindings, objectionFindings } from './lint-calls';
import { envelopeFindings, threadFindings } from './lint-envelope';
import { secretFindings, textFindings } from './lint-text';
import { mailLinesInSteps } from './mail-text';

/** What many lists take: vger refuses more than 100,000 characters. */
export const LIST_LIMIT = 100_000;

/** Everything to see to before a mail goes, what stops it first. */
export function lint(mail: LintedMail): readonly Finding[] {
  return atOnce(lintInSteps(mail));
}

/** The same with pauses: all of a mail is read for some of them. */
export function* lintInSteps(mail: LintedMail): Generator<void, readonly Finding[]> {
  const lines = yield* mailLinesInSteps(mail.summary);
  const all = [
    ...envelopeFindings(mail),
    ...threadFindings(mail),
    ...(yield* textFindings(lines, mail.limit ?? LIST_LIMIT)),
    ...(yield* secretFindings(mail, lines)),
    ...(yield* objectionFindings(mail, lines)),
    ...callFindings(mail),
  ];
  return all.toSorted((a, b) => Number(b.weight === 'stop') - Number(a.weight === 'stop'));
}
