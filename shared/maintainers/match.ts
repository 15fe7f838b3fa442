import { namePattern, pathPattern, type Pattern, type Step } from './pattern';
import type { Section } from './section';

/**
 * The sections that a path belongs to, in the file's order, as get_maintainer.pl finds them: an F or N line takes it
 * in and no X line of the same section leaves it out. A directory is a path that ends in a slash. K lines are about
 * contents and are not asked.
 */
export function matchPath(sections: readonly Section[], path: string): readonly Section[] {
  const file = path.startsWith('./') ? path.slice(2) : path;
  if (file === '') return [];
  return sections.filter((section) => takesIn(section, file));
}

function takesIn({ files, excluded, names }: Section, file: string): boolean {
  const takes = (pattern: string): boolean => takesPath(pattern, file);
  return (files.some(takes) || names.some((pattern) => takesName(pattern, file))) && !excluded.some(takes);
}

/**
 * How particular a section is for a path that belongs to it, as get_maintainer.pl ranks them: by how deep the deepest
 * of its patterns goes that takes the path in. Names found anywhere rank below, what begins with a wildcard last.
 */
export function depthFor({ files }: Section, path: string): number {
  const depths = files
    .filter((pattern) => takesPath(pattern, path))
    .map((pattern) => (pattern.startsWith('*') ? -1 : slashes(pattern) + (pattern.endsWith('/') ? 0 : 1)));
  return depths.length === 0 ? 0 : Math.max(...depths);
}

/**
 * True if an F or X line takes a path in. With a slash at its end it takes everything below; without, only what lies as
 * deep as itself, and names that go on. A pattern without slash that the path lies below is a directory after all.
 */
export function takesPath(pattern: string, file: string): boolean {
  const special = pattern.search(/[*?[]/);
  if (!file.startsWith(special < 0 ? pattern : pattern.slice(0, special))) return false;
  if (special >= 0) {
    const compiled = pathPattern(pattern);
    if (compiled === undefined || !fits(compiled, file)) return false;
  }
  if (pattern.endsWith('/') || slashes(pattern) === slashes(file)) return pattern !== '';
  // get_maintainer.pl asks the file system for directories, with the dots escaped: one with a dot it never finds
  return special < 0 && pattern !== '' && !pattern.includes('.') && file.charAt(pattern.length) === '/';
}

/** True if an N line takes a path in. What can't be understood takes nothing in. */
export function takesName(pattern: string, file: string): boolean {
  if (/^[\w/-]+$/.test(pattern)) return file.includes(pattern);
  const compiled = namePattern(pattern);
  return compiled !== undefined && fits(compiled, file);
}

/**
 * All ways through the pattern are followed at once, a character at a time, so there is nothing to go back to: the
 * time is bounded by steps times characters.
 */
function fits({ steps, fromStart, toEnd }: Pattern, text: string): boolean {
  let at = reached([0], steps);
  for (let i = 0; ; i += 1) {
    if (at.has(steps.length) && (!toEnd || i === text.length)) return true;
    if (i === text.length) return false;
    const character = text.charAt(i);
    const next: number[] = fromStart ? [] : [0];
    for (const place of at) {
      const step = steps[place];
      if (step?.takes(character) !== true) continue;
      if (step.many) next.push(place);
      next.push(place + 1);
    }
    if (next.length === 0) return false;
    at = reached(next, steps);
  }
}

/** Places in a pattern with those that can be had from them for nothing, because a step may take none. */
function reached(places: readonly number[], steps: readonly Step[]): ReadonlySet<number> {
  const all = new Set<number>();
  for (let place of places) {
    while (!all.has(place)) {
      all.add(place);
      if (steps[place]?.least !== 0) break;
      place += 1;
    }
  }
  return all;
}

function slashes(text: string): number {
  let count = 0;
  for (let i = text.indexOf('/'); i >= 0; i = text.indexOf('/', i + 1)) count += 1;
  return count;
}
