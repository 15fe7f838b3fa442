import { RULING_WORDS } from '../../../shared/capture/explain/rule';
import { dayOf } from '../../../shared/capture/dates';
import { thingLabel } from '../../../shared/capture/label';
import type { Id, Slug } from '../../../shared/record/ids';
import { meetingOf } from '../../../shared/session/meeting';
import { ruleOf, rulingOf, type Ruling } from '../../../shared/session/rules';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { SelectField, TextArea, TextField } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';
import { PersonField, useChosen } from './person-field';

type State = Ruling['entry']['state'];
const STATES: readonly State[] = ['claimed', 'in-force', 'agreed', 'exception', 'disputed', 'none'];

/** How a rule stands for one subsystem: an exception says how far it goes, and why, and it may have an end. */
export function RulingDialog({ rule, slug }: { readonly rule: Id; readonly slug: Slug }) {
  const session = useStore((state) => state.open?.id);
  const place = useSession((it) => thingLabel(it, { rule, subsystem: slug }));
  const text = useSession((it) => ruleOf(it, rule)?.text);
  const stands = useSession((it) => rulingOf(it, rule, slug)?.entry);
  const [form, change] = useDraft(session === undefined ? '' : draftKey.ruling(session, rule, slug), {
    state: stands?.state ?? 'claimed',
    who: stands?.who ?? '',
    scope: stands?.scope ?? '',
    why: stands?.why ?? '',
    until: stands?.until ?? '',
  });
  const state = STATES.find((each) => each === form.state) ?? 'claimed';
  const isException = state === 'exception';
  const who = useChosen(form.who);
  const until = useSession((it, asOf) => dayOf(form.until.trim(), asOf, meetingOf(it)?.zone ?? 'UTC'));
  const isWrongDate = form.until.trim() !== '' && until === undefined;
  const words = (field: 'scope' | 'why') => (form[field].trim() === '' ? {} : { [field]: form[field].trim() });
  return (
    <DialogForm
      name={`Ruling on ${place}`}
      submit="Record the ruling"
      ready={!isException || (form.scope.trim() !== '' && form.why.trim() !== '' && !isWrongDate)}
      onClose={close}
      onSubmit={() =>
        run('rule.keep-ruling', {
          rule,
          subsystem: slug,
          state,
          ...(who === undefined ? {} : { who }),
          ...(isException ? words('scope') : {}),
          ...words('why'),
          ...(isException && until !== undefined ? { until } : {}),
        })
      }
    >
      <p className="quoted">{text}</p>
      <div className="dialog__pair">
        <SelectField
          name="How it stands"
          value={state}
          choices={STATES.map((value) => ({ value, words: RULING_WORDS[value] }))}
          onChange={(to) => change({ state: to })}
        />
        <PersonField
          name={state === 'claimed' ? 'Claimed by' : 'According to'}
          value={form.who}
          nobody="nobody in particular"
          onChange={(typed) => change({ who: typed })}
        />
      </div>
      {isException ? (
        <div className="dialog__pair">
          <TextField
            name="Scope"
            value={form.scope}
            placeholder="hardware sold before 2020"
            onChange={(scope) => change({ scope })}
          />
          <TextField
            name="Until"
            value={form.until}
            placeholder="2025-06-30 or 90d"
            hint="Empty: no end."
            wrong={isWrongDate ? `"${form.until}" is not a date. For example 90d, 2025-06-30.` : undefined}
            onChange={(typed) => change({ until: typed })}
          />
        </div>
      ) : null}
      <TextArea
        name="Why"
        rows={2}
        value={form.why}
        hint={isException ? 'An exception wants its scope and its reason.' : ''}
        onChange={(why) => change({ why })}
      />
    </DialogForm>
  );
}
