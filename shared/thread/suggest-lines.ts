import type { BodyLine } from './body';

/** The author's own words: neither quoted, nor repeated, nor a patch, nor a signature. Blank lines are none. */
export function isOwn(line: BodyLine | undefined): line is BodyLine {
  return line?.kind === 'own' && line.depth === 0 && line.text.trim() !== '';
}

/** So far a paragraph is looked at in each direction; who writes more in one says little with the line that matters. */
const FAR = 100;

/** The places of the lines of the paragraph that a line of the author's own words stands in. */
export function paragraphAt(lines: readonly BodyLine[], place: number): { readonly from: number; readonly to: number } {
  let from = place;
  let to = place;
  while (place - from < FAR && isOwn(lines[from - 1])) from -= 1;
  while (to - place < FAR && isOwn(lines[to + 1])) to += 1;
  return { from, to };
}
