import { bodyStart, CR, LF } from './bytes';
import { repairC1 } from './charset';
import type { Platform } from './platform';

/** The header section of a mail: every field's values by its name in lower case, unfolded, in order. */
export interface Header {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** how many fields it has */
  readonly count: number;
  /** where the body begins */
  readonly bodyAt: number;
}

/** No header section that mail servers made is longer, or has more fields. */
export const MAX_HEADER_BYTES = 8 * 1024 * 1024;
export const MAX_HEADER_FIELDS = 10_000;

/** Reads the header section. A number in its place: the section is too large, by this many bytes or fields. */
export function readHeader(bytes: Uint8Array, platform: Platform): Header | { readonly tooLarge: string } {
  const bodyAt = bodyStart(bytes, 0);
  if (bodyAt > MAX_HEADER_BYTES) return { tooLarge: `${bodyAt} bytes` };
  const section = fieldsOf(headerText(bytes.subarray(0, bodyAt), platform));
  if (section.count > MAX_HEADER_FIELDS) return { tooLarge: `more than ${MAX_HEADER_FIELDS} fields` };
  return { ...section, bodyAt };
}

/** The fields of a header section, unfolded; it stops when there are too many. */
export function fieldsOf(text: string): Omit<Header, 'bodyAt'> {
  const fields = new Map<string, string[]>();
  let count = 0;
  let folded: string[] = [];
  const add = (): void => {
    if (folded.length === 0) return;
    const line = folded.length === 1 ? (folded[0] ?? '') : folded.join('');
    const colon = line.indexOf(':');
    const name = trimSpace(colon === -1 ? line : line.slice(0, colon)).toLowerCase();
    const value = colon === -1 ? '' : trimSpace(line.slice(colon + 1));
    const before = fields.get(name);
    if (before === undefined) fields.set(name, [value]);
    else before.push(value);
    count += 1;
  };
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    let stop = end === -1 ? text.length : end;
    const next = stop + 1;
    while (stop > at && text.charCodeAt(stop - 1) === CR) stop -= 1;
    const first = text.charCodeAt(at);
    if (stop > at) {
      if (folded.length > 0 && (first === 0x20 || first === 0x09)) folded.push(text.slice(at, stop));
      else {
        add();
        if (count > MAX_HEADER_FIELDS) break;
        folded = [text.slice(at, stop)];
      }
    }
    at = next;
  }
  add();
  return { fields, count };
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
  const space = (at: number): boolean => text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09;
  while (start < end && space(start)) start += 1;
  while (end > start && space(end - 1)) end -= 1;
  return text.slice(start, end);
}
