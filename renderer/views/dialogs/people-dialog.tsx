import { people } from '../../../shared/session/people';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextArea } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { calledOf } from '../../store/everybody';
import { useDraft } from '../use-draft';
import { close } from './close';

/** Who takes part, and a field to paste more of them into. */
export function PeopleDialog() {
  const session = useStore((state) => state.open?.id);
  const all = useSession(people);
  const [form, change] = useDraft(session === undefined ? '' : draftKey.people(session), { list: '' });
  return (
    <DialogForm
      name="People"
      submit="Add"
      ready={form.list.trim() !== ''}
      onClose={close}
      onSubmit={() => run('people.add-list', form.list)}
    >
      <TextArea
        name="Add people"
        rows={6}
        autoFocus
        value={form.list}
        placeholder={'@p1 Ana Example <ana@gavel.example>, NVMe\nBen Example <ben@gavel.example>'}
        hint="One a line: Name <address>, with @handle in front and an affiliation behind where you like."
        onChange={(list) => change({ list })}
      />
      {all.length === 0 ? null : (
        <ul className="people" aria-label="People" tabIndex={0}>
          {all.map((person) => (
            <li key={person.handle}>
              <span className="pid">{person.handle}</span>
              <span className="cut">{calledOf(person)}</span>
              <span className="meta cut">
                {[person.role, person.affiliation, person.address].filter((bit) => bit !== undefined).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </DialogForm>
  );
}
