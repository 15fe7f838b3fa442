import { CR, LF } from './bytes';

/** Decoded bytes, and whether the encoding was broken somewhere. */
export interface Transferred {
  readonly bytes: Uint8Array;
  readonly broken: boolean;
}

const EQUALS = 0x3d;
const SPACE = 0x20;
const TAB = 0x09;

/** Quoted-printable (RFC 2045 6.7). What is no escape stays as it stands. */
export function fromQuotedPrintable(source: Uint8Array): Transferred {
  const bytes = new Uint8Array(source.length);
  let length = 0;
  let broken = false;
  for (let at = 0; at < source.length; at += 1) {
    const byte = source[at] ?? 0;
    if (byte !== EQUALS) {
      bytes[length++] = byte;
      continue;
    }
    const high = hex(source[at + 1]);
    const low = hex(source[at + 2]);
    if (high >= 0 && low >= 0) {
      bytes[length++] = high * 16 + low;
      at += 2;
      continue;
    }
    let end = at + 1;
    while (source[end] === CR) end += 1;
    if (source[end] === LF || end >= source.length) at = end;
    else {
      bytes[length++] = EQUALS;
      broken ||= source[at + 1] !== SPACE && source[at + 1] !== TAB;
    }
  }
  return { bytes: bytes.subarray(0, length), broken };
}

function hex(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

const DIGITS = new Int8Array(256).fill(-1);
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let value = 0; value < ALPHABET.length; value += 1) DIGITS[ALPHABET.charCodeAt(value)] = value;

/** Base64 (RFC 2045 6.8). What is no digit is passed over; padding ends a unit, wherever it stands. */
export function fromBase64(source: Uint8Array): Transferred {
  const bytes = new Uint8Array(Math.ceil((source.length * 3) / 4) + 3);
  let length = 0;
  let broken = false;
  let unit = 0;
  let digits = 0;
  const flush = (): void => {
    if (digits === 1) broken = true;
    if (digits > 1) bytes[length++] = unit >> (digits * 6 - 8);
    if (digits > 2) bytes[length++] = (unit >> (digits * 6 - 16)) & 0xff;
    unit = 0;
    digits = 0;
  };
  for (const byte of source) {
    const digit = DIGITS[byte] ?? -1;
    if (byte === EQUALS) flush();
    else if (digit === -1) broken ||= byte !== CR && byte !== LF && byte !== SPACE && byte !== TAB;
    else {
      unit = (unit << 6) | digit;
      digits += 1;
      if (digits === 4) {
        bytes[length++] = unit >> 16;
        bytes[length++] = (unit >> 8) & 0xff;
        bytes[length++] = unit & 0xff;
        unit = 0;
        digits = 0;
      }
    }
  }
  flush();
  return { bytes: bytes.subarray(0, length), broken };
}
