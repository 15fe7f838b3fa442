import { unquoted, type BodyLine } from './body';

/** As many lines of what was answered are kept beside a quotation. */
const MOST = 3;

/**
 * What lines `from` to `to` (from 1, both counted) answer: the last quoted lines directly above them, blank lines
 * between, at most three, without their quote marks. Empty where nothing is quoted there.
 */
export function answered(lines: readonly BodyLine[], from: number, to: number): readonly string[] {
  // what a person selected may begin inside the quote that it answers
  let at = Math.min(from, to) - 1;
  while (at < Math.max(from, to) && lines[at]?.kind === 'quoted') at += 1;
  at -= 1;
  // up through their own paragraph to the quote above it
  while (at >= 0 && lines[at]?.kind === 'own') at -= 1;
  const quoted: string[] = [];
  for (; at >= 0 && lines[at]?.kind === 'quoted' && quoted.length < MOST; at -= 1) {
    const text = unquoted(lines[at]?.text ?? '').trimEnd();
    if (text === '' && quoted.length > 0) break;
    if (text !== '') quoted.unshift(text);
  }
  return quoted;
}
