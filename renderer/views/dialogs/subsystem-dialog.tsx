import { isHandle, isSlug, type Slug } from '../../../shared/record/ids';
import { subsystems, type SubsystemInput } from '../../../shared/session/subsystems';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextArea, TextField } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';

const EMPTY = { slug: '', name: '', question: '', partOf: '', affects: '', seats: '' };
type SubsystemForm = typeof EMPTY;

/** A subsystem to decide about: its key, its name, its own question, who has a seat in it. */
export function SubsystemDialog() {
  const session = useStore((state) => state.open?.id);
  const known = useSession(subsystems);
  const [form, change] = useDraft(session === undefined ? '' : draftKey.subsystem(session), EMPTY);
  const slug = bare(form.slug);
  const exists = known.some((each) => each.slug === slug);
  const input = inputOf(form);
  return (
    <DialogForm
      name="Add a subsystem"
      submit={exists ? 'Amend' : 'Add'}
      ready={input !== undefined}
      onClose={close}
      onSubmit={() => (input !== undefined ? run('subsystem.keep', input) : undefined)}
    >
      <div className="dialog__pair">
        <TextField
          name="Slug"
          autoFocus
          value={form.slug}
          placeholder="uvc"
          hint={
            exists ? 'It is here already: what you fill in is changed.' : 'What #uvc is typed as. It never changes.'
          }
          wrong={slug === '' || isSlug(slug) ? undefined : 'Lower-case letters, digits and . _ - only.'}
          onChange={(to) => change({ slug: to })}
        />
        <TextField name="Name" value={form.name} placeholder="USB Video Class" onChange={(name) => change({ name })} />
      </div>
      <TextArea
        name="Question"
        rows={2}
        value={form.question}
        hint="Its own question, if it has one."
        onChange={(question) => change({ question })}
      />
      <div className="dialog__pair">
        <TextField name="Part of" value={form.partOf} placeholder="media" onChange={(partOf) => change({ partOf })} />
        <TextField
          name="Affects"
          value={form.affects}
          placeholder="netdev rdma"
          onChange={(affects) => change({ affects })}
        />
      </div>
      <TextField
        name="Seats"
        value={form.seats}
        placeholder="@ana @ben"
        hint="Its maintainers: their answers decide here."
        onChange={(seats) => change({ seats })}
      />
    </DialogForm>
  );
}

function bare(text: string): string {
  return text.trim().toLowerCase().replace(/^[#@]/, '');
}

function keysIn(text: string): readonly string[] {
  return text
    .split(/[\s,]+/)
    .map(bare)
    .filter((key) => key !== '');
}

/** The form as input, where nothing is wrong with it. */
function inputOf({ slug: typed, name, question, partOf, affects, seats }: SubsystemForm): SubsystemInput | undefined {
  const subsystem = bare(typed);
  const parts = keysIn(partOf);
  const others = keysIn(affects);
  const people = keysIn(seats);
  if (!isSlug(subsystem) || ![...parts, ...others].every(isSlug) || !people.every(isHandle)) return undefined;
  const [part] = parts.filter(isSlug);
  return {
    subsystem,
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(question.trim() === '' ? {} : { question: question.trim() }),
    ...(part === undefined ? {} : { partOf: part }),
    ...(others.length === 0 ? {} : { affects: others.filter((each): each is Slug => isSlug(each)) }),
    ...(people.length === 0 ? {} : { maintainers: people.filter(isHandle) }),
  };
}
