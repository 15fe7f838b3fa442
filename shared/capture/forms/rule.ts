import type { DraftOf } from '../../record/entry';
import type { Handle } from '../../record/ids';
import { ok } from '../../result';
import { decideAmendRule, decideAnswer, decideRule, decideRuling, rules, type Rule } from '../../session/rules';
import { decided, given, type Form } from '../form';
import { takeTexts } from '../parts';
import { problem, type Read } from '../problem';
import { isNear } from '../names';
import { answerOf, nearAnswer } from '../stances';
import { ruleNamed } from '../things';
import type { Word } from '../tokens';
import {
  endOfHead,
  nothingLeft,
  take,
  takeFirst,
  takeNamedSubsystem,
  takePair,
  takePeople,
  takePerson,
  takeSubsystem,
  type Typed,
} from '../typed';

type RulingState = DraftOf<'ruling-made'>['state'];
const RULINGS: Readonly<Record<string, RulingState>> = {
  inforce: 'in-force',
  'in-force': 'in-force',
  claimed: 'claimed',
  agreed: 'agreed',
  except: 'exception',
  exception: 'exception',
  disputed: 'disputed',
};

/** The words for a ruling, as completion offers them. */
export const RULING_TYPED: readonly string[] = ['inforce', 'claimed', 'agreed', 'except', 'disputed'];

/** `rule 6 -- text`, `@p5 rule 3 yes`, `rule 3 #drm inforce`: a rule's text, an answer to it, or how it stands somewhere. */
export const readRule: Form = (typed) => {
  const number = takeNumber(typed);
  const answer = takeFirst(typed, 'stance', (text) => answerOf(text) !== undefined);
  if (answer !== undefined) return readAnswer(typed, number?.word, answer);
  const state = takeFirst(typed, 'keyword', (text) => Object.hasOwn(RULINGS, text.toLowerCase()));
  if (state !== undefined) return readRuling(typed, number?.word, RULINGS[state.text.toLowerCase()] ?? 'none');
  return readText(typed, number);
};

interface RuleNumber {
  /** the number without its `!` */
  readonly word: Word;
  readonly substantial: boolean;
}

/** `6`, `2k7`, or `6!` for a substantial change. */
function takeNumber(typed: Typed): RuleNumber | undefined {
  const word = typed.left.find(({ text }) => /^\d+[a-z2-7]*!?$/i.test(text));
  if (word === undefined) return undefined;
  take(typed, [word], 'number');
  return { word: { ...word, text: word.text.replace('!', '') }, substantial: word.text.endsWith('!') };
}

/** A new rule, or a new text where the number exists. */
function readText(typed: Typed, number: RuleNumber | undefined): ReturnType<Form> {
  const counters = takePair(typed, 'against', 'number');
  const who = takePerson(typed);
  if (!who.ok) return who;
  const misspelt = nearMiss(typed);
  if (misspelt !== undefined) return misspelt;
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  if (number === undefined) return numberMissing(typed);
  const texts = takeTexts(typed);
  if (!texts.ok) return texts;
  const { main: text } = texts.value;
  if (text === undefined) return problem('E-RULE-TEXT', [], endOfHead(typed), { incomplete: true });
  const against = counters === undefined ? undefined : ruleNamed(typed, counters.value);
  if (against?.ok === false) return against;
  const input = { text, ...given('who', who.value), ...given('against', against?.value.id) };
  const current = existing(typed, number.word);
  if (!current.ok) return current;
  if (current.value === undefined) {
    return decided(typed, decideRule(typed.session, { ...input, number: Number(number.word.text) }, typed.env));
  }
  const change = { rule: current.value.id, ...input, ...(number.substantial ? { substantial: true } : {}) };
  return decided(typed, decideAmendRule(typed.session, change, typed.env));
}

/** A word that is nearly an answer or a ruling is one that was mistyped, and not the text of the rule. */
function nearMiss(typed: Typed): ReturnType<typeof problem> | undefined {
  for (const word of typed.left) {
    const text = word.text.toLowerCase();
    const meant = nearAnswer(text) ?? Object.keys(RULINGS).find((known) => isNear(text, known));
    if (meant !== undefined)
      return problem('E-ANSWER', [word.text, meant], word, { fix: { span: word, text: meant }, incomplete: true });
  }
  return undefined;
}

function numberMissing(typed: Typed): ReturnType<Form> {
  const missing = ruleNamed(typed, undefined);
  return missing.ok ? ok([]) : missing;
}

/** The rule that carries a number; undefined where the number is free. One that two rules share must be typed as it is printed. */
function existing(typed: Typed, word: Word): Read<Rule | undefined> {
  const isFree =
    /^\d+$/.test(word.text) &&
    Number.isSafeInteger(Number(word.text)) &&
    !rules(typed.session).some((rule) => rule.number === Number(word.text));
  return isFree ? ok(undefined) : ruleNamed(typed, word);
}

/** `@p5 rule 3 ~yes -- why // if ...`; with # the answer holds there only. */
function readAnswer(typed: Typed, number: Word | undefined, word: Word): ReturnType<Form> {
  const people = takePeople(typed);
  if (!people.ok) return people;
  const subsystem = takeNamedSubsystem(typed);
  if (!subsystem.ok) return subsystem;
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  if (people.value.length === 0) return problem('E-WHO', [], endOfHead(typed), { incomplete: true });
  const rule = ruleNamed(typed, number);
  if (!rule.ok) return rule;
  const texts = takeTexts(typed, { conditions: true });
  if (!texts.ok) return texts;
  const answer = answerOf(word.text) ?? 'abstains';
  const { main, conditions } = texts.value;
  const words = {
    ...given('subsystem', subsystem.value),
    ...given('rationale', main),
    ...given('conditions', conditions),
  };
  const answered = (who: Handle): ReturnType<Form> =>
    decided(typed, decideAnswer(typed.session, { who, rule: rule.value.id, answer, ...words }, typed.env));
  return ok(people.value.flatMap((who) => valueOf(answered(who))));
}

function valueOf<T>(result: Read<readonly T[]>): readonly T[] {
  return result.ok ? result.value : [];
}

/** `@leon rule 3 #rdma claimed`, `rule 3 #drm except -- scope // because ...`. */
function readRuling(typed: Typed, number: Word | undefined, state: RulingState): ReturnType<Form> {
  const who = takePerson(typed);
  if (!who.ok) return who;
  const subsystem = takeSubsystem(typed);
  if (!subsystem.ok) return subsystem;
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  const rule = ruleNamed(typed, number);
  if (!rule.ok) return rule;
  if (subsystem.value === undefined) return problem('E-SUB-NONE', [], endOfHead(typed));
  const texts = takeTexts(typed, { because: true });
  if (!texts.ok) return texts;
  const { main, because } = texts.value;
  // the words of an exception say how far it goes; those of another ruling say why
  const isScope = state === 'exception' || because !== undefined;
  const input = {
    rule: rule.value.id,
    subsystem: subsystem.value,
    state,
    ...given('who', who.value),
    ...given('scope', isScope ? main : undefined),
    ...given('why', because ?? (isScope ? undefined : main)),
  };
  return decided(typed, decideRuling(typed.session, input, typed.env));
}
