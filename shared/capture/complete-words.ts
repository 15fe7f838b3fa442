import type { PositionStance } from '../record/entry';
import { isOpen, objections } from '../session/objections';
import { questions } from '../session/questions';
import { QUEUE_KINDS } from '../session/queue';
import { rules } from '../session/rules';
import type { Session } from '../session/session';
import type { CompletionItem, Unfinished } from './completion';
import { FORM_HINTS, FORMS } from './forms';
import { CALL_TYPED } from './forms/call';
import { RULING_TYPED } from './forms/rule';
import { STANCE_WORDS } from './say';
import { STANCE_TYPED, stanceOf } from './stances';
import { isLabel } from './things';
import { isName } from './typed';

/** Plain words of the head: command words, stances, calls, numbers, by what stands before them. */
export function completeWord(unfinished: Unfinished): readonly CompletionItem[] {
  const { typed, earlier, others } = unfinished;
  const name = typed.toLowerCase();
  const command = earlier.find((word) => !isName(word))?.text.toLowerCase();
  const form = command !== undefined && Object.hasOwn(FORMS, command) ? command : undefined;
  const items = form === undefined ? openingWords(unfinished, command !== undefined) : wordsAfter(unfinished, form);
  const taken = new Set(others.map(({ text }) => text.toLowerCase()));
  const free = items.filter(({ text }) => !taken.has(text));
  const begun = free.filter(({ text }) => text.startsWith(name));
  // an unknown number is answered with those that there are
  return begun.length === 0 && isLabel(name) ? free.filter(({ text }) => isLabel(text)) : begun;
}

/** A stance after names alone; a command word, once two letters of it are there. */
function openingWords({ typed, earlier }: Unfinished, hasWords: boolean): readonly CompletionItem[] {
  const isAboutSomebody = earlier.some(({ text }) => text.startsWith('@'));
  const sign = typed.startsWith('~') ? '~' : '';
  const isFree =
    isAboutSomebody && (sign === '~' || earlier.every((word) => isName(word) || word.text.startsWith('~')));
  const stances = isFree ? stanceItems(sign, sign === '~' ? CALLED_STANCES : ALL_STANCES) : [];
  return !hasWords && typed.length >= 2 ? [...stances, ...commandItems] : stances;
}

const commandItems: readonly CompletionItem[] = Object.keys(FORMS).map((word) => item(word, FORM_HINTS[word] ?? ''));

const ALL_STANCES = Object.keys(STANCE_TYPED) as readonly PositionStance[];
const CALLED_STANCES = ALL_STANCES.slice(0, 3);

function stanceItems(sign: string, stances: readonly PositionStance[]): readonly CompletionItem[] {
  return stances.map((stance) => ({
    text: `${sign}${STANCE_TYPED[stance][0]}`,
    label: STANCE_TYPED[stance][0],
    hint: STANCE_WORDS[stance],
  }));
}

function wordsAfter({ session, earlier }: Unfinished, form: string): readonly CompletionItem[] {
  const previous = earlier.at(-1)?.text.toLowerCase() ?? '';
  const hasNumber = earlier.some(({ text }) => /^\d/.test(text));
  if (previous === 'rule') return ruleItems(session);
  switch (form) {
    case 'accommodate':
    case 'withdraw':
    case 'address':
    case 'defer':
      return hasNumber ? [] : objectionItems(session, 'open');
    case 'reopen':
      return hasNumber ? [] : objectionItems(session, 'settled');
    case 'dispute':
      return hasNumber ? [] : objectionItems(session, 'all');
    case 'answer':
      return hasNumber ? [] : questionItems(session);
    case 'rule':
      return hasNumber ? RULE_ITEMS : ruleItems(session);
    case 'obj':
    case 'hold':
      return ['rule', 'call', 'question'].map((word) => item(word, ''));
    case 'call':
      return callItems(
        session,
        earlier.map(({ text }) => text.toLowerCase()),
        previous,
      );
    case 'q+':
      return QUEUE_KINDS.map((kind) => item(kind, ''));
    case 'q':
      return ['close', 'open'].map((word) => item(word, 'the queue'));
    default:
      return [];
  }
}

const RULE_ITEMS: readonly CompletionItem[] = [
  item('yes', 'supports'),
  item('~yes', 'can live with'),
  item('no', 'opposes'),
  item('abs', 'abstains'),
  ...RULING_TYPED.map((word) => item(word, 'how it stands there')),
  item('against', 'the rule that it counters'),
];

function callItems(session: Session, earlier: readonly string[], previous: string): readonly CompletionItem[] {
  if (previous === 'call') return CALL_TYPED.map((word) => item(word, 'the chair’s call'));
  if (previous === 'question') return questionItems(session);
  if (earlier.includes('rule')) return [item('yes', 'supports'), item('no', 'opposes')];
  const hasStance = earlier.some((word) => stanceOf(word) !== undefined);
  return hasStance || earlier.includes('reopen') ? [] : stanceItems('', CALLED_STANCES);
}

function objectionItems(session: Session, which: 'open' | 'settled' | 'all'): readonly CompletionItem[] {
  return objections(session)
    .filter((objection) => which === 'all' || isOpen(objection) === (which === 'open'))
    .map(({ label, who, reason }) => item(label, reason === undefined ? who : `${who}: ${reason}`));
}

function questionItems(session: Session): readonly CompletionItem[] {
  return questions(session).flatMap(({ label, text, answer }) => (answer === undefined ? [item(label, text)] : []));
}

function ruleItems(session: Session): readonly CompletionItem[] {
  return rules(session).map(({ label, text }) => item(label, text));
}

function item(text: string, hint: string): CompletionItem {
  return { text, label: text, hint };
}
