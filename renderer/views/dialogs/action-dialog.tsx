import { dayOf } from '../../../shared/capture/dates';
import type { Id } from '../../../shared/record/ids';
import { actionOf } from '../../../shared/session/actions';
import { meetingOf } from '../../../shared/session/meeting';
import { namedPeople } from '../../commands/named-people';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { CheckField, TextArea, TextField } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';
import { PeopleField } from './people-field';

/** Who does what by when, and whether they took it on or were only asked. */
export function ActionDialog({ id }: { readonly id: Id | undefined }) {
  const open = useStore((state) => state.open);
  const slug = useStore((state) => state.selection.subsystem);
  const action = useSession((session) => (id === undefined ? undefined : actionOf(session, id)));
  const [form, change] = useDraft(open === undefined ? '' : draftKey.action(open.id, id), {
    text: action?.text ?? '',
    who: (action?.who ?? []).map((who) => `@${who}`).join(' '),
    due: action?.due ?? '',
    accepted: action === undefined || action.accepted ? 'yes' : '',
  });
  const who = open === undefined ? undefined : namedPeople(open.session, form.who);
  const due = useSession((session, asOf) => dayOf(form.due.trim(), asOf, meetingOf(session)?.zone ?? 'UTC'));
  const isWrongDate = form.due.trim() !== '' && due === undefined;
  const subsystem = action === undefined ? slug : action.subsystem;
  const text = form.text.trim();
  return (
    <DialogForm
      name={id === undefined ? 'Action' : 'Edit the action'}
      submit="Record the action"
      ready={text !== '' && who?.ok === true && who.value.length > 0 && !isWrongDate}
      onClose={close}
      onSubmit={() =>
        who?.ok !== true
          ? undefined
          : run('action.keep', {
              ...(id === undefined ? {} : { action: id }),
              text,
              who: who.value,
              accepted: form.accepted !== '',
              due,
              subsystem,
            })
      }
    >
      <TextArea
        name="What is to be done"
        rows={2}
        autoFocus
        value={form.text}
        onChange={(typed) => change({ text: typed })}
      />
      <div className="dialog__pair">
        <PeopleField name="Who" value={form.who} read={who} onChange={(typed) => change({ who: typed })} />
        <TextField
          name="By when"
          value={form.due}
          placeholder="2024-10-01 or 14d"
          wrong={isWrongDate ? `"${form.due}" is not a date. For example 14d, 2024-10-01.` : undefined}
          onChange={(typed) => change({ due: typed })}
        />
      </div>
      <CheckField
        name="They took it on (not only asked)"
        checked={form.accepted !== ''}
        onChange={(checked) => change({ accepted: checked ? 'yes' : '' })}
      />
    </DialogForm>
  );
}
