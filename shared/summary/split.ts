import { utf8Length } from '../record/canon';
import { ok, type Result } from '../result';
import type { Block, Line, Statement, Summary } from './document';
import { emlText, messageIdIn, type Envelope } from './eml';
import { archiveLink } from './links';
import { mailText } from './mail-text';

/** One mail as a file, with the Message-ID that it has, without brackets. */
export interface Eml {
  readonly eml: string;
  readonly messageId: string;
}

/**
 * A summary as one mail, or as several where the list takes no more than `limit` bytes: each but the first answers the
 * first and says which part it is. It is parted before headings alone, so a subsystem that is longer makes a longer part.
 */
export function partedMails(summary: Summary, envelope: Envelope, limit: number): Result<readonly Eml[]> {
  const groups = grouped(summary, limit);
  const [head = [], ...others] = groups;
  const count = groups.length;
  if (others.length === 0) return mailed(summary, envelope, []);
  const first = mailed(partOf(summary, head, { number: 1, count }), envelope, []);
  if (!first.ok) return first;
  const before = first.value[0]?.messageId ?? '';
  return others.reduce<Result<readonly Eml[]>>(
    (done, blocks, at) =>
      done.ok ? mailed(partOf(summary, blocks, { number: at + 2, count, before }), envelope, done.value) : done,
    first,
  );
}

function mailed(summary: Summary, envelope: Envelope, before: readonly Eml[]): Result<readonly Eml[]> {
  const eml = emlText(summary, envelope);
  if (!eml.ok) return eml;
  return ok([...before, { eml: eml.value, messageId: messageIdIn(eml.value) ?? '' }]);
}

/** What headers, the first paragraph, links and the signature of a part take. */
const AROUND = 3000;

/** The blocks in parts that fit, each beginning with a heading. */
function grouped(summary: Summary, limit: number): readonly (readonly Block[])[] {
  if (utf8Length(mailText(summary)) <= limit) return [summary.blocks];
  const parts: Block[][] = [[]];
  let used = 0;
  for (const section of sections(summary.blocks)) {
    const { seal: _seal, ...bare } = summary;
    const size = utf8Length(mailText({ ...bare, links: [], blocks: section }));
    if (used > 0 && used + size > limit - AROUND) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(...section);
    used += size;
  }
  return parts;
}

function sections(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const found: Block[][] = [[]];
  for (const block of blocks) {
    if (block.type === 'heading' && block.level === 1) found.push([]);
    found.at(-1)?.push(block);
  }
  return found;
}

interface Part {
  readonly number: number;
  readonly count: number;
  /** the Message-ID of the first part */
  readonly before?: string;
}

const [FIRST_PART, LATER_PART] = ['the others answer it.', 'the first one says how to read it:'];

function partWords(number: number, count: number): string {
  return `This is part ${String(number)} of ${String(count)}; ${number === 1 ? FIRST_PART : LATER_PART}`;
}

/** Whether a line of a mail is what a part says of itself, and nothing besides, whatever it links to. */
export function saysItIsAPart(line: string): boolean {
  const [, words = ''] = /^This is part \d+ of \d+; (.+?)(?: \[[^\]]+\])?$/.exec(line) ?? [];
  return words === FIRST_PART || words === LATER_PART;
}

function partOf(summary: Summary, blocks: readonly Block[], { number, count, before }: Part): Summary {
  const { blocks: shown, links } = relinked(summary, blocks);
  const link = before === undefined ? undefined : archiveLink(before);
  const notice: Block = {
    type: 'paragraph',
    said: { text: partWords(number, count), from: [], links: link === undefined ? [] : [links.length + 1] },
  };
  const references = [...(summary.thread?.references ?? []), ...(before === undefined ? [] : [before])];
  return {
    ...summary,
    subject: `${number === 1 || /^re:/i.test(summary.subject) ? '' : 'Re: '}${summary.subject} (${String(number)}/${String(count)})`,
    ...(before === undefined ? {} : { thread: { inReplyTo: before, references } }),
    blocks: number === 1 ? [...shown.slice(0, 1), notice, ...shown.slice(1)] : [notice, ...shown],
    links: link === undefined ? links : [...links, link],
  };
}

/** Some blocks of a summary with the links that they point to alone, numbered anew. */
function relinked(summary: Summary, blocks: readonly Block[]): Pick<Summary, 'blocks' | 'links'> {
  const numbers = new Map<number, number>();
  const said = <S extends Statement>(statement: S): S => ({
    ...statement,
    links: statement.links.map((number) => {
      const known = numbers.get(number) ?? numbers.size + 1;
      numbers.set(number, known);
      return known;
    }),
  });
  const shown = blocks.map((block): Block => {
    if (block.type === 'table') return block;
    if (block.type !== 'items') return { ...block, said: said(block.said) };
    const items = block.items.map((item) => ({ ...item, head: said(item.head), lines: item.lines.map(said<Line>) }));
    return { ...block, items };
  });
  return { blocks: shown, links: [...numbers.keys()].map((number) => summary.links[number - 1] ?? '') };
}
