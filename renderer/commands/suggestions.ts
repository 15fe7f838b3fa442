import type { Handle, Id } from '../../shared/record/ids';
import { decideObjection } from '../../shared/session/settle';
import {
  decideConfirm,
  decideDismiss,
  type ConfirmedSuggestion,
  type SuggestionPlace,
} from '../../shared/session/suggestions';
import { saidIn } from '../../shared/session/when-said';
import { unquoted } from '../../shared/thread/body';
import { loadSuggestions } from '../store/suggestions';
import { firstWords } from '../store/answers';
import type { ListedMail, Suggested } from '../store/listed-mail';
import { sayWhyNot } from '../store/screen';
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
              ...(target === undefined || target.lines.length === 0 ? {} : { context: target.lines.map(unquoted) }),
              ...(who.name === undefined ? {} : { from: who.name }),
              ...(date === undefined ? {} : { date }),
              ...(subject === '' ? {} : { subject }),
            },
          },
          env,
        ),
      );
    },
  }),
  'answer.object': commandWith<{ readonly mail: ListedMail; readonly who: Handle; readonly call: Id }>({
    title: 'Record an answer to the summary as an objection to a call',
    section: 'Record',
    when: WRITES,
    run: async ({ mail, who, call }) => {
      const words = await firstWords(mail);
      if (words === undefined) {
        sayWhyNot({ message: 'The mail has no words of its own to record.' });
        return;
      }
      const { text, evidence } = words;
      await record((session, env) =>
        decideObjection(
          session,
          { who, on: { call }, rationale: text, evidence: [evidence], ...saidIn(evidence, env) },
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
