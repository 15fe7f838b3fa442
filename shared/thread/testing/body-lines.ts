import type { BodyLine } from '../body';

/** A body's lines by their quote marks alone; what a test calls a patch or a signature it says itself. */
export function linesOf(body: string, kinds: Readonly<Record<number, BodyLine['kind']>> = {}): readonly BodyLine[] {
  return body.split('\n').map((text, i) => {
    const depth = /^(?:> ?)*/.exec(text)?.[0].replaceAll(' ', '').length ?? 0;
    return { n: i + 1, text, depth, kind: kinds[i + 1] ?? (depth > 0 ? 'quoted' : 'own') };
  });
}
