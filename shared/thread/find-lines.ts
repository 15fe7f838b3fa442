import type { BodyLine } from './body';

/** Lines of a mail, from 1, both counted. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The first lines that hold `words`, whatever the letter case and wherever the lines are broken: among the author's own
 * first, then among all. Undefined where none do.
 */
export function linesThatHold(lines: readonly BodyLine[], words: string): LineRange | undefined {
  const wanted = plainWords(words).join(' ');
  if (wanted === '') return undefined;
  return searched(lines, 'own', wanted) ?? searched(lines, 'any', wanted);
}

/** The lines that are exactly these, in a row: at `offset` (UTF-16 units into the body) where they are there. */
export function linesThatAre(
  lines: readonly BodyLine[],
  texts: readonly string[],
  offset: number | undefined,
): LineRange | undefined {
  const isAt = (at: number): boolean => texts.every((text, by) => lines[at + by]?.text === text);
  const places = lines.flatMap((_, at) => (isAt(at) ? [at] : []));
  const starts = lineStarts(lines);
  const at = places.find((place) => starts[place] === offset) ?? places[0];
  return at === undefined ? undefined : { from: at + 1, to: at + texts.length };
}

/** The first paragraph of the author's own: below a quote where there is one, since above it people greet. */
export function firstOwnWords(lines: readonly BodyLine[]): LineRange | undefined {
  const isOwn = (line: BodyLine): boolean => line.kind === 'own' && line.text.trim() !== '';
  const quote = lines.findIndex(({ kind }) => kind === 'quoted');
  const below = lines.findIndex((line, at) => at > quote && isOwn(line));
  const start = below === -1 ? lines.findIndex(isOwn) : below;
  if (start === -1) return undefined;
  const end = lines.findIndex((line, at) => at > start && !isOwn(line));
  return { from: start + 1, to: end === -1 ? lines.length : end };
}

/** Where each line begins, in UTF-16 units into the body. */
export function lineStarts(lines: readonly BodyLine[]): readonly number[] {
  let next = 0;
  return lines.map(({ text }) => {
    const start = next;
    next += text.length + 1;
    return start;
  });
}

function searched(lines: readonly BodyLine[], whose: 'own' | 'any', wanted: string): LineRange | undefined {
  const words = lines.flatMap(({ n, text, kind }) =>
    whose === 'any' || kind === 'own' ? plainWords(text).map((word) => ({ n, word })) : [],
  );
  const joined = words.map(({ word }) => word).join(' ');
  const found = joined.indexOf(wanted);
  if (found === -1) return undefined;
  const first = wordAt(joined, found);
  const last = wordAt(joined, found + wanted.length - 1);
  const [from, to] = [words[first]?.n, words[last]?.n];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function wordAt(joined: string, at: number): number {
  return joined.slice(0, at).split(' ').length - 1;
}

/** Words without quote marks before them, in small letters. */
function plainWords(text: string): readonly string[] {
  return text
    .replace(/^[> ]+/, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}
