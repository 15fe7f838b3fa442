import { thingLabel } from '../../../shared/capture/label';
import type { On } from '../../../shared/record/entry';
import type { Handle } from '../../../shared/record/ids';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';
import { EMPTY_OBJECTION, ObjectionFields, useHoldEnd } from './objection-fields';
import { PersonField, useChosen } from './person-field';

/** Somebody's objection to what is about to be agreed, or what was: raised now, its reason given when there is time. */
export function ObjectionDialog({ who, on }: { readonly who: Handle | undefined; readonly on: On }) {
  const session = useStore((state) => state.open?.id);
  const place = useSession((it) => thingLabel(it, on));
  const key = session === undefined ? '' : draftKey.objection(session, on, who);
  const [form, change] = useDraft(key, { ...EMPTY_OBJECTION, who: '' });
  const chosen = useChosen(form.who);
  const author = who ?? chosen;
  const end = useHoldEnd(form.until);
  return (
    <DialogForm
      name={who === undefined ? `Objection on ${place}` : `Objection of ${who} on ${place}`}
      submit="Record objection"
      ready={author !== undefined && end.ok}
      onClose={close}
      onSubmit={() =>
        author === undefined || !end.ok
          ? undefined
          : run('record.raise-objection', {
              who: author,
              on,
              ...(form.reason.trim() === '' ? {} : { rationale: form.reason.trim() }),
              ...(form.remedy.trim() === '' ? {} : { remedy: form.remedy.trim() }),
              ...(end.value === undefined ? {} : { until: end.value }),
            })
      }
    >
      {who === undefined ? (
        <PersonField name="Who objects" value={form.who} onChange={(to) => change({ who: to })} />
      ) : null}
      <ObjectionFields form={form} change={change} wrongEnd={!end.ok} />
    </DialogForm>
  );
}
