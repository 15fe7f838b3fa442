import type { Id } from '../../../shared/record/ids';
import { objectionOf } from '../../../shared/session/objections';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { fullTime } from '../times';
import { useClock } from '../use-clock';
import { useDraft } from '../use-draft';
import { close } from './close';
import { ObjectionFields, useHoldEnd } from './objection-fields';

/** The words of an objection that was raised: its reason given later, another end of a hold. The old ones stay readable. */
export function AmendObjectionDialog({ id }: { readonly id: Id }) {
  const session = useStore((state) => state.open?.id);
  const objection = useSession((it) => objectionOf(it, id));
  const clock = useClock();
  const [form, change] = useDraft(session === undefined ? '' : draftKey.amendObjection(session, id), {
    reason: objection?.reason ?? '',
    remedy: objection?.remedy ?? '',
    until: '',
  });
  const isOff = form.until.trim() === '-';
  const end = useHoldEnd(isOff ? '' : form.until);
  if (objection === undefined) return null;
  const { label, who, until } = objection;
  return (
    <DialogForm
      name={`Edit objection ${label}`}
      title={`Objection ${label} of ${who}`}
      submit="Record"
      ready={end.ok}
      onClose={close}
      onSubmit={() =>
        !end.ok
          ? undefined
          : run('record.amend-objection', {
              objection: id,
              rationale: textOf(form.reason),
              remedy: textOf(form.remedy),
              until: isOff ? undefined : (end.value ?? until),
            })
      }
    >
      <ObjectionFields
        form={form}
        change={change}
        wrongEnd={!end.ok}
        {...(until === undefined ? {} : { endsNow: fullTime(until, clock) })}
      />
    </DialogForm>
  );
}

function textOf(typed: string): string | undefined {
  return typed.trim() === '' ? undefined : typed.trim();
}
