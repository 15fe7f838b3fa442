/** What a record may hold and a mail must not: controls, marks that change the direction of writing, exotic spaces. */
const LINE_ENDS = /[\u0085\u2028\u2029]/gu;
const SPACES = /[\t\p{Zs}]/gu;
// a zero-width joiner is part of some scripts' spelling; the other format characters only hide things
const HIDDEN = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
// more marks on one letter than any language writes would make a line of any length
const PILED = /([\p{M}\u200c\u200d]{4})[\p{M}\u200c\u200d]+/gu;

/** What nearly every text is: nothing of it has to be looked at one by one. */
const TYPED = /^[\n -~]*$/;
const WORDS = /^[!-~]+(?: [!-~]+)*$/;

/** People's words as they may stand in a mail: readable characters and line feeds, nothing that moves or hides text. */
export function clean(text: string): string {
  if (TYPED.test(text)) return text;
  return text.replace(LINE_ENDS, '\n').replace(SPACES, ' ').replace(HIDDEN, '').replace(PILED, '$1');
}

/** The same on one line. */
export function oneLine(text: string): string {
  if (WORDS.test(text)) return text;
  return clean(text).replace(/\s+/gu, ' ').trim();
}

const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '--',
  '−': '-',
  '•': '*',
  '×': 'x',
  '→': '->',
  '←': '<-',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
};

/** A text in ASCII: letters without their accents, signs as they are typed, `?` for what has no such form. */
export function toAscii(text: string): string {
  const known = text.replace(/[^\0-\x7f]/gu, (character) => PLAIN[character] ?? character);
  return known
    .normalize('NFKD')
    .replace(/[\p{M}\u200c\u200d]/gu, '')
    .replace(/[^\0-\x7f]/gu, (character) => PLAIN[character] ?? '?');
}

export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/u.test(text);
}

const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const WIDE =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Bopomofo}|\p{Script=Yi}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])$/u;

/** How many columns a text takes in a terminal: wide characters (UAX 11) two, combining marks none. */
export function width(text: string): number {
  if (isAscii(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return columns;
}
