import type { Id } from '../record/ids';
import { assertNever } from '../result';
import { ofEach } from '../steps';
import type { Block, Item, Line, Statement, Summary } from './document';
import { isSameSource, type FormLine } from './form-line';
import { literal } from './markdown-escape';
import { signatureLines } from './seal';
import { idsOf } from './sources';

type Table = Extract<Block, { type: 'table' }>;

/**
 * The summary in Markdown (CommonMark with tables). Behind each statement stand the ids of its entries, in a comment; of
 * a list item behind its first line, and behind those of its lines that come from others. There is a pause behind each block.
 */
export function* markdownLines(summary: Summary): Generator<void, readonly FormLine[]> {
  const set = setter(summary.links);
  const signature = signatureLines(summary);
  return [
    own(`# ${literal(summary.title)}`),
    ...(yield* ofEach(summary.blocks, (block, at) => [
      own(''),
      // two lists in a row would be one
      ...(block.type === 'items' && summary.blocks[at - 1]?.type === 'items' ? [own('<!-- -->'), own('')] : []),
      ...blockLines(block, set),
    ])),
    ...(summary.links.length === 0 ? [] : [own(''), own('---'), own('')]),
    ...summary.links.map((link, at) => own(`${String(at + 1)}. <${link}>`)),
    ...(signature.length === 0 ? [] : ['', '```', ...signature, '```'].map(own)),
  ];
}

type Setter = (said: Statement) => string;

function own(text: string): FormLine {
  return { text, from: [] };
}

function line(text: string, from: readonly Id[]): FormLine {
  return { text: from.length === 0 ? text : `${text} <!-- ${from.join(' ')} -->`, from };
}

/** A statement's words and its links, as numbers that lead there. */
function setter(links: readonly string[]): Setter {
  return (said) =>
    [literal(said.text), ...said.links.map((at) => `[\\[${String(at)}\\]](<${links[at - 1] ?? ''}>)`)].join(' ');
}

function blockLines(block: Block, set: Setter): readonly FormLine[] {
  switch (block.type) {
    case 'heading':
      return [line(`${'#'.repeat(block.level + 1)} ${set(block.said)}`, idsOf(block.said.from))];
    case 'paragraph':
      return [line(set(block.said), idsOf(block.said.from))];
    case 'table':
      return tableLines(block);
    case 'items':
      return block.items.flatMap((item) => itemLines(item, set));
    default:
      return assertNever(block);
  }
}

function tableLines({ columns, rows }: Table): readonly FormLine[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    own(row(columns.map(({ title }) => literal(title, true)))),
    own(row(columns.map(({ align }) => (align === 'right' ? '--:' : '---')))),
    ...rows.map((each) => {
      const [first = '', ...others] = each.cells;
      const from = idsOf(each.from);
      const depth = first.length - first.trimStart().length;
      const name = `${'&nbsp;'.repeat(depth)}${literal(first, true)} <!-- ${from.join(' ')} -->`;
      return {
        text: row([from.length === 0 ? literal(first, true) : name, ...others.map((cell) => literal(cell, true))]),
        from,
      };
    }),
  ];
}

function itemLines({ mark, head, date, lines }: Item, set: Setter): readonly FormLine[] {
  const begin = mark === '-' ? '' : `**${literal(mark)}** `;
  const end = date === undefined ? '' : `, ${date}`;
  const from = idsOf(head.from);
  return [
    line(`- ${begin}${set(head)}${end}`, from),
    ...lines.map((each) => {
      const behind = each.from === head.from ? from : idsOf(each.from);
      return isSameSource(behind, from)
        ? { text: lineText(each, set), from: behind }
        : line(lineText(each, set), behind);
    }),
  ];
}

function lineText(said: Line, set: Setter): string {
  return said.sort === 'quote' ? `  > ${set(said)}` : `  - ${set(said)}`;
}
