import type { EntryOf } from '../record/entry';
import type { AssessmentState } from './state';

/** How each state of agreement is said: on screens, in mails, on the command line. */
export const STATE_WORDS: Readonly<Record<AssessmentState, string>> = {
  contested: 'contested',
  'no-input': 'no input',
  'below-quorum': 'below quorum',
  conditional: 'conditional',
  unanimous: 'unanimous',
  consensus: 'consensus',
  rough: 'rough consensus',
  split: 'split',
};

/** A stored state of agreement in words; one that this version doesn't know, as it stands. */
export function stateLabel(state: string): string {
  return isState(state) ? STATE_WORDS[state] : state;
}

export function isState(state: string): state is AssessmentState {
  return Object.hasOwn(STATE_WORDS, state);
}

export type CallWord = EntryOf<'call-made'>['call'];

/** How each call of the chair is said. */
export const CALL_WORDS: Readonly<Record<CallWord, string>> = {
  consensus: 'consensus',
  rough: 'rough consensus',
  'no-consensus': 'no consensus',
  deferred: 'deferred',
};
