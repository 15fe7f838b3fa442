import { classAt } from './character-class';

/** One step of a pattern: what it takes, and how often. */
export interface Step {
  /** true for a character (of the Basic Multilingual Plane, or half of a pair) that it takes */
  readonly takes: (character: string) => boolean;
  /** 1: must take one; 0: may take none */
  readonly least: 0 | 1;
  /** it may take more than one */
  readonly many: boolean;
}

/** A pattern in a form that is matched in time proportional to its length times the path's, whatever it says. */
export interface Pattern {
  readonly steps: readonly Step[];
  /** it has to match from the first character */
  readonly fromStart: boolean;
  /** it has to match up to the last character */
  readonly toEnd: boolean;
}

/** Longer ones are kept as text: the longest in Linux has 87 characters. */
const LONGEST = 512;
const ESCAPED: Readonly<Record<string, (character: string) => boolean>> = {
  d: (c) => c >= '0' && c <= '9',
  w: (c) => /^[A-Za-z0-9_]$/.test(c),
  s: (c) => c === ' ' || c === '\t',
  D: (c) => c < '0' || c > '9',
  W: (c) => !/^[A-Za-z0-9_]$/.test(c),
  S: (c) => c !== ' ' && c !== '\t',
};

/**
 * An F or X line: `*` any characters, `?` any one, `[...]` one of these, everything else itself. It has to match from
 * the start of a path, not to its end. Undefined where it is too long.
 */
export function pathPattern(text: string): Pattern | undefined {
  if (text.length > LONGEST) return undefined;
  const steps: Step[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    const set = character === '[' ? classAt(text, i) : undefined;
    if (character === '*') steps.push({ takes: any, least: 0, many: true });
    else if (character === '?') steps.push(one(any));
    else if (set === undefined) steps.push(one((c) => c === character));
    else {
      steps.push(one(set.takes));
      i = set.end;
    }
  }
  return { steps, fromStart: true, toEnd: false };
}

/**
 * An N line: a Perl regular expression, of which this much is understood: characters, `.`, `[...]`, `\d \w \s`, each
 * with `* + ?` or without, between `^` and `$`. That is all that Linux and U-Boot use. It never runs as a regular
 * expression: undefined for anything else (groups, alternatives, counts, look-around), which then matches nothing.
 */
export function namePattern(text: string): Pattern | undefined {
  if (text.length > LONGEST || text === '') return undefined;
  const fromStart = text.startsWith('^');
  const toEnd = text.endsWith('$') && !text.endsWith('\\$');
  const end = toEnd ? text.length - 1 : text.length;
  const steps: Step[] = [];
  for (let i = fromStart ? 1 : 0; i < end; i += 1) {
    const read = atomAt(text, i);
    if (read === undefined || read.end >= end) return undefined;
    i = read.end;
    const times = i + 1 < end ? text.charAt(i + 1) : '';
    if ('*+?'.includes(times) && times !== '') i += 1;
    steps.push({
      takes: read.takes,
      least: times === '*' || times === '?' ? 0 : 1,
      many: times === '*' || times === '+',
    });
  }
  return { steps, fromStart, toEnd };
}

interface Atom {
  readonly takes: (character: string) => boolean;
  /** where its last character stands */
  readonly end: number;
}

function atomAt(text: string, i: number): Atom | undefined {
  const character = text.charAt(i);
  if (character === '[') return classAt(text, i);
  if (character === '.') return { takes: any, end: i };
  if (character === '\\') {
    const next = text.charAt(i + 1);
    if (next !== '' && !/[A-Za-z0-9]/.test(next)) return { takes: (c) => c === next, end: i + 1 };
    const takes = Object.hasOwn(ESCAPED, next) ? ESCAPED[next] : undefined;
    return takes === undefined ? undefined : { takes, end: i + 1 };
  }
  // Blanks and `#` mean nothing to get_maintainer.pl, which lets patterns be laid out; nobody does.
  return /[*+?(){}|^$#\s]/.test(character) ? undefined : { takes: (c) => c === character, end: i };
}

/** What is wrong with the pattern of an F, X or N line, as a sentence; undefined if nothing is. */
export function patternProblem(tag: 'F' | 'X' | 'N', value: string): string | undefined {
  if (tag === 'N') {
    return namePattern(value) === undefined ? 'This pattern is kept as text; it matches no path.' : undefined;
  }
  if (value.length > LONGEST) return 'This path is too long; it is kept as text and matches nothing.';
  if (value === '') return `There is no path behind ${tag}:`;
  return value.includes('..') && /(?:^|[/])[.][.](?:[/]|$)/.test(value)
    ? 'This path leaves the tree; it is kept as text.'
    : undefined;
}

function any(): boolean {
  return true;
}

function one(takes: Step['takes']): Step {
  return { takes, least: 1, many: false };
}
