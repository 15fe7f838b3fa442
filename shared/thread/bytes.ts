/** Bytes that lines and mails are told apart by. */
export const LF = 0x0a;
export const CR = 0x0d;
export const GREATER = 0x3e;

export const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;
const BLOCK = 4096;
const GZIP = [0x1f, 0x8b, 0x08] as const;

/** Whether bytes begin as a gzip member does (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
  return startsWith(bytes, GZIP);
}

export function startsWith(bytes: Uint8Array, start: readonly number[], from = 0): boolean {
  return start.every((byte, at) => bytes[from + at] === byte);
}

/** Bytes as characters of the same number: enough to look at lines whose meaning is ASCII. At most `limit` of them. */
export function asciiOf(bytes: Uint8Array, from: number, to: number, limit = 1024): string {
  const end = Math.min(to, from + limit);
  // as many arguments as any stack has room for
  let text = '';
  for (let at = from; at < end; at += BLOCK)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + BLOCK)));
  return text;
}

/** Where the header section ends: behind its empty line, or the end of the bytes. */
export function bodyStart(bytes: Uint8Array, from: number): number {
  if (bytes[from] === LF) return from + 1;
  if (bytes[from] === CR && bytes[from + 1] === LF) return from + 2;
  for (let at = bytes.indexOf(LF, from); at !== -1; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF) return at + 2;
    if (bytes[at + 1] === CR && bytes[at + 2] === LF) return at + 3;
  }
  return bytes.length;
}

/** A copy of a part of the bytes without those at the given places. */
export function without(bytes: Uint8Array, from: number, to: number, places: readonly number[]): Uint8Array {
  if (places.length === 0) return bytes.slice(from, to);
  const kept = new Uint8Array(to - from - places.length);
  let at = from;
  let length = 0;
  for (const place of [...places, to]) {
    kept.set(bytes.subarray(at, place), length);
    length += place - at;
    at = place + 1;
  }
  return kept;
}
