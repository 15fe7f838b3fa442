import { assertNever } from '../result';
import { isAscii, width } from './characters';
import type { Block, Item, Line, Statement, Summary } from './document';
import { textOf, type FormLine } from './form-line';
import { signatureLines } from './seal';
import { tableLines } from './table-text';
import { fill, wrap } from './wrap';

/** RFC 5322 asks for lines of at most 78; lists quote, so 72. */
const COLUMNS = 72;
/** How far an item stands in from the margin. */
const INDENT = '  ';
const QUOTE = '> ';

/** The body of the mail: plain text with LF, at most 72 columns but for link lines, ending in the seal. */
export function mailText(summary: Summary): string {
  return textOf(mailLines(summary));
}

/** The same line by line, each with the entries behind it. */
export function mailLines(summary: Summary): readonly FormLine[] {
  const links = [...summary.links];
  const body = summary.blocks.flatMap((block, at) => [...(at === 0 ? [] : [BLANK]), ...blockLines(block, links)]);
  const seal = summary.seal === undefined ? [] : ['-- ', ...signatureLines(summary, 'mail')];
  return [
    ...body,
    ...(links.length + seal.length === 0 ? [] : [BLANK]),
    ...links.map((link, at) => own(`[${at + 1}] ${link}`)),
    ...(links.length === 0 ? [] : [BLANK]),
    ...seal.map(own),
  ];
}

const BLANK: FormLine = { text: '', from: [] };

function own(text: string): FormLine {
  return { text, from: [] };
}

function blockLines(block: Block, links: string[]): readonly FormLine[] {
  switch (block.type) {
    case 'heading':
      return headingLines(block.said);
    case 'paragraph':
      return wrap(withLinks(block.said, links, COLUMNS), COLUMNS).map((text) => ({ text, from: block.said.from }));
    case 'table':
      return tableLines(block, COLUMNS);
    case 'items': {
      const marks = Math.max(...block.items.map(({ mark }) => width(mark)));
      const isLoose = (block.of === 'positions' || block.of === 'objections') && block.items.some(hasLines);
      return block.items.flatMap((item, at) => [
        ...(isLoose && at > 0 ? [BLANK] : []),
        ...itemLines(item, marks, links),
      ]);
    }
    default:
      return assertNever(block);
  }
}

function hasLines({ lines }: Item): boolean {
  return lines.length > 0;
}

/** `== title ==`, over several lines where it is long. */
export function headingLines({ text, from }: Statement): readonly FormLine[] {
  const lines = wrap(text, COLUMNS - 6);
  return lines.map((line, at) => ({
    text: `${at === 0 ? '== ' : '   '}${line}${at === lines.length - 1 ? ' ==' : ''}`,
    from,
  }));
}

/** The mark, what stands beside it with the date at the right, and under that the item's lines. */
function itemLines({ mark, head, date, lines }: Item, marks: number, links: string[]): readonly FormLine[] {
  const margin = INDENT + ' '.repeat(marks + 2);
  const columns = COLUMNS - margin.length;
  const room = date === undefined ? columns : columns - date.length - 2;
  const [first = '', ...more] = wrap(withLinks(head, links, room), room, true);
  const gap = date === undefined ? '' : ' '.repeat(columns - width(first) - date.length) + date;
  return [
    { text: INDENT + mark + ' '.repeat(marks - width(mark) + 2) + first + gap, from: head.from },
    ...more.map((text) => ({ text: margin + text, from: head.from })),
    ...lines.flatMap((line) =>
      line.sort === 'quote'
        ? quoteTexts(line, links).map((text) => ({ text: INDENT + text, from: line.from }))
        : lineTexts(line, columns, links).map((text) => ({ text: margin + text, from: line.from })),
    ),
  ].map(({ text, from }) => ({ text: text.trimEnd(), from }));
}

function lineTexts(line: Line, columns: number, links: string[]): readonly string[] {
  const text = withLinks(line, links, columns - 2);
  if (line.sort !== 'point') return wrap(text, columns);
  return wrap(text, columns - 2, true).map((each, at) => `${at === 0 ? '- ' : '  '}${each}`);
}

/** Quoted lines are exact, so they take all the room there is, and are broken only where that is not enough. */
function quoteTexts(line: Line, links: string[]): readonly string[] {
  const columns = COLUMNS - INDENT.length - QUOTE.length;
  return withLinks(line, links, columns)
    .split('\n')
    .flatMap((each) => (width(each) <= columns ? [each.trimEnd()] : fill(each, columns)))
    .map((each) => QUOTE + each);
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
