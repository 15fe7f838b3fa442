import { width } from './characters';

/**
 * The start of a line that a mail tool could take for something else: a trailer (`Acked-by: ...`), a separator of
 * mails (`From `), of message and patch (`---`, `diff `, `Index: `), a signature (`-- `), a quote (`>`), a link or a
 * heading of this mail. b4 finds trailers behind leading spaces too.
 */
const RISKY = /^(?:[\p{L}\p{N}_]\S*:(?:\s|$)|From(?:\s|$)|diff(?:\s|$)|--(?:\s|$)|---|>|\||={2}|\[\d+\](?:\s|$)|\.$)/u;

/** Told by the first word of a line, and whether another follows. */
function isRisky(line: string): boolean {
  return RISKY.test(line.trimStart());
}

/**
 * A text in lines of at most so many columns. Its own line ends stay; a line that begins like a trailer, a `From ` line
 * or a quote gets `| ` in front, and no line is broken so that the next one would. `isBehind` says that something
 * stands before the first line already.
 */
export function wrap(text: string, columns: number, isBehind = false): readonly string[] {
  if (isOneLine(text, columns) && (isBehind || !isRisky(text))) return [text];
  if (!text.includes('\n')) return wrapLine(text, columns, isBehind);
  return text.split('\n').flatMap((line, at) => wrapLine(line, columns, isBehind && at === 0));
}

function wrapLine(line: string, columns: number, isBehind: boolean): readonly string[] {
  const lines = fill(line, columns);
  return lines.some((each, at) => (at > 0 || !isBehind) && isRisky(each))
    ? fill(line, columns - 2).map((each) => `| ${each}`)
    : lines;
}

/** Words of one column a character with single spaces between them: as many columns as characters. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

function isOneLine(text: string, columns: number): boolean {
  return text.length <= columns && PLAIN.test(text);
}

/** Words in lines: greedy, but for a word that must not begin a line, which takes the one before it down with it. */
export function fill(text: string, columns: number): readonly string[] {
  const plain = PLAIN.test(text) ? plainLines(text, columns) : undefined;
  if (plain !== undefined) return plain;
  const words = text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => pieces(word, columns));
  const lines: string[] = [];
  // of the line so far, its first word and how many columns it takes
  let first = 0;
  let used = -1;
  for (const [at, word] of words.entries()) {
    const more = 1 + width(word);
    if (at === first || used + more <= columns) {
      used += more;
      continue;
    }
    let next = at;
    while (next > first + 1 && isRisky(words.slice(next, Math.min(next + 2, at + 1)).join(' '))) next -= 1;
    let kept = words.slice(next, at + 1).join(' ');
    // what stays together may not fit: then the word stands where it must, and the caller sees to it
    if (width(kept) > columns) [next, kept] = [at, word];
    lines.push(words.slice(first, next).join(' '));
    [first, used] = [next, width(kept)];
  }
  return [...lines, words.slice(first).join(' ')];
}

/** Plain words in lines, broken at the last space that fits; undefined where a word is too long or must not begin a line. */
function plainLines(text: string, columns: number): readonly string[] | undefined {
  const lines: string[] = [];
  let from = 0;
  while (text.length - from > columns) {
    const end = text.lastIndexOf(' ', from + columns);
    if (end <= from) return undefined;
    lines.push(text.slice(from, end));
    from = end + 1;
    const next = text.indexOf(' ', from);
    if (isRisky(next === -1 ? text.slice(from) : text.slice(from, next))) return undefined;
  }
  return [...lines, text.slice(from)];
}

/** A word that no line holds, in parts that a line holds. */
function pieces(word: string, columns: number): readonly string[] {
  if (width(word) <= columns) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of word) {
    const more = width(character);
    if (used + more > columns) {
      parts.push(part);
      [part, used] = ['', 0];
    }
    part += character;
    used += more;
  }
  return [...parts, part];
}
