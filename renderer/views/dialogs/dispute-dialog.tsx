import type { Id } from '../../../shared/record/ids';
import { objectionOf } from '../../../shared/session/objections';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextArea } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';
import { PersonField, useChosen } from './person-field';

/** Anybody may dispute an objection, or how it was settled: with a reason, which is printed. */
export function DisputeDialog({ id }: { readonly id: Id }) {
  const session = useStore((state) => state.open?.id);
  const objection = useSession((it) => objectionOf(it, id));
  const [form, change] = useDraft(session === undefined ? '' : draftKey.dispute(session, id), { who: '', why: '' });
  const who = useChosen(form.who);
  const why = form.why.trim();
  if (objection === undefined) return null;
  const { settlement } = objection;
  return (
    <DialogForm
      name={`Dispute objection ${objection.label}`}
      submit="Record the dispute"
      ready={who !== undefined && why !== ''}
      onClose={close}
      onSubmit={() => (who !== undefined ? run('record.keep-dispute', { objection: id, who, why }) : undefined)}
    >
      <p>
        {objection.who}: {objection.reason ?? 'no reason given'}
      </p>
      {settlement === undefined ? null : (
        <p className="advice">
          {`${settlement.disposition} by ${settlement.who}${settlement.answer === undefined ? '' : `: ${settlement.answer}`}`}
        </p>
      )}
      <PersonField
        name="Who disputes it"
        value={form.who}
        hint={
          settlement?.disposition === 'addressed' ? `Where ${objection.who} disputes the answer, it blocks again.` : ''
        }
        onChange={(to) => change({ who: to })}
      />
      <TextArea name="Why" autoFocus value={form.why} onChange={(to) => change({ why: to })} />
    </DialogForm>
  );
}
