import type { Id } from '../record/ids';
import { assertNever } from '../result';
import { isAscii, width } from './characters';
import type { Block, Item, Line, Statement, Summary } from './document';
import type { FormLine } from './form-line';
import { signatureLines } from './seal';
import { tableLines } from './table-text';
import { fill, wrap } from './wrap';

/** RFC 5322 asks for lines of at most 78; lists quote, so 72. */
const COLUMNS = 72;
/** How far an item stands in from the margin. */
const INDENT = '  ';
const QUOTE = '> ';

/** Takes one line of the mail, with the entries behind it. */
type Put = (text: string, from: readonly Id[]) => void;

/** So many lines are made into text at once, so that of a long mail there are never all of its lines beside its text. */
const AT_ONCE = 1_000;

/** The body of the mail: plain text with LF, at most 72 columns but for link lines, ending in the seal. */
export function mailText(summary: Summary): string {
  const parts: string[] = [];
  let lines: string[] = [];
  putMail(summary, (text) => {
    lines.push(text);
    if (lines.length < AT_ONCE) return;
    parts.push(lines.join('\n'));
    lines = [];
  });
  return [...parts, ...(lines.length === 0 ? [] : [lines.join('\n')]), ''].join('\n');
}

/** The same line by line, each with the entries behind it. */
export function mailLines(summary: Summary): readonly FormLine[] {
  const lines: FormLine[] = [];
  putMail(summary, (text, from) => lines.push({ text, from }));
  return lines;
}

const OWN: readonly Id[] = [];

function putMail(summary: Summary, put: Put): void {
  const links = [...summary.links];
  summary.blocks.forEach((block, at) => {
    if (at > 0) put('', OWN);
    putBlock(block, links, put);
  });
  const seal = summary.seal === undefined ? [] : ['-- ', ...signatureLines(summary, 'mail')];
  if (links.length + seal.length > 0) put('', OWN);
  links.forEach((link, at) => {
    put(`[${at + 1}] ${link}`, OWN);
  });
  if (links.length > 0) put('', OWN);
  for (const line of seal) put(line, OWN);
}

function putBlock(block: Block, links: string[], put: Put): void {
  switch (block.type) {
    case 'heading':
      for (const { text, from } of headingLines(block.said)) put(text, from);
      return;
    case 'paragraph':
      for (const text of wrap(withLinks(block.said, links, COLUMNS), COLUMNS)) put(text, block.said.from);
      return;
    case 'table':
      for (const { text, from } of tableLines(block, COLUMNS)) put(text, from);
      return;
    case 'items': {
      const marks = block.items.reduce((most, { mark }) => Math.max(most, width(mark)), 0);
      const isLoose = (block.of === 'positions' || block.of === 'objections') && block.items.some(hasLines);
      block.items.forEach((item, at) => {
        if (isLoose && at > 0) put('', OWN);
        putItem(item, marks, links, put);
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
export function headingLines({ text, from }: Statement): readonly FormLine[] {
  const lines = wrap(text, COLUMNS - 6);
  return lines.map((line, at) => ({
    text: `${at === 0 ? '== ' : '   '}${line}${at === lines.length - 1 ? ' ==' : ''}`,
    from,
  }));
}

/** The mark, what stands beside it with the date at the right, and under that the item's lines. */
function putItem({ mark, head, date, lines }: Item, marks: number, links: string[], put: Put): void {
  const margin = INDENT + ' '.repeat(marks + 2);
  const columns = COLUMNS - margin.length;
  const room = date === undefined ? columns : columns - date.length - 2;
  const [first = '', ...more] = wrap(withLinks(head, links, room), room, true);
  const begin = INDENT + mark + ' '.repeat(marks - width(mark) + 2) + first;
  put(
    date === undefined ? begin.trimEnd() : begin + ' '.repeat(columns - width(first) - date.length) + date,
    head.from,
  );
  for (const text of more) put(behind(margin, text), head.from);
  for (const line of lines) {
    if (line.sort === 'quote') for (const text of quoteTexts(line, links)) put(behind(INDENT, text), line.from);
    else for (const text of lineTexts(line, columns, links)) put(behind(margin, text), line.from);
  }
}

/** A text behind its margin, without spaces at its end. */
function behind(margin: string, text: string): string {
  return text === '' || text.endsWith(' ') ? (margin + text).trimEnd() : margin + text;
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
  if (cited.length === 0 && !text.includes('://')) return text;
  const short = text.replace(ADDRESS, (address) => {
    if (address.length <= columns || !isAscii(address)) return address;
    if (!links.includes(address)) links.push(address);
    return `[${links.indexOf(address) + 1}]`;
  });
  return [short, ...cited.map((number) => `[${number}]`)].join(' ');
}
