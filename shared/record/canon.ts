import { checkEntry } from './check';
import type { AnyEntry } from './entry';
import { ok, type Result } from '../result';

/** The longest line, in UTF-8 bytes. */
export const MAX_LINE_BYTES = 1_048_576;
const MAX_DEPTH = 16;
/** Why a line is not an entry: where inside it, what was found, what was expected. */
export interface LineFault {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

function lineFault(path: string, found: string, expected: string): Result<never, LineFault> {
  return { ok: false, error: { path, found, expected } };
}

const HEAD = ['id', 'by', 'kind'];

/** An entry with its keys in canonical order and without absent fields. */
export function canonical<E extends AnyEntry>(entry: E): E {
  const { id, by, kind, ...fields } = entry;
  return { id, by, kind, ...(sorted(fields) as object) } as E;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
}

/**
 * The canonical line of an entry, without its line feed: `id by kind` first, the other keys sorted,
 * inside them RFC 8785 (whose strings and integers are what `JSON.stringify` writes).
 */
export function lineOf(entry: AnyEntry): string {
  return JSON.stringify(isSorted(entry, HEAD) ? entry : canonical(entry));
}

/** How an entry that follows another begins in a list of them. No string of JSON holds it: there quotes are escaped. */
const NEXT = ',{"id":"';

/** The lines of some entries, each with its line feed. Writing all at once takes half the time. */
export function linesOf(entries: readonly AnyEntry[]): string {
  const list = JSON.stringify(entries.map((entry) => (isSorted(entry, HEAD) ? entry : canonical(entry))));
  const lines = list.slice(1, -1).split(NEXT);
  // more where an entry of a later program holds a list of things with ids
  if (lines.length !== entries.length) return entries.map((entry) => `${lineOf(entry)}\n`).join('');
  return `${lines.join(`\n${NEXT.slice(1)}`)}\n`;
}

function isSorted(value: object, head: readonly string[]): boolean {
  let position = 0;
  let previous = '';
  for (const key in value) {
    const expected = head[position];
    position += 1;
    if (expected === undefined ? key <= previous : key !== expected) return false;
    if (expected === undefined) previous = key;
    const member: unknown = value[key as keyof typeof value];
    if (typeof member === 'object' && member !== null && !isEverySorted(member)) return false;
  }
  return true;
}

function isEverySorted(value: object): boolean {
  if (!Array.isArray(value)) return isSorted(value, []);
  return value.every((item: unknown) => typeof item !== 'object' || item === null || isEverySorted(item));
}

/**
 * The first thing about keys, numbers and depth that is not canonical. On the way it adds up how long the canonical
 * text is: as long as the text that was read, and that text is the canonical one (see `isPlain`).
 */
function disorder(
  value: object,
  head: readonly string[],
  depth: number,
  text: { length: number },
): LineFault | undefined {
  if (depth > MAX_DEPTH) return { path: '', found: `depth ${String(depth)}`, expected: `at most ${String(MAX_DEPTH)}` };
  let position = 0;
  let previous = '';
  // two braces, and a comma less than there are members
  text.length += 1;
  for (const key in value) {
    const expected = head[position];
    if (expected === undefined ? key <= previous || !isKey(key) : key !== expected) {
      return { path: '', found: `key ${JSON.stringify(key)}`, expected: expectedKey(previous, expected) };
    }
    if (expected === undefined) previous = key;
    position += 1;
    text.length += key.length + 4;
    const fault = disorderOf(value[key as keyof typeof value], depth, text);
    if (fault !== undefined) return { ...fault, path: fault.path === '' ? key : `${key}.${fault.path}` };
  }
  if (position === 0) text.length += 1;
  return undefined;
}

/** Keys match `[a-z][A-Za-z0-9]*`. A loop, for it looks at every key of every line that is read. */
function isKey(key: string): boolean {
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    const isLower = unit >= 0x61 && unit <= 0x7a;
    const isOther = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
    if (!isLower && (at === 0 || !isOther)) return false;
  }
  return key !== '';
}

function expectedKey(previous: string, expected: string | undefined): string {
  if (expected !== undefined) return `key "${expected}"`;
  return previous === '' ? 'a key [a-z][A-Za-z0-9]*' : `a key [a-z][A-Za-z0-9]* that sorts after "${previous}"`;
}

function disorderOf(value: unknown, depth: number, text: { length: number }): LineFault | undefined {
  if (typeof value === 'string') text.length += value.length + 2;
  else if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) return { path: '', found: String(value), expected: 'an integer within 2^53-1' };
    // an exponent makes no text shorter unless it stands for two zeros
    text.length += value !== 0 && value % 100 === 0 ? Number.NaN : String(value).length;
  } else if (Array.isArray(value)) return disorderOfList(value, depth + 1, text);
  else if (typeof value === 'object' && value !== null) return disorder(value, [], depth + 1, text);
  else text.length += value === false ? 5 : 4;
  return undefined;
}

function disorderOfList(items: readonly unknown[], depth: number, text: { length: number }): LineFault | undefined {
  if (depth > MAX_DEPTH) return { path: '', found: `depth ${String(depth)}`, expected: `at most ${String(MAX_DEPTH)}` };
  text.length += Math.max(2, items.length + 1);
  for (const item of items) {
    const fault = disorderOf(item, depth, text);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** UTF-8 length of a text, in bytes. Lone surrogates count three, as their replacement would. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Reads one line of a record (without its line feed): the entry, or the first thing that is wrong with it. */
export function parseLine(line: string): Result<AnyEntry, LineFault> {
  // a UTF-16 unit is at most three bytes
  if (line.length * 3 > MAX_LINE_BYTES && utf8Length(line) > MAX_LINE_BYTES) {
    return lineFault('', `${String(utf8Length(line))} bytes`, `at most ${String(MAX_LINE_BYTES)}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return lineFault('', shortened(line), 'one JSON object');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return lineFault('', shortened(line), 'one JSON object');
  }
  const text = { length: 0 };
  const fault =
    disorder(value, HEAD, 1, text) ??
    (text.length === line.length && isPlain(line) ? undefined : difference(line, JSON.stringify(value))) ??
    checkEntry(value as Readonly<Record<string, unknown>>);
  return fault === undefined ? ok(value as AnyEntry) : { ok: false, error: fault };
}

/**
 * True for a line without escapes and surrogates. Such a line is canonical if it is as long as its canonical form:
 * white space, repeated keys and other spellings of an integer only make a text longer.
 */
function isPlain(line: string): boolean {
  return !line.includes('\\') && !/[\ud800-\udfff]/.test(line);
}

/** How a line differs from its canonical form, character by character, escapes that stand for no text included. */
function difference(line: string, canonicalLine: string): LineFault | undefined {
  if (line !== canonicalLine) {
    let at = 0;
    while (at < line.length && line[at] === canonicalLine[at]) at += 1;
    const near = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 10), at + 20));
    return { path: '', found: near(line), expected: near(canonicalLine) };
  }
  const escape = forbiddenEscape(line);
  return escape === undefined
    ? undefined
    : { path: '', found: escape, expected: 'no control characters but newline and tab, no lone surrogates' };
}

/**
 * The first escape in a canonical line that stands for a character which a record doesn't hold:
 * canonical JSON escapes only quote, backslash, C0 controls and (well-formed stringify) lone surrogates.
 */
function forbiddenEscape(line: string): string | undefined {
  for (let at = line.indexOf('\\'); at !== -1; at = line.indexOf('\\', at + 2)) {
    if (!'"\\nt'.includes(line.charAt(at + 1))) return line.slice(at, at + 6);
  }
  return undefined;
}

function shortened(line: string): string {
  return line.length <= 40 ? line : `${line.slice(0, 37)}...`;
}

/** Byte order of the UTF-8 forms of two texts (JavaScript's own order is by UTF-16 unit, which differs above U+FFFF). */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      const xHigh = x >= 0xd800 && x <= 0xdfff;
      const yHigh = y >= 0xd800 && y <= 0xdfff;
      if (xHigh !== yHigh) return xHigh ? 1 : -1;
      return x - y;
    }
  }
  return a.length - b.length;
}
