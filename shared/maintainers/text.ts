/** Control, bidi and zero-width characters; tab and line ends are none of them. */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

/** The lines of a text whose lines end in LF, CRLF or CR; the last needs no end. A byte order mark is no text. */
export function textLines(text: string): readonly string[] {
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text;
  return whole.includes('\r') ? whole.split(/\r\n|\r|\n/) : whole.split('\n');
}

/** True where a text holds characters that nobody can see, so that a name may look like another and not be it. */
export function hidesSomething(text: string): boolean {
  return UNSEEN.test(text);
}

/**
 * The text of bytes that are UTF-8, and else are taken for Latin-1, as old kernel files are.
 *
 * @param utf8 decodes what is valid UTF-8, and gives undefined for what is not
 */
export function textOf(bytes: Uint8Array, utf8: (bytes: Uint8Array) => string | undefined): string {
  return utf8(bytes) ?? latin1(bytes);
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 8192) parts.push(String.fromCharCode(...bytes.subarray(i, i + 8192)));
  return parts.join('');
}
