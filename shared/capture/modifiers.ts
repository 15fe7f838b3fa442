import { ok } from '../result';
import { saidAt } from './dates';
import { problem, type Read } from './problem';
import { take, zoneOf, type Typed } from './typed';
import type { Word } from './tokens';

/** Takes what any line may have: `from <message-id>` and `said 2024-07-25T09:26Z`. */
export function takeModifiers(typed: Typed): Read<undefined> {
  takeEvidence(typed);
  return takeSaid(typed);
}

function takeEvidence(typed: Typed): void {
  const at = typed.left.findIndex(
    (word, index) => word.text.toLowerCase() === 'from' && messageId(typed.left[index + 1]) !== undefined,
  );
  const [keyword, value] = typed.left.slice(at, at + 2);
  const message = messageId(value);
  if (at === -1 || keyword === undefined || value === undefined || message === undefined) return;
  const lines = wordsAsTyped(typed, keyword, value);
  // a line that says nothing but where it is from is a remark of just these words
  if (lines.length === 0) return;
  take(typed, [keyword], 'keyword');
  take(typed, [value], 'evidence');
  typed.evidence = { message, lines };
}

/** A Message-ID with or without its brackets; a name with @ before it is none. */
function messageId(word: Word | undefined): string | undefined {
  return word === undefined
    ? undefined
    : (/^<([^<>\s]+)>$/.exec(word.text)?.[1] ?? /^[^@<>]+@[^@<>]+$/.exec(word.text)?.[0]);
}

/** Evidence has at least one line (FORMAT.md). Only the scribe's words are at hand here: the text, else the head. */
function wordsAsTyped(typed: Typed, keyword: Word, value: Word): readonly string[] {
  const text = (typed.parts ?? []).map((part) => part.text);
  if (text.length > 0) return text.flatMap((part) => part.split('\n').filter((line) => line.trim() !== ''));
  const head = typed.words.filter((word) => word !== keyword && word !== value).map((word) => word.text);
  return head.length === 0 ? [] : [head.join(' ')];
}

/** Clocks of a room differ by so much, in milliseconds. */
const AHEAD = 60_000;

function takeSaid(typed: Typed): Read<undefined> {
  const at = typed.left.findIndex((word) => word.text.toLowerCase() === 'said');
  const [keyword, value, next] = at === -1 ? [] : typed.left.slice(at);
  if (keyword === undefined || value === undefined) return ok(undefined);
  const said = saidAt(value.text, typed.env.now, zoneOf(typed.session));
  // `said` may also be a word of a remark that wants ` -- ` before it
  if (said === undefined && !/^\d/.test(value.text) && next !== undefined) return ok(undefined);
  take(typed, [keyword], 'keyword');
  take(typed, [value], 'time');
  if (said === undefined) return problem('E-DATE', [value.text], value, { incomplete: true });
  if (Date.parse(said) > typed.env.now + AHEAD) {
    return problem('E-REFUSED', [`${value.text} is later than now: nobody has said it yet.`], value);
  }
  typed.said = said;
  return ok(undefined);
}
