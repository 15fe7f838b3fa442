/** Characters that take no place, or turn the direction of writing: nobody sees them, so nobody may hide in them. */
const UNSEEN = /[\p{Cf}\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\uffa0]/gu;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** A header's text as one line: controls are spaces, and what is invisible or turns the writing round is gone. */
export function oneLine(text: string): string {
  return /^[\x20-\x7e]*$/.test(text)
    ? text.replace(/ {2,}/g, ' ').trim()
    : text.replace(UNSEEN, '').replace(CONTROL, ' ').trim();
}
