import { thingLabel } from '../../../shared/capture/label';
import { ruleOf, type Answer } from '../../../shared/session/rules';
import { namedPeople } from '../../commands/named-people';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextArea } from '../../components/field';
import { Kbd } from '../../components/kbd';
import { draftKey } from '../../store/drafts';
import type { RuleAt } from '../../store/overlay';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';
import { PeopleField } from './people-field';

const ANSWERS: readonly { readonly answer: Answer['answer']; readonly words: string; readonly key: string }[] = [
  { answer: 'supports', words: 'supports', key: 'y' },
  { answer: 'lives-with', words: 'can live with it', key: 'l' },
  { answer: 'opposes', words: 'opposes', key: 'n' },
  { answer: 'abstains', words: 'abstains', key: 'a' },
];
const EMPTY = { who: '', answer: '', rationale: '', conditions: '' };

/** What people answer to a rule, at large or for one subsystem. */
export function RuleAnswerDialog({ at }: { readonly at: RuleAt }) {
  const open = useStore((state) => state.open);
  const place = useSession((session) => thingLabel(session, at));
  const text = useSession((session) => ruleOf(session, at.rule)?.text);
  const key = open === undefined ? '' : draftKey.ruleAnswer(open.id, at.rule, at.subsystem);
  const [form, change] = useDraft(key, EMPTY);
  const who = open === undefined ? undefined : namedPeople(open.session, form.who);
  const answer = ANSWERS.find((each) => each.answer === form.answer)?.answer;
  const conditions = form.conditions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <DialogForm
      name={`Answer ${place}`}
      submit="Record the answer"
      ready={who?.ok === true && who.value.length > 0 && answer !== undefined}
      onClose={close}
      onKey={(pressed) => {
        const chosen = ANSWERS.find((each) => each.key === pressed);
        if (chosen !== undefined) change({ answer: chosen.answer });
        return chosen !== undefined;
      }}
      onSubmit={() =>
        who?.ok !== true || answer === undefined
          ? undefined
          : run('rule.keep-answer', {
              rule: at.rule,
              ...(at.subsystem === undefined ? {} : { subsystem: at.subsystem }),
              who: who.value,
              answer,
              ...(form.rationale.trim() === '' ? {} : { rationale: form.rationale.trim() }),
              ...(conditions.length === 0 ? {} : { conditions }),
            })
      }
    >
      <p className="quoted">{text}</p>
      <fieldset className="pick">
        <legend className="vh">The answer</legend>
        {ANSWERS.map((each) => (
          <label key={each.answer}>
            <input
              type="radio"
              name="answer"
              checked={each.answer === answer}
              onChange={() => {
                change({ answer: each.answer });
              }}
            />
            <span>{each.words}</span>
            <Kbd keys={each.key} />
          </label>
        ))}
      </fieldset>
      <PeopleField name="Who" value={form.who} read={who} onChange={(typed) => change({ who: typed })} />
      <TextArea name="Rationale" rows={2} value={form.rationale} onChange={(rationale) => change({ rationale })} />
      <TextArea
        name="Conditions"
        rows={2}
        value={form.conditions}
        hint='One a line, without "if".'
        onChange={(typed) => change({ conditions: typed })}
      />
    </DialogForm>
  );
}
