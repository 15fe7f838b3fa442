import type { Id } from '../../../shared/record/ids';
import { questions } from '../../../shared/session/questions';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextArea } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';
import { PersonField, useChosen } from './person-field';

/** What somebody answers to a question; another answer takes the place of the one before, which stays in the record. */
export function AnswerDialog({ id }: { readonly id: Id }) {
  const session = useStore((state) => state.open?.id);
  const question = useSession((it) => questions(it).find((each) => each.id === id));
  const [form, change] = useDraft(session === undefined ? '' : draftKey.answer(session, id), {
    who: question?.answer?.who ?? question?.to[0] ?? '',
    answer: question?.answer?.answer ?? '',
  });
  const who = useChosen(form.who);
  const answer = form.answer.trim();
  if (question === undefined) return null;
  return (
    <DialogForm
      name={`Answer question ${question.label}`}
      submit="Record the answer"
      ready={answer !== ''}
      onClose={close}
      onSubmit={() => run('question.keep-answer', { question: id, answer, ...(who === undefined ? {} : { who }) })}
    >
      <p className="quoted">{question.text}</p>
      <TextArea name="Answer" autoFocus value={form.answer} onChange={(typed) => change({ answer: typed })} />
      <PersonField name="Who answers" value={form.who} nobody="the room" onChange={(typed) => change({ who: typed })} />
    </DialogForm>
  );
}
