import { isHandle, toKey, type Handle } from '../record/ids';

/** A handle for a name: `dan`, else `dan-w`, `dan-williams`, `dan-williams-2`: the shortest that is free. */
export function freeHandle(name: string, taken: ReadonlySet<string>): Handle | undefined {
  const [first, ...others] = name.split(/\s+/).flatMap((word) => toKey(word) ?? []);
  if (first === undefined) return undefined;
  const last = others.at(-1);
  const tries = [first, ...(last === undefined ? [] : [`${first}-${last.slice(0, 1)}`, `${first}-${last}`])];
  for (let n = 2; n < 100; n += 1) tries.push(`${tries.at(last === undefined ? 0 : 2) ?? first}-${String(n)}`);
  return tries.flatMap((each) => toKey(each) ?? []).find((each): each is Handle => isHandle(each) && !taken.has(each));
}
