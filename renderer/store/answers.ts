import type { Evidence } from '../../shared/record/entry';
import type { Instant } from '../../shared/record/ids';
import type { EntryOf } from '../../shared/record/entry';
import { bodyLines, type BodyLine } from '../../shared/thread/body';
import type { ThreadNode } from '../../shared/thread/thread-node';
import type { Thread } from '../../shared/thread/tree';
import type { ListedMail } from './listed-mail';
import { mailBody, quoted } from './mails';

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

/** What somebody says in a mail, as evidence: their first own paragraph with what it answers, and when it was written. */
export interface SaidInMail {
  readonly text: string;
  readonly evidence: Evidence;
  readonly said?: Instant;
}

/** The first own words of a mail; undefined where it has none. */
export async function firstWords(mail: ListedMail): Promise<SaidInMail | undefined> {
  const lines = bodyLines(await mailBody(mail));
  const own = firstParagraph(lines);
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    text: own.map(({ text }) => text).join('\n'),
    evidence: await quoted(mail, first.n, last.n),
    // a date that the reader of mail gives is an instant of the record's form
    ...(mail.date === undefined ? {} : { said: mail.date as Instant }),
  };
}

/** Below a quote where there is one: above it people greet. */
function firstParagraph(lines: readonly BodyLine[]): readonly BodyLine[] {
  const isOwn = (line: BodyLine): boolean => line.kind === 'own' && line.text.trim() !== '';
  const quote = lines.findIndex(({ kind }) => kind === 'quoted');
  const below = lines.findIndex((line, at) => at > quote && isOwn(line));
  const start = below === -1 ? lines.findIndex(isOwn) : below;
  if (start === -1) return [];
  const end = lines.findIndex((line, at) => at > start && !isOwn(line));
  return lines.slice(start, end === -1 ? undefined : end);
}
