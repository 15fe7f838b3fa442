/**
 * A text as one line that a terminal shows as it is: line ends as ` / `, and what would move the cursor or turn the
 * direction of writing as its code point.
 */
export function oneLine(text: string): string {
  return text
    .replace(/\s+/gu, (space) => (/[\n\u2028\u2029]/u.test(space) ? ' / ' : space))
    .replaceAll('\t', ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (unit) => {
      return `<U+${(unit.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
    });
}
