import { namedPeople } from '../../commands/named-people';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { CheckField, TextArea } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useDraft } from '../use-draft';
import { close } from './close';
import { PeopleField } from './people-field';
import { PersonField, useChosen } from './person-field';

const EMPTY = { who: '', to: '', text: '', at: 'here' };

/** A question of somebody to others; it stays open, and is in the summary, until somebody answers it. */
export function QuestionDialog() {
  const open = useStore((state) => state.open);
  const slug = useStore((state) => state.selection.subsystem);
  const [form, change] = useDraft(open === undefined ? '' : draftKey.question(open.id), EMPTY);
  const who = useChosen(form.who);
  const to = open === undefined ? undefined : namedPeople(open.session, form.to);
  const text = form.text.trim();
  return (
    <DialogForm
      name="Question"
      submit="Record the question"
      ready={text !== '' && to?.ok === true}
      onClose={close}
      onSubmit={() =>
        to?.ok !== true
          ? undefined
          : run('question.raise', {
              text,
              ...(who === undefined ? {} : { who }),
              ...(to.value.length === 0 ? {} : { to: to.value }),
              ...(slug === undefined || form.at !== 'here' ? {} : { on: { subsystem: slug } }),
            })
      }
    >
      <TextArea name="What is asked" autoFocus value={form.text} onChange={(typed) => change({ text: typed })} />
      <div className="dialog__pair">
        <PersonField name="Who asks" value={form.who} nobody="the room" onChange={(typed) => change({ who: typed })} />
        <PeopleField name="To whom" value={form.to} read={to} onChange={(typed) => change({ to: typed })} />
      </div>
      {slug === undefined ? null : (
        <CheckField
          name={`About #${slug}`}
          checked={form.at === 'here'}
          onChange={(checked) => change({ at: checked ? 'here' : '' })}
        />
      )}
    </DialogForm>
  );
}
