import { asciiOf, bodyStart, CR, LF, startsWith } from './bytes';
import { FROM } from './separator';

const HEADER = 64 * 1024;

/**
 * Where a mail says by its Content-Length that it ends (mboxcl). It is believed only if another mail begins there, or
 * the file ends: many programs change a mail and leave its length. -1: not believed. Undefined: more bytes are needed.
 */
export function saidEnd(bytes: Uint8Array, from: number, limit: number, last: boolean): number | undefined {
  const body = bodyStart(bytes, from);
  const said = /^content-length:[ \t]*(\d{1,9})[ \t]*\r?$/im.exec(asciiOf(bytes, from, body, HEADER))?.[1];
  if (said === undefined || Number(said) > limit) return -1;
  const end = body + Number(said);
  if (end > bytes.length) return last ? -1 : undefined;
  let next = end;
  while (next < bytes.length && (bytes[next] === LF || bytes[next] === CR)) next += 1;
  if (next + FROM.length > bytes.length && !last) return undefined;
  return next === bytes.length || startsWith(bytes, FROM, next) ? end : -1;
}
