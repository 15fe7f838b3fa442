import type { Finding, LintedMail } from './finding';
import { callFindings, objectionFindings } from './lint-calls';
import { envelopeFindings, threadFindings } from './lint-envelope';
import { secretFindings, textFindings } from './lint-text';
import { mailLines } from './mail-text';

/** What many lists take: vger refuses more than 100,000 characters. */
export const LIST_LIMIT = 100_000;

/** Everything to see to before a mail goes, what stops it first. */
export function lint(mail: LintedMail): readonly Finding[] {
  const steps = lintInSteps(mail);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same with pauses, each as long as a part of it takes: all of a mail is read for some of them. */
export function* lintInSteps(mail: LintedMail): Generator<void, readonly Finding[]> {
  const lines = mailLines(mail.summary);
  yield;
  const all = [...envelopeFindings(mail), ...threadFindings(mail)];
  all.push(...textFindings(lines, mail.limit ?? LIST_LIMIT));
  yield;
  all.push(...secretFindings(mail, lines));
  yield;
  all.push(...objectionFindings(mail, lines));
  yield;
  all.push(...callFindings(mail));
  return all.toSorted((a, b) => Number(b.weight === 'stop') - Number(a.weight === 'stop'));
}
