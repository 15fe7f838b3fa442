import { STANCES, type PositionStance, type Stance } from '../record/entry';
import type { AnswerEntry } from '../session/registers';
import { folded, isNear } from './names';

/** What may be typed for each stance; the first is the short form that the parse line and the errors use. */
export const STANCE_TYPED: Readonly<Record<PositionStance, readonly [string, ...string[]]>> = {
  'standard-required': ['std', 'standard', 'standard-required', 's'],
  'userspace-allowed': ['usr', 'user', 'userspace', 'userspace-allowed', 'u'],
  'passthrough-niche': ['pass', 'passthrough', 'passthrough-niche', 'niche', 'p'],
  abstain: ['abs', 'abstain', 'a'],
  recuse: ['rec', 'recuse'],
  none: ['none', 'clear', '-'],
};

const BY_WORD = new Map(
  (Object.entries(STANCE_TYPED) as [PositionStance, readonly string[]][]).flatMap(([stance, typed]) =>
    typed.map((word) => [word, stance] as const),
  ),
);

export function stanceOf(typed: string): PositionStance | undefined {
  return BY_WORD.get(folded(typed));
}

/** The stance word that a typed one is a near miss of; stances are near from three letters on. */
export function nearStance(typed: string): string | undefined {
  return [...BY_WORD.keys()].find((word) => word.length >= 3 && isNear(folded(typed), word, 3));
}

export function isStance(held: PositionStance): held is Stance {
  return (STANCES as readonly PositionStance[]).includes(held);
}

const ANSWERS: Readonly<Record<string, AnswerEntry['answer']>> = {
  yes: 'supports',
  '~yes': 'lives-with',
  no: 'opposes',
  abs: 'abstains',
  abstain: 'abstains',
};

/** The answer that a typed word is a near miss of. */
export function nearAnswer(typed: string): string | undefined {
  return Object.keys(ANSWERS).find((word) => isNear(folded(typed), word, 3));
}

/** What a person answers to a rule. */
export function answerOf(typed: string): AnswerEntry['answer'] | undefined {
  return Object.hasOwn(ANSWERS, typed.toLowerCase()) ? ANSWERS[typed.toLowerCase()] : undefined;
}
