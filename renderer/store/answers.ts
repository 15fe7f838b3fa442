import type { EntryOf, MailEvidence } from '../../shared/record/entry';
import { bodyLines } from '../../shared/thread/body';
import { quotationOf } from '../../shared/thread/quotation';
import { firstOwnWords } from '../../shared/thread/find-lines';
import type { ThreadNode } from '../../shared/thread/thread-node';
import type { Thread } from '../../shared/thread/tree';
import type { ListedMail } from './listed-mail';
import { mailBody } from './mails';

/** The mails below a summary that was sent, in the order of the thread. */
export function answersTo(thread: Thread<ListedMail>, sent: readonly EntryOf<'summary-sent'>[]): readonly ListedMail[] {
  const summaries = new Set(sent.map(({ messageId }) => messageId));
  const below = new Set<ThreadNode<ListedMail>>();
  // parents come before their answers
  for (const node of thread.nodes) {
    const { parent } = node;
    if (parent !== undefined && (summaries.has(parent.id) || below.has(parent))) below.add(node);
  }
  return [...below].flatMap(({ mail }) => mail ?? []);
}

/** What somebody says in a mail, as evidence: their first own paragraph with what it answers. */
export interface SaidInMail {
  readonly text: string;
  readonly evidence: MailEvidence;
}

/** The first own words of a mail; undefined where it has none. */
export async function firstWords(mail: ListedMail): Promise<SaidInMail | undefined> {
  const lines = bodyLines(await mailBody(mail));
  const range = firstOwnWords(lines);
  if (range === undefined) return undefined;
  const evidence = quotationOf(mail, lines, range);
  return { text: evidence.lines.join('\n'), evidence };
}
