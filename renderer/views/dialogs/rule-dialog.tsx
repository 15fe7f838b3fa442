import type { Id } from '../../../shared/record/ids';
import { ruleOf, rules } from '../../../shared/session/rules';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { CheckField, SelectField, TextArea } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';
import { PersonField, useChosen } from './person-field';

interface RuleDialogProps {
  /** the rule whose text this is from now on */
  readonly id: Id | undefined;
  /** the rule that a new one counters */
  readonly against: Id | undefined;
}

/** A new rule, or another text of one. A change of substance marks what was held about the text before. */
export function RuleDialog({ id, against }: RuleDialogProps) {
  const session = useStore((state) => state.open?.id);
  const rule = useSession((it) => (id === undefined ? undefined : ruleOf(it, id)));
  const others = useSession(rules).filter((each) => each.id !== id);
  const [form, change] = useDraft(session === undefined ? '' : draftKey.rule(session, id), {
    text: rule?.text ?? '',
    who: rule?.who ?? '',
    against: rule?.against ?? against ?? '',
    substantial: '',
  });
  const who = useChosen(form.who);
  const counters = others.find((each) => each.id === form.against)?.id;
  const text = form.text.trim();
  return (
    <DialogForm
      name={id === undefined ? 'Propose a rule' : `Amend rule ${rule?.label ?? ''}`}
      submit={id === undefined ? 'Record the rule' : 'Record the text'}
      ready={text !== ''}
      onClose={close}
      onSubmit={() =>
        run('rule.keep', {
          ...(id === undefined ? {} : { rule: id }),
          text,
          who,
          against: counters,
          ...(id !== undefined && form.substantial !== '' ? { substantial: true } : {}),
        })
      }
    >
      <TextArea name="Text" rows={4} autoFocus value={form.text} onChange={(typed) => change({ text: typed })} />
      {id === undefined ? null : (
        <CheckField
          name="Changes the substance: what was held about it before is marked"
          checked={form.substantial !== ''}
          onChange={(checked) => change({ substantial: checked ? 'yes' : '' })}
        />
      )}
      <div className="dialog__pair">
        <PersonField name="By whom" value={form.who} nobody="nobody’s" onChange={(typed) => change({ who: typed })} />
        <SelectField
          name="Against"
          value={form.against}
          choices={[
            { value: '', words: 'no other rule' },
            ...others.map(({ id: value, label, text: words }) => ({ value, words: `${label}: ${words.slice(0, 60)}` })),
          ]}
          onChange={(to) => change({ against: to })}
        />
      </div>
    </DialogForm>
  );
}
