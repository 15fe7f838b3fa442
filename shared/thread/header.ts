import { bodyStart, CR, LF } from './bytes';
import { repairC1 } from './charset';
import type { Platform } from './platform';

/** The header section of a mail: the values of the fields that are read, by name in lower case, unfolded, in order. */
export interface Header {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** how many fields it has */
  readonly count: number;
  /** where the body begins */
  readonly bodyAt: number;
}

/** No header section that mail servers made is longer, or has more fields. */
export const MAX_HEADER_BYTES = 8 * 1024 * 1024;
const MAX_HEADER_FIELDS = 10_000;

/** The fields that are read; a mail through a list has ten times as many. */
const READ: ReadonlySet<string> = new Set(
  'from reply-to to cc subject date message-id in-reply-to references list-post list-id content-type content-transfer-encoding content-disposition'.split(
    ' ',
  ),
);
const LONGEST_READ = 40;

/** Reads the header section. A number in its place: the section is too large, by this many bytes or fields. */
export function readHeader(bytes: Uint8Array, platform: Platform): Header | { readonly tooLarge: string } {
  const bodyAt = bodyStart(bytes, 0);
  if (bodyAt > MAX_HEADER_BYTES) return { tooLarge: `${bodyAt} bytes` };
  const section = fieldsOf(headerText(bytes.subarray(0, bodyAt), platform));
  if (section.count > MAX_HEADER_FIELDS) return { tooLarge: `more than ${MAX_HEADER_FIELDS} fields` };
  return { ...section, bodyAt };
}

/** The fields of a header section that say something here, unfolded, and how many there are in all. */
export function fieldsOf(text: string): Omit<Header, 'bodyAt'> {
  const fields = new Map<string, string[]>();
  let count = 0;
  for (let at = 0; at < text.length && count <= MAX_HEADER_FIELDS;) {
    const end = text.indexOf('\n', at);
    let stop = end === -1 ? text.length : end;
    const next = stop + 1;
    while (stop > at && text.charCodeAt(stop - 1) === CR) stop -= 1;
    if (stop > at && (count === 0 || !isSpace(text.charCodeAt(at)))) {
      const colon = text.indexOf(':', at);
      const nameEnd = colon === -1 || colon > stop ? stop : colon;
      const name = nameEnd - at > LONGEST_READ ? '' : trimSpace(text.slice(at, nameEnd)).toLowerCase();
      count += 1;
      if (READ.has(name)) {
        const values = fields.get(name) ?? [];
        fields.set(name, values);
        values.push(text.slice(Math.min(stop, nameEnd + 1), foldedEnd(text, stop, next)));
      }
    }
    at = next;
  }
  for (const found of fields.values())
    found.forEach((value, n) => (found[n] = trimSpace(value.replace(/[\r\n]+/g, ''))));
  return { fields, count };
}

/** Where a field ends: behind the last of the lines that follow and begin with a space or tab. */
function foldedEnd(text: string, stop: number, next: number): number {
  let end = stop;
  for (let at = next; at < text.length && isSpace(text.charCodeAt(at));) {
    const lineEnd = text.indexOf('\n', at);
    end = lineEnd === -1 ? text.length : lineEnd;
    at = end + 1;
  }
  return end;
}

/** A field's first value, or ''. */
export function first(header: Header, name: string): string {
  return header.fields.get(name)?.[0] ?? '';
}

/** A list of addresses that is spread over several fields of one name, as one. */
export function joined(header: Header, name: string): string {
  return header.fields.get(name)?.join(', ') ?? '';
}

/** UTF-8 as it is allowed in headers today; a line that is none is windows-1252, as older mailers sent it. */
function headerText(bytes: Uint8Array, platform: Platform): string {
  const whole = platform.decode('utf-8', bytes, true);
  if (whole !== undefined) return whole;
  const lines: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(LF, at);
    const line = bytes.subarray(at, end === -1 ? bytes.length : end);
    lines.push(platform.decode('utf-8', line, true) ?? repairC1(platform.decode('windows-1252', line) ?? ''));
    at += line.length + 1;
  }
  return lines.join('\n');
}

/** Only the space that RFC 5322 allows around a field's name and value; other blanks are part of it. */
function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
