import { useState } from 'react';
import type { Slug } from '../../../shared/record/ids';
import { callOn } from '../../../shared/session/calls';
import type { Question } from '../../../shared/session/questions';
import { Act } from '../../components/button';
import { CALL_LOOK } from '../../components/call-badge';
import { run } from '../../commands/run';
import { isOpenQuestion, questionsHere } from '../../store/questions-here';
import { useSession } from '../../store/use-session';

/** The questions that wait for an answer here; those that have one are a press away. */
export function QuestionsPanel({ slug }: { readonly slug: Slug }) {
  const all = useSession((session) => questionsHere(session, slug));
  const [answered, setAnswered] = useState(false);
  if (all.length === 0) return null;
  const open = all.filter(isOpenQuestion);
  const rest = all.length - open.length;
  return (
    <section className="panel panel--questions">
      <h2 className="label">
        Questions <span>{`${String(open.length)} open`}</span>
        <span className="panel__acts">
          {rest === 0 ? null : (
            <Act
              pressed={answered}
              onPress={() => {
                setAnswered(!answered);
              }}
            >
              {`${String(rest)} answered`}
            </Act>
          )}
          <Act onPress={() => void run('question.ask')}>ask</Act>
        </span>
      </h2>
      <ol className="said" aria-label="Questions">
        {(answered ? all : open).map((question) => (
          <QuestionItem key={question.id} question={question} />
        ))}
      </ol>
    </section>
  );
}

function QuestionItem({ question }: { readonly question: Question }) {
  const { id, label, text, who, to, answer, answerConflict } = question;
  const call = useSession((session) => callOn(session, { question: id }));
  const called = call === undefined || call.reopened !== undefined ? undefined : CALL_LOOK[call.entry.call].words;
  return (
    <li data-settled={answer === undefined ? undefined : true}>
      <p>{text}</p>
      {answer === undefined ? null : (
        <p className="said__more">
          {answer.who === undefined ? '' : `${answer.who}: `}
          {answer.answer}
          {answerConflict ? ' (another answer stands beside it)' : ''}
        </p>
      )}
      <p className="said__who">
        {[
          label,
          who ?? '',
          to.length === 0 ? '' : `to ${to.join(', ')}`,
          called === undefined ? '' : `call: ${called.toLowerCase()}`,
        ]
          .filter((bit) => bit !== '')
          .join(' · ')}
        {' · '}
        <button
          type="button"
          className="link"
          aria-label={`answer question ${label}`}
          onClick={() => void run('question.answer', { question: id })}
        >
          {answer === undefined ? 'answer' : 'amend'}
        </button>
        {' · '}
        <button
          type="button"
          className="link"
          aria-label={`object to question ${label}`}
          onClick={() => void run('record.object-to', { question: id })}
        >
          object
        </button>
        {' · '}
        <button
          type="button"
          className="link"
          aria-label={`call on question ${label}`}
          onClick={() => void run('record.call', { question: id })}
        >
          call
        </button>
      </p>
    </li>
  );
}
