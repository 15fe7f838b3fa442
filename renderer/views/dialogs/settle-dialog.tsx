import type { Id } from '../../../shared/record/ids';
import { chairOf } from '../../../shared/session/calls';
import { objectionOf, type Disposition } from '../../../shared/session/objections';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { SelectField, TextArea } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';

const WORDS: Readonly<Record<Disposition, string>> = {
  accommodated: 'Accommodated: its author says it is met',
  withdrawn: 'Withdrawn by its author',
  addressed: 'Addressed: answered by the chair, not accommodated',
  deferred: 'Deferred by the chair',
  open: 'Open again',
};
const DISPOSITIONS: readonly Disposition[] = ['accommodated', 'withdrawn', 'addressed', 'deferred', 'open'];

/** How an objection was settled, by whom, and what was answered. */
export function SettleDialog({ id }: { readonly id: Id }) {
  const session = useStore((state) => state.open?.id);
  const objection = useSession((it) => objectionOf(it, id));
  const chair = useSession(chairOf);
  const settled = objection?.disposition !== 'open';
  const [form, change] = useDraft(session === undefined ? '' : draftKey.settle(session, id), {
    disposition: settled ? 'open' : 'accommodated',
    answer: '',
  });
  const disposition = DISPOSITIONS.find((each) => each === form.disposition) ?? 'open';
  if (objection === undefined) return null;
  const isAuthors = disposition === 'accommodated' || disposition === 'withdrawn';
  return (
    <DialogForm
      name={`Settle objection ${objection.label}`}
      submit="Record"
      onClose={close}
      onSubmit={() =>
        run('record.settle-objection', {
          objection: id,
          disposition,
          ...(form.answer.trim() === '' ? {} : { answer: form.answer.trim() }),
        })
      }
    >
      <p>
        {objection.who}: {objection.reason ?? 'no reason given'}
        {objection.remedy === undefined ? null : <span className="meta"> Removed by: {objection.remedy}</span>}
      </p>
      <SelectField
        name="How"
        autoFocus
        value={disposition}
        choices={DISPOSITIONS.map((value) => ({ value, words: WORDS[value] }))}
        hint={
          disposition === 'open' ? '' : `Recorded as said by ${isAuthors ? objection.who : (chair ?? 'the scribe')}.`
        }
        onChange={(to) => change({ disposition: to })}
      />
      <TextArea
        name="Answer"
        value={form.answer}
        hint={disposition === 'addressed' ? 'Addressed wants the answer written down.' : ''}
        onChange={(answer) => change({ answer })}
      />
    </DialogForm>
  );
}
