import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { CheckField, TextArea } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useDraft } from '../use-draft';
import { close } from './close';
import { PersonField, useChosen } from './person-field';

const EMPTY = { text: '', who: '', at: 'here', private: '' };

/** Something said or seen that is no position. A private one leaves this machine in a backup only. */
export function NoteDialog() {
  const session = useStore((state) => state.open?.id);
  const slug = useStore((state) => state.selection.subsystem);
  const [form, change] = useDraft(session === undefined ? '' : draftKey.note(session), EMPTY);
  const who = useChosen(form.who);
  const text = form.text.trim();
  return (
    <DialogForm
      name="Note"
      submit="Record the note"
      ready={text !== ''}
      onClose={close}
      onSubmit={() =>
        run('note.keep', {
          text,
          ...(who === undefined ? {} : { who }),
          ...(slug === undefined || form.at !== 'here' ? {} : { subsystem: slug }),
          ...(form.private === '' ? {} : { private: true }),
        })
      }
    >
      <TextArea name="Text" autoFocus value={form.text} onChange={(typed) => change({ text: typed })} />
      <PersonField name="Whose words" value={form.who} nobody="nobody’s" onChange={(typed) => change({ who: typed })} />
      {slug === undefined ? null : (
        <CheckField
          name={`About #${slug}`}
          checked={form.at === 'here'}
          onChange={(checked) => change({ at: checked ? 'here' : '' })}
        />
      )}
      <CheckField
        name="Private: never on the projector, in a mail or in a file for others"
        checked={form.private !== ''}
        onChange={(checked) => change({ private: checked ? 'private' : '' })}
      />
    </DialogForm>
  );
}
