import type { Draft } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { decideAnswerQuestion, decideQuestion } from '../../shared/session/questions';
import { draftKey } from '../store/drafts';
import { openQuestions } from '../store/questions-here';
import { openOverlay, sayWhyNot } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';
import { record } from './recording';

const WRITES: Condition = { session: true, writable: true };

type QuestionInput = Parameters<typeof decideQuestion>[1];
type AnswerInput = Omit<Extract<Draft, { kind: 'question-answered' }>, 'kind' | 'prev'>;

export const questionCommands = {
  'question.ask': command({
    title: 'Ask a question',
    section: 'Record',
    when: WRITES,
    line: 'ask',
    run: () => {
      openOverlay({ kind: 'question' });
    },
  }),
  'question.raise': commandWith<QuestionInput>({
    title: 'Record a question',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.question(open.id);
      await record((session, env) => decideQuestion(session, input, env), { from, close: 'question' });
    },
  }),
  'question.answer': command<{ readonly question?: Id }>({
    title: 'Answer a question',
    section: 'Record',
    when: WRITES,
    line: 'answer',
    run: (named) => {
      const { open, selection } = getState();
      if (open === undefined) return;
      const [first] = openQuestions(open.session, selection.subsystem);
      const question = named?.question ?? first?.id;
      if (question === undefined) sayWhyNot({ message: 'No question is open here.' });
      else openOverlay({ kind: 'answer', question });
    },
  }),
  'question.keep-answer': commandWith<AnswerInput>({
    title: 'Record an answer',
    section: 'Record',
    when: WRITES,
    run: async (input) => {
      const { open } = getState();
      const from = open === undefined ? undefined : draftKey.answer(open.id, input.question);
      await record((session, env) => decideAnswerQuestion(session, input, env), { from, close: 'answer' });
    },
  }),
} as const;
