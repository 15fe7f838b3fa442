import { toAscii } from './characters';

/** Takes names out of what people said. */
export interface Scrub {
  /** the text with every name replaced by what that person is called */
  readonly text: (text: string) => string;
  /** whether any of the names is in it, in whatever company: for addresses and Message-IDs */
  readonly isIn: (text: string) => boolean;
  /** whether a part of a name is in it in small letters, which may be another word: for a person to look at */
  readonly mayBeIn: (text: string) => boolean;
}

/** A longer name no pattern takes: it is found only as it is written. */
const LONGEST_PATTERN = 1_000;

/**
 * A scrub for these names, each with its replacement. A name is found in any case, over line ends, in ASCII spelling;
 * and a part of it (a first name, a surname) as it is written, with its capital letter, or all in capitals.
 */
export function scrubber(names: ReadonlyMap<string, string>): Scrub {
  const whole = new Map<string, string>();
  const parts = new Map<string, string | undefined>();
  const long: (readonly [string, string])[] = [];
  for (const [name, called] of names) {
    if (name.length > LONGEST_PATTERN) {
      long.push([name, called]);
      continue;
    }
    for (const spelled of [name, toAscii(name)]) {
      if (spelled.trim().length < 2) continue;
      whole.set(folded(spelled), called);
      for (const part of nameParts(spelled).flatMap((each) => [each, each.toUpperCase()])) {
        // a word that two people's names share tells of neither
        parts.set(part, parts.has(part) && parts.get(part) !== called ? undefined : called);
      }
    }
  }
  const wholes = pattern([...whole.keys()], 'giu');
  const known = pattern(
    [...parts].flatMap(([part, called]) => (called === undefined ? [] : part)),
    'gu',
  );
  const small = pattern(
    [...parts.keys()].map((part) => part.toLowerCase()),
    'u',
  );
  const anywhere = [...whole.keys(), ...parts.keys(), ...long.map(([name]) => name)]
    .map(squeezed)
    .filter((name) => name.length > 2);
  return {
    text: (text) =>
      long
        .reduce((left, [name, called]) => left.replaceAll(name, () => called), text)
        .replace(wholes, (found) => whole.get(folded(found)) ?? '...')
        .replace(known, (found) => parts.get(found) ?? found),
    isIn: (text) => {
      const other = squeezed(text);
      return anywhere.some((name) => other.includes(name));
    },
    mayBeIn: (text) => small.test(text),
  };
}

/** First name and surname of what looks like one (`Ana de Souza`): of a role (`UVC maintainer`) no word is a name. */
function nameParts(name: string): readonly string[] {
  const words = name.split(/[\s@.<>()"]+/u).filter((word) => word !== '');
  if (!words.every((word) => /^\p{Lu}/u.test(word) || word.length <= 3)) return [];
  return words.filter((word) => /^\p{Lu}[\p{L}\p{M}'’-]{2,}$/u.test(word));
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function squeezed(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s._-]+/gu, '');
}

/** Any of some texts as whole words, the longest first; a pattern that matches nothing where there are none. */
function pattern(texts: readonly string[], flags: string): RegExp {
  if (texts.length === 0) return /(?!)/;
  const any = texts
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/gu, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any.join('|')})(?![\\p{L}\\p{N}_])`, flags);
}
