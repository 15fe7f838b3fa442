/** Characters that take no place, or turn the direction of writing: nobody sees them, so nobody may hide in them. */
const INVISIBLE = /[\p{Cf}\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\uffa0]/u;
const UNSEEN = /[\p{Cf}\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\uffa0]/gu;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** A header's text as one line: controls are spaces, and what is invisible or turns the writing round is gone. */
export function oneLine(text: string): string {
  return /^[\x20-\x7e]*$/.test(text)
    ? text.replace(/ {2,}/g, ' ').trim()
    : text.replace(UNSEEN, '').replace(CONTROL, ' ').trim();
}

const LATIN = /\p{Script=Latin}/u;
/** scripts that have letters which look like Latin ones */
const LIKE_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Lisu}]/u;
/** Latin letters in costume: fullwidth, and the bold, script and double-struck ones of mathematics */
const COSTUME = /[\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d7ff}]/u;

/** Whether a name, as it came, was written so that it looks like another one. */
export function looksLikeAnother(name: string): boolean {
  if (/^[\x20-\x7e]*$/.test(name)) return false;
  if (INVISIBLE.test(name) || COSTUME.test(name)) return true;
  return name.split(/[^\p{L}\p{M}]+/u).some((word) => LATIN.test(word) && LIKE_LATIN.test(word));
}
