import type { Id } from '../record/ids';
import { ok } from '../result';
import { isOpen, objections, type Objection } from '../session/objections';
import { questions, type Question } from '../session/questions';
import { rules, type Rule } from '../session/rules';
import { problem, type Read } from './problem';
import { endOfHead, isName, take, takePair, type Typed } from './typed';
import type { Word } from './tokens';

/** Numbers as they are printed: `3`, or `2k7` where two things carry a 2. */
const LABEL = /^\d+[a-z2-7]*$/i;

export function isLabel(text: string): boolean {
  return LABEL.test(text);
}

/** Takes the next number of the head. */
export function takeLabel(typed: Typed): Word | undefined {
  const found = typed.left.find((word) => !isName(word) && isLabel(word.text));
  if (found !== undefined) take(typed, [found], 'number');
  return found;
}

interface Labelled {
  readonly id: Id;
  readonly label: string;
}

/** The one of some things that carries the typed number; the refusal lists those that could be meant. */
function named<T extends Labelled>(
  typed: Typed,
  thing: string,
  all: readonly T[],
  likely: readonly T[],
  word: Word | undefined,
): Read<T> {
  const found = word === undefined ? undefined : all.find(({ label }) => label === word.text.toLowerCase());
  if (found !== undefined) return ok(found);
  const missing = word === undefined ? { incomplete: true as const } : {};
  const labels = likely.map(({ label }) => label);
  return problem('E-NUM', [thing, word?.text, labels], word ?? endOfHead(typed), missing);
}

export function objectionNamed(
  typed: Typed,
  word: Word | undefined,
  likely: (objection: Objection) => boolean = isOpen,
): Read<Objection> {
  const all = objections(typed.session);
  return named(typed, 'objection', all, all.filter(likely), word);
}

export function ruleNamed(typed: Typed, word: Word | undefined): Read<Rule> {
  const all = rules(typed.session);
  return named(typed, 'rule', all, all, word);
}

export function questionNamed(typed: Typed, word: Word | undefined): Read<Question> {
  const all = questions(typed.session);
  return named(
    typed,
    'question',
    all,
    all.filter(({ answer }) => answer === undefined),
    word,
  );
}

/** `rule 3` inside a head. */
export function takeRule(typed: Typed): Read<Rule | undefined> {
  const pair = takePair(typed, 'rule', 'number');
  return pair === undefined ? ok(undefined) : ruleNamed(typed, pair.value);
}

/** `question 2` inside a head. */
export function takeQuestion(typed: Typed): Read<Question | undefined> {
  const pair = takePair(typed, 'question', 'number');
  return pair === undefined ? ok(undefined) : questionNamed(typed, pair.value);
}
