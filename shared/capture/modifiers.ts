import { ok } from '../result';
import { isYetToCome, saidAt } from './dates';
import { problem, type Read } from './problem';
import { take, zoneOf, type Typed } from './typed';
import { cleanLine, scan, type Word } from './tokens';
import { words } from './words';

/** Takes what any line may have: `from <message-id>` and `said 2024-07-25T09:26Z`. */
export function takeModifiers(typed: Typed): Read<undefined> {
  takeEvidence(typed);
  return takeSaid(typed);
}

function takeEvidence(typed: Typed): void {
  const at = typed.left.findIndex((word, index) => isFrom(word) && messageId(typed.left[index + 1]) !== undefined);
  const [keyword, value] = typed.left.slice(at, at + 2);
  const message = messageId(value);
  if (at === -1 || keyword === undefined || value === undefined || message === undefined) return;
  const lines = wordsAsTyped(typed, keyword, value);
  // a line that says nothing but where it is from is a remark of just these words
  if (lines.length === 0) return;
  take(typed, [keyword], 'keyword');
  take(typed, [value], 'evidence');
  // what comes after // is a condition or an answer: the scribe's
  const found = typed.context.quote?.(message, typed.parts?.[0]?.text ?? '');
  // what the mail doesn't say is kept as the scribe's words, and said to be
  typed.evidence = typeof found === 'object' ? found : { message, lines };
  if (typeof found === 'string') {
    typed.notices.push({ code: 'N-QUOTE', words: words['N-QUOTE'](message, found) });
  }
}

/** The Message-ID that a line names with `from`, wherever it stands before the text. */
export function mailNamedIn(line: string): string | undefined {
  const { words } = scan(cleanLine(line));
  return words.map((word, at) => (isFrom(word) ? messageId(words[at + 1]) : undefined)).find((id) => id !== undefined);
}

function isFrom({ text }: Word): boolean {
  return text.toLowerCase() === 'from';
}

/** A Message-ID with or without its brackets; a name with @ before it is none. */
function messageId(word: Word | undefined): string | undefined {
  return word === undefined
    ? undefined
    : (/^<([^<>\s]+)>$/.exec(word.text)?.[1] ?? /^[^@<>]+@[^@<>]+$/.exec(word.text)?.[0]);
}

function textOf({ parts = [] }: Typed): readonly string[] {
  return parts.flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== ''));
}

/** What the scribe typed: the text, else the head. Evidence has at least one line. */
function wordsAsTyped(typed: Typed, keyword: Word, value: Word): readonly string[] {
  const text = textOf(typed);
  if (text.length > 0) return text;
  const head = typed.words.filter((word) => word !== keyword && word !== value).map((word) => word.text);
  return head.length === 0 ? [] : [head.join(' ')];
}

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
  if (isYetToCome(said, typed.env.now)) {
    return problem('E-REFUSED', [`${value.text} is later than now: nobody has said it yet.`], value);
  }
  typed.said = said;
  return ok(undefined);
}
