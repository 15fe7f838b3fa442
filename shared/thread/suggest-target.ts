import type { BodyLine } from './body';
import type { Author, Mail } from './mail';
import { isOwn, paragraphAt } from './suggest-lines';

/** What a cue answers: the quote directly above it. */
export interface SuggestTarget {
  /** the mail answered, where the tree has it */
  readonly message?: string;
  /** who wrote that mail; what is quoted once is theirs */
  readonly author?: Author;
  /** the last lines of the quote, quote marks and all, at most three */
  readonly lines: readonly string[];
}

/** Lines of quoted text that go into a suggestion. */
const MOST = 3;
/** So many blank lines may stand between a quote and its answer. */
const FAR = 20;

/**
 * The quoted block directly above the paragraph of a cue, as far as it is quoted once: what is quoted deeper has
 * another author, whom nobody can tell. Undefined where no quote stands there.
 */
export function targetOf(
  lines: readonly BodyLine[],
  place: number,
  parent: Mail | undefined,
): SuggestTarget | undefined {
  let at = paragraphAt(lines, place).from - 1;
  for (const from = at; from - at < FAR && isBlank(lines[at]);) at -= 1;
  const quoted: string[] = [];
  for (const from = at; from - at < FAR && quoted.length < MOST; at -= 1) {
    const line = lines[at];
    if (line?.kind !== 'quoted' || line.depth !== 1) break;
    if (/[^>\s]/.test(line.text)) quoted.unshift(line.text);
  }
  if (quoted.length === 0) return undefined;
  if (parent === undefined) return { lines: quoted };
  return { message: parent.id, author: parent.author, lines: quoted };
}

/** The cue's line and those after it until the sentence ends, at most three, exactly as they stand. */
export function quoteAt(lines: readonly BodyLine[], place: number): readonly string[] {
  const quote: string[] = [];
  for (let at = place; quote.length < MOST; at += 1) {
    const line = lines[at];
    if (!isOwn(line)) break;
    quote.push(line.text);
    if (/[.!?]["')\]]*\s*$/.test(line.text)) break;
  }
  return quote;
}

function isBlank(line: BodyLine | undefined): boolean {
  return line?.depth === 0 && line.kind === 'own' && !isOwn(line);
}
