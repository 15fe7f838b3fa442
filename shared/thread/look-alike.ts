/** Characters that take no place, or turn the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]/gu;
const LATIN = /\p{Script=Latin}/u;
/** Scripts with letters that look like Latin ones. */
const LIKE_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}]/u;
/** Latin letters in costume: fullwidth, and those of mathematics. */
const COSTUME = /[\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7ff}]/u;

/**
 * Letters of other scripts beside the Latin one that they are drawn like, in lower case as both appear. A small table:
 * what people type on a keyboard, not all of Unicode's confusables; it can only ever keep two people apart.
 */
const DRAWN_LIKE_TABLE: Readonly<Record<string, string>> = {
  a: 'аαɑ',
  b: 'ьвβ',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еε',
  g: 'ɡ',
  h: 'һнհ',
  i: 'іιı',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏ1|',
  m: 'мμ',
  n: 'ոη',
  o: 'оοօ0',
  p: 'рρ',
  q: 'ԛ',
  s: 'ѕ',
  t: 'тτ',
  u: 'υս',
  v: 'ѵν',
  w: 'ԝω',
  x: 'хχ',
  y: 'уγ',
  z: 'ᴢζ',
};
const DRAWN_LIKE = new Map(
  Object.entries(DRAWN_LIKE_TABLE).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

/** True for a name that was written so that it looks like another: invisible characters, or scripts mixed in a word. */
export function looksLikeAnother(name: string): boolean {
  if (/^[\x20-\x7e]*$/.test(name)) return false;
  if (name.search(UNSEEN) >= 0 || COSTUME.test(name)) return true;
  return name.split(/[^\p{L}\p{M}]+/u).some((word) => LATIN.test(word) && LIKE_LATIN.test(word));
}

/**
 * A name as the eye takes it: what is invisible left out, accents off, and every letter as the Latin one that it is
 * drawn like. Two names that differ but look the same must never be taken for one person.
 */
export function lookOf(name: string): string {
  const letters = name.normalize('NFKD').replace(UNSEEN, '').replace(/\p{M}/gu, '').toLowerCase();
  return [...letters]
    .map((letter) => DRAWN_LIKE.get(letter) ?? letter)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text that shows what nobody can see: each such character as its code point, `<U+202E>`. */
export function withMarks(text: string): string {
  return text.replace(
    UNSEEN,
    (unit) => `<U+${(unit.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
