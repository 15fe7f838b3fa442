import { isAscii } from './characters';

/** An encoded word may have 75 characters (RFC 2047, 2); this many fit behind the name of a header too. */
const LONGEST = 64;
const BEFORE = '=?UTF-8?Q?';
const AFTER = '?=';
/** An ASCII word that is longer can't be folded; an encoded one can. */
const UNFOLDABLE = 60;

/**
 * The words of a header's text, as they may be folded between: ASCII words as they are, others as RFC 2047 Q words in
 * UTF-8. Neighbours that need it are encoded as one, since the space between two encoded words is not shown.
 */
export function headerWords(text: string): readonly string[] {
  const words: string[] = [];
  let run: string[] = [];
  const flush = (): void => {
    if (run.length > 0) words.push(...encodedWords(run.join(' ')));
    run = [];
  };
  for (const word of text.split(' ').filter((each) => each !== '')) {
    if (needsEncoding(word)) run.push(word);
    else {
      flush();
      words.push(word);
    }
  }
  flush();
  return words;
}

function needsEncoding(word: string): boolean {
  return !isAscii(word) || word.length > UNFOLDABLE || word.includes('=?');
}

/** A text as Q words, none of which ends inside a character. */
export function encodedWords(text: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    const encoded = encodedCharacter(character);
    if (BEFORE.length + word.length + encoded.length + AFTER.length > LONGEST) {
      words.push(BEFORE + word + AFTER);
      word = '';
    }
    word += encoded;
  }
  return [...words, BEFORE + word + AFTER];
}

/** The characters that stand for themselves in every place that a Q word may stand in (RFC 2047, 5). */
function encodedCharacter(character: string): string {
  if (/^[A-Za-z0-9!*+/-]$/.test(character)) return character;
  if (character === ' ') return '_';
  if (isAscii(character)) return `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return encodeURIComponent(character).replaceAll('%', '=');
}
