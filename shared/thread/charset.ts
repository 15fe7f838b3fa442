import type { Platform } from './platform';

/** What 0x80 to 0x9F are in windows-1252; Node's decoder of it gives control characters instead (nodejs/node#56542). */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Labels whose bytes need no ASCII: there even plain bytes mean something else. */
const NOT_ASCII = /^(?:utf-?16|utf-?32|utf-?7|unicode-1-1-utf-7|ucs-?2|iso-2022|hz-gb|csiso2022)/;
const LATIN = /^(?:us-ascii|ascii|ansi_x3[.]4-1968|iso-?8859-?1|iso_8859-1|latin-?1|l1|windows-1252|cp-?1252)$/;
const UTF8 = /^utf-?8$/;
/** What mailers call charsets, and what the Encoding standard calls them. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['cp932', 'shift_jis'],
  ['windows-932', 'shift_jis'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['euc_jp', 'euc-jp'],
  ['euckr', 'euc-kr'],
  ['iso-2022-jp-1', 'iso-2022-jp'],
  ['iso-2022-jp-2', 'iso-2022-jp'],
  ['iso-8859-8-e', 'iso-8859-8'],
  ['tis620', 'windows-874'],
]);

export interface Decoded {
  readonly text: string;
  /** a sentence, where the text is not surely what was sent */
  readonly warning?: string;
}

/**
 * The text of bytes whose charset a mail names. UTF-8 that is called ASCII, or not called anything, is UTF-8; other
 * bytes there are windows-1252, as mailers meant them. A charset that nobody knows is said.
 */
export function decodeText(bytes: Uint8Array, named: string | undefined, platform: Platform): Decoded {
  const label = (named ?? '').trim().toLowerCase();
  const utf8 = platform.decode('utf-8', bytes, true);
  // as many characters as bytes: all of them ASCII
  if (utf8 !== undefined && utf8.length === bytes.length && !NOT_ASCII.test(label)) return { text: utf8 };
  if (UTF8.test(label)) {
    if (utf8 !== undefined) return { text: utf8 };
    const text = platform.decode('utf-8', bytes) ?? '';
    return { text, warning: 'Bytes that are no UTF-8 stand as replacement marks.' };
  }
  if (label === '' || label === 'us-ascii' || label === 'ascii' || /^(?:unknown|x-unknown)/.test(label)) {
    return { text: utf8 ?? windows1252(bytes, platform) };
  }
  if (LATIN.test(label)) return { text: windows1252(bytes, platform) };
  const text = platform.decode(ALIASES.get(label) ?? label, bytes) ?? platform.decode(label.replace(/^x-/, ''), bytes);
  if (text !== undefined) return { text };
  const shown = label.replace(/[^a-z0-9_.:-]/g, '?').slice(0, 40);
  return {
    text: utf8 ?? windows1252(bytes, platform),
    warning: `Its charset "${shown}" is not known, so the text may be wrong.`,
  };
}

function windows1252(bytes: Uint8Array, platform: Platform): string {
  return repairC1(platform.decode('windows-1252', bytes) ?? '');
}

/** Control characters that can only be windows-1252 read as ISO 8859-1. */
export function repairC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => CP1252.charAt(control.charCodeAt(0) - 0x80));
}
