import { assertNever } from '../result';
import { isAscii, width } from './characters';
import type { Block, Item, Line, Statement } from './document';
import type { Source } from './sources';
import { tableLines } from './table-text';
import { fill, wrap } from './wrap';

/** RFC 5322 asks for lines of at most 78; lists quote, so 72. */
const COLUMNS = 72;
/** How far an item stands in from the margin. */
const INDENT = '  ';
const QUOTE = '> ';

/** Takes one line of the mail, with the entries behind it. */
export type Put = (text: string, from: readonly Source[]) => void;

/** The number of the link that an address becomes. */
export type NumberOf = (address: string) => number;

/** Behind a line of the program's own stands no entry. */
export const OWN: readonly Source[] = [];

/** One block of the mail, line by line. */
export function putBlock(block: Block, numberOf: NumberOf, put: Put): void {
  switch (block.type) {
    case 'heading':
      for (const text of headingLines(block.said)) put(text, block.said.from);
      return;
    case 'paragraph':
      for (const text of wrap(withLinks(block.said, numberOf, COLUMNS), COLUMNS)) put(text, block.said.from);
      return;
    case 'table':
      for (const { text, from } of tableLines(block, COLUMNS)) put(text, from);
      return;
    case 'items': {
      const marks = block.items.reduce((most, { mark }) => Math.max(most, width(mark)), 0);
      const isLoose = (block.of === 'positions' || block.of === 'objections') && block.items.some(hasLines);
      block.items.forEach((item, at) => {
        if (isLoose && at > 0) put('', OWN);
        putItem(item, marks, numberOf, put);
      });
      return;
    }
    default:
      assertNever(block);
  }
}

function hasLines({ lines }: Item): boolean {
  return lines.length > 0;
}

/** `== title ==`, over several lines where it is long. */
export function headingLines({ text }: Statement): readonly string[] {
  const lines = wrap(text, COLUMNS - 6);
  return lines.map((line, at) => `${at === 0 ? '== ' : '   '}${line}${at === lines.length - 1 ? ' ==' : ''}`);
}

/** The mark, what stands beside it with the date at the right, and under that the item's lines. */
function putItem({ mark, head, date, lines }: Item, marks: number, numberOf: NumberOf, put: Put): void {
  const margin = INDENT + ' '.repeat(marks + 2);
  const columns = COLUMNS - margin.length;
  const room = date === undefined ? columns : columns - date.length - 2;
  const [first = '', ...more] = wrap(withLinks(head, numberOf, room), room, true);
  const begin = INDENT + mark + ' '.repeat(marks - width(mark) + 2) + first;
  put(
    date === undefined ? begin.trimEnd() : begin + ' '.repeat(columns - width(first) - date.length) + date,
    head.from,
  );
  for (const text of more) put(behind(margin, text), head.from);
  for (const line of lines) {
    if (line.sort === 'quote') for (const text of quoteTexts(line, numberOf)) put(behind(INDENT, text), line.from);
    else for (const text of lineTexts(line, columns, numberOf)) put(behind(margin, text), line.from);
  }
}

/** A text behind its margin, without spaces at its end. */
function behind(margin: string, text: string): string {
  return text === '' || text.endsWith(' ') ? (margin + text).trimEnd() : margin + text;
}

function lineTexts(line: Line, columns: number, numberOf: NumberOf): readonly string[] {
  const text = withLinks(line, numberOf, columns - 2);
  if (line.sort !== 'point') return wrap(text, columns);
  return wrap(text, columns - 2, true).map((each, at) => `${at === 0 ? '- ' : '  '}${each}`);
}

/** Quoted lines are exact, so they take all the room there is, and are broken only where that is not enough. */
function quoteTexts(line: Line, numberOf: NumberOf): readonly string[] {
  const columns = COLUMNS - INDENT.length - QUOTE.length;
  return withLinks(line, numberOf, columns)
    .split('\n')
    .flatMap((each) => (width(each) <= columns ? [each.trimEnd()] : fill(each, columns)))
    .map((each) => QUOTE + each);
}

const ADDRESS = /https?:\/\/[!-~]*[^\s.,;:!?'")\]>]/g;

/** A statement's text with the numbers of its links; an address that no line holds becomes a link too. */
function withLinks({ text, links: cited }: Statement, numberOf: NumberOf, columns: number): string {
  // an address that fits stays as it is
  if (cited.length === 0 && (text.length <= columns || !text.includes('://'))) return text;
  const short = text.replace(ADDRESS, (address) => {
    if (address.length <= columns || !isAscii(address)) return address;
    return `[${numberOf(address)}]`;
  });
  return [short, ...cited.map((number) => `[${number}]`)].join(' ');
}
