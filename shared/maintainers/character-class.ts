/** `[...]` in a pattern: what it takes, and where its closing bracket stands. */
export interface CharacterClass {
  readonly takes: (character: string) => boolean;
  readonly end: number;
}

/** The class that opens at a place; undefined where it does not close, or names a class by `[:word:]` or `\w`. */
export function classAt(text: string, open: number): CharacterClass | undefined {
  const negated = text.charAt(open + 1) === '^';
  const first = open + (negated ? 2 : 1);
  // a bracket that comes first stands for itself
  const end = text.indexOf(']', first + 1);
  const inside = text.slice(first, end);
  if (end < 0 || /\[[:.=]|\\[A-Za-z0-9]/.test(inside)) return undefined;
  const members = [...inside.replace(/\\(.)/g, '$1')];
  const ranges: (readonly [string, string])[] = [];
  for (let i = 0; i < members.length; i += 1) {
    const from = members[i] ?? '';
    const to = members[i + 1] === '-' ? members[i + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) i += 2;
  }
  return { takes: (c) => ranges.some(([from, to]) => c >= from && c <= to) !== negated, end };
}
