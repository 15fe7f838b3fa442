import { assertNever } from '../result';
import { isAscii, width } from './characters';
import type { Block, Item, Line, Statement, Summary } from './document';
import type { MailLine } from './mail-line';
import { sealLines } from './seal';
import { tableLines } from './table-text';
import { fill, wrap } from './wrap';

/** RFC 5322 asks for lines of at most 78; lists quote, so 72. */
const COLUMNS = 72;
/** How far an item stands in from the margin. */
const INDENT = '  ';

/** The body of the mail: plain text with LF, at most 72 columns but for link lines, ending in the seal. */
export function mailText(summary: Summary): string {
  return mailLines(summary)
    .map(({ text }) => `${text}\n`)
    .join('');
}

/** The same line by line, each with the entries behind it. */
export function mailLines(summary: Summary): readonly MailLine[] {
  const links = [...summary.links];
  const body = summary.blocks.flatMap((block, at) => [...(at === 0 ? [] : [BLANK]), ...blockLines(block, links)]);
  const seal = summary.seal === undefined ? [] : ['-- ', ...sealLines(summary.seal)];
  return [
    ...body,
    BLANK,
    ...links.map((link, at) => own(`[${at + 1}] ${link}`)),
    ...(links.length === 0 ? [] : [BLANK]),
    ...seal.map(own),
  ];
}

const BLANK: MailLine = { text: '', from: [] };

function own(text: string): MailLine {
  return { text, from: [] };
}

function blockLines(block: Block, links: string[]): readonly MailLine[] {
  switch (block.type) {
    case 'heading':
      return headingLines(block.said);
    case 'paragraph':
      return wrap(withLinks(block.said, links, COLUMNS), COLUMNS).map((text) => ({ text, from: block.said.from }));
    case 'table':
      return tableLines(block, COLUMNS);
    case 'items': {
      const marks = Math.max(...block.items.map(({ mark }) => width(mark)));
      const isLoose = block.of !== 'points' && block.items.some(({ lines }) => lines.length > 0);
      return block.items.flatMap((item, at) => [
        ...(isLoose && at > 0 ? [BLANK] : []),
        ...itemLines(item, marks, links),
      ]);
    }
    default:
      return assertNever(block);
  }
}

/** `== title ==`, over several lines where it is long. */
function headingLines({ text, from }: Statement): readonly MailLine[] {
  const lines = wrap(text, COLUMNS - 6);
  return lines.map((line, at) => ({
    text: `${at === 0 ? '== ' : '   '}${line}${at === lines.length - 1 ? ' ==' : ''}`,
    from,
  }));
}

/** The mark, what stands beside it with the date at the right, and under that the item's lines. */
function itemLines({ mark, head, date, lines }: Item, marks: number, links: string[]): readonly MailLine[] {
  const margin = INDENT + ' '.repeat(marks + 2);
  const columns = COLUMNS - margin.length;
  const room = date === undefined ? columns : columns - date.length - 2;
  const [first = '', ...more] = wrap(withLinks(head, links, room), room);
  const gap = date === undefined ? '' : ' '.repeat(columns - width(first) - date.length) + date;
  return [
    { text: INDENT + mark + ' '.repeat(marks - width(mark) + 2) + first + gap, from: head.from },
    ...more.map((text) => ({ text: margin + text, from: head.from })),
    ...lines.flatMap((line) =>
      lineTexts(line, columns, links).map((text) => ({ text: margin + text, from: line.from })),
    ),
  ].map(({ text, from }) => ({ text: text.trimEnd(), from }));
}

function lineTexts(line: Line, columns: number, links: string[]): readonly string[] {
  const text = withLinks(line, links, columns - 2);
  switch (line.sort) {
    case 'words':
    case 'remark':
      return wrap(text, columns);
    case 'condition':
      return wrap(text, columns - 2).map((each, at) => (at === 0 ? each : `  ${each}`));
    case 'quote':
      return text.split('\n').flatMap((each) => quoted(each, columns - 2));
    default:
      return assertNever(line.sort);
  }
}

/** Quoted lines are exact: they are only broken where they are too long. */
function quoted(line: string, columns: number): readonly string[] {
  const exact = line.trimEnd();
  return (width(exact) <= columns ? [exact] : fill(exact, columns)).map((each) => `> ${each}`);
}

const ADDRESS = /https?:\/\/[!-~]*[^\s.,;:!?'")\]>]/g;

/** A statement's text with the numbers of its links; an address that no line holds becomes a link too. */
function withLinks({ text, links: cited }: Statement, links: string[], columns: number): string {
  const short = text.replace(ADDRESS, (address) => {
    if (address.length <= columns || !isAscii(address)) return address;
    if (!links.includes(address)) links.push(address);
    return `[${links.indexOf(address) + 1}]`;
  });
  return [short, ...cited.map((number) => `[${number}]`)].join(' ');
}
