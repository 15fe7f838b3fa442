import type { Instant } from '../../shared/record/ids';
import {
  decideConfirm,
  decideDismiss,
  type ConfirmedSuggestion,
  type SuggestionPlace,
} from '../../shared/session/suggestions';
import { loadSuggestions, type Suggested } from '../store/suggestions';
import { commandWith, command, type Condition } from './command';
import { record } from './recording';

const WRITES: Condition = { session: true, writable: true };

/** What a person makes of a suggestion: the position, and where it was found. */
export interface Confirmation extends Pick<ConfirmedSuggestion, 'who' | 'subsystem' | 'stance'> {
  readonly suggestion: Suggested;
}

export const suggestionCommands = {
  'suggestion.load': command({
    title: 'Look through the thread for positions',
    section: 'Go',
    when: { session: true },
    run: loadSuggestions,
  }),
  'suggestion.confirm': commandWith<Confirmation>({
    title: 'Record what a mail suggests',
    section: 'Record',
    when: WRITES,
    run: async ({ suggestion, ...position }) => {
      const { message, quote, target, who, date, subject } = suggestion;
      await record((session, env) =>
        decideConfirm(
          session,
          {
            ...position,
            evidence: {
              message,
              lines: quote,
              ...(target === undefined || target.lines.length === 0 ? {} : { context: target.lines }),
              ...(who.name === undefined ? {} : { from: who.name }),
              ...(date === undefined ? {} : { date }),
              ...(subject === '' ? {} : { subject }),
            },
            // a date that the reader of mail gives is an instant of the record's form
            ...(date === undefined ? {} : { said: date as Instant }),
          },
          env,
        ),
      );
    },
  }),
  'suggestion.dismiss': commandWith<SuggestionPlace>({
    title: 'Dismiss a suggestion',
    section: 'Record',
    when: WRITES,
    run: async (place) => {
      await record((session, env) => decideDismiss(session, place, env));
    },
  }),
} as const;
