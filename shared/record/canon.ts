import { checkEntry, type AnyEntry } from './entry';
import { ok, type Result } from '../result';

/** The longest line, in UTF-8 bytes. */
export const MAX_LINE_BYTES = 1_048_576;
const MAX_DEPTH = 16;
const KEY = /^[a-z][A-Za-z0-9]*$/;
/** Why a line is not an entry: where inside it, what was found, what was expected. */
export interface LineFault {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

function lineFault(path: string, found: string, expected: string): Result<never, LineFault> {
  return { ok: false, error: { path, found, expected } };
}

const HEAD_RANK: Readonly<Record<string, string>> = { id: '', by: ' ', kind: '!' };
const rank = (key: string): string => HEAD_RANK[key] ?? key;

function ordered(value: unknown, top: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, false));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  const key = top ? rank : (name: string): string => name;
  entries.sort(([a], [b]) => (key(a) < key(b) ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, ordered(member, false)]));
}

/** An entry with its keys in canonical order and without absent fields. */
export function canonical<E extends AnyEntry>(entry: E): E {
  return ordered(entry, true) as E;
}

/**
 * The canonical line of an entry, without its line feed: `id by kind` first, the other keys sorted,
 * inside them RFC 8785 (whose strings and integers are what `JSON.stringify` writes).
 */
export function lineOf(entry: AnyEntry): string {
  return JSON.stringify(isOrdered(entry) ? entry : canonical(entry));
}

/** True if the keys stand in canonical order, at every depth: `JSON.stringify` then writes the canonical line. */
function isOrdered(entry: AnyEntry): boolean {
  return disorder(entry as unknown as Record<string, unknown>, 1, true) === undefined;
}

/** The first thing about keys, numbers and depth that is not canonical. */
function disorder(value: Readonly<Record<string, unknown>>, depth: number, top: boolean): LineFault | undefined {
  if (depth > MAX_DEPTH) return { path: '', found: `depth ${String(depth)}`, expected: `at most ${String(MAX_DEPTH)}` };
  let previous = '';
  let position = 0;
  for (const key in value) {
    if (top && position < 3) {
      const expected = position === 0 ? 'id' : position === 1 ? 'by' : 'kind';
      if (key !== expected) return { path: key, found: `key ${key}`, expected: `key ${expected}` };
    } else {
      if (key <= previous)
        return { path: key, found: `key ${key} after ${previous}`, expected: 'keys sorted, each once' };
      if (!KEY.test(key))
        return { path: key, found: `key ${JSON.stringify(key)}`, expected: 'a key [a-z][A-Za-z0-9]*' };
      previous = key;
    }
    position += 1;
    const member = value[key];
    if (typeof member !== 'string') {
      const fault = disorderOfValue(member, key, depth);
      if (fault !== undefined) return fault;
    }
  }
  return top && position < 3 ? { path: '', found: 'an object', expected: 'id, by and kind first' } : undefined;
}

function disorderOfValue(value: unknown, path: string, depth: number): LineFault | undefined {
  switch (typeof value) {
    case 'number':
      return Number.isSafeInteger(value)
        ? undefined
        : { path, found: String(value), expected: 'an integer within 2^53-1' };
    case 'object':
      if (value === null) return undefined;
      if (Array.isArray(value)) return disorderOfList(value, path, depth + 1);
      return disorder(value as Record<string, unknown>, depth + 1, false);
    case 'undefined':
      return { path, found: 'undefined', expected: 'a value' };
    default:
      return undefined;
  }
}

function disorderOfList(items: readonly unknown[], path: string, depth: number): LineFault | undefined {
  if (depth > MAX_DEPTH) return { path, found: `depth ${String(depth)}`, expected: `at most ${String(MAX_DEPTH)}` };
  for (const item of items) {
    if (typeof item === 'string') continue;
    const fault = disorderOfValue(item, path, depth);
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
  const tooDeep = nesting(line) > MAX_DEPTH;
  if (tooDeep) return lineFault('', `depth over ${String(MAX_DEPTH)}`, `at most ${String(MAX_DEPTH)}`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return lineFault('', shortened(line), 'one JSON object');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return lineFault('', shortened(line), 'one JSON object');
  const fields = value as Record<string, unknown>;
  const order = disorder(fields, 1, true);
  if (order !== undefined) return { ok: false, error: order };
  const written = JSON.stringify(value);
  if (written !== line) return lineFault('', difference(line, written), `canonical ${difference(written, line)}`);
  const escape = forbiddenEscape(line);
  if (escape !== undefined)
    return lineFault('', escape, 'no control characters but newline and tab, no lone surrogates');
  const fault = checkEntry(fields);
  return fault === undefined ? ok(value as AnyEntry) : { ok: false, error: fault };
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

/** Greatest nesting of brackets outside strings; only looked at where a line has enough of them to matter. */
function nesting(line: string): number {
  let open = 0;
  let deepest = 0;
  for (let at = line.indexOf('{'); at !== -1 && open <= MAX_DEPTH; at = line.indexOf('{', at + 1)) open += 1;
  for (let at = line.indexOf('['); at !== -1 && open <= MAX_DEPTH; at = line.indexOf('[', at + 1)) open += 1;
  if (open <= MAX_DEPTH) return open;
  open = 0;
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const unit = line.charCodeAt(i);
    if (quoted) {
      if (unit === 0x5c) i += 1;
      else if (unit === 0x22) quoted = false;
    } else if (unit === 0x22) quoted = true;
    else if (unit === 0x7b || unit === 0x5b) deepest = Math.max(deepest, (open += 1));
    else if (unit === 0x7d || unit === 0x5d) open -= 1;
  }
  return deepest;
}

function shortened(line: string): string {
  return line.length <= 40 ? line : `${line.slice(0, 37)}...`;
}

/** A few characters of `a` around the first place where it differs from `b`. */
function difference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return JSON.stringify(a.slice(Math.max(0, at - 10), at + 20));
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
