import { isKnown, type AnyEntry } from '../../../shared/record/entry';
import { instantOf, type Id } from '../../../shared/record/ids';
import { mainText } from '../../../shared/record/main-text';
import { editableText, standingWhere } from '../../../shared/session/revise';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextArea } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession, useSessionList } from '../../store/use-session';
import { fullWords } from '../log-words';
import { fullTime } from '../times';
import { useClock } from '../use-clock';
import { useDraft } from '../use-draft';
import { close } from './close';

/** Other words for an entry of the record: a revision of it; the words before stay, and are shown below. */
export function EditDialog({ entry: id }: { readonly entry: Id }) {
  const open = useStore((state) => state.open);
  const text = useSession((session) => textOf(editableText(session, id)));
  const [form, change] = useDraft(open === undefined ? '' : draftKey.edit(open.id, id), { text: text ?? '' });
  const entry = useSession((session) => session.entries.get(id));
  return (
    <DialogForm
      name="Edit the words"
      submit="Record"
      ready={text !== undefined && form.text.trim() !== '' && form.text.trim() !== text}
      onClose={close}
      onSubmit={() => run('record.edit', { entry: id, text: form.text })}
    >
      {open === undefined || entry === undefined ? null : <p className="advice">{fullWords(open.session, entry)}</p>}
      <TextArea
        name="Words"
        rows={4}
        autoFocus
        value={form.text}
        hint="A revision: the words before stay in the record."
        onChange={(to) => change({ text: to })}
      />
      {entry === undefined ? null : <Before entry={entry} />}
    </DialogForm>
  );
}

function textOf(editable: ReturnType<typeof editableText>): string | undefined {
  return editable.ok ? editable.value.text : undefined;
}

/** The words that stood here before, the newest first: when and by whom they were recorded. */
function Before({ entry }: { readonly entry: AnyEntry }) {
  const clock = useClock();
  const versions = useSessionList(
    (session) => (isKnown(entry) ? standingWhere(session, entry)?.history : undefined) ?? [],
  );
  const earlier = versions.slice(0, -1).reverse();
  if (earlier.length === 0) return null;
  return (
    <>
      <h3 className="label">Earlier words</h3>
      <ol className="earlier" aria-label="Earlier words">
        {earlier.map((each) => (
          <li key={each.id}>
            {mainText(each) ?? <i>none</i>}
            <span className="meta">
              {fullTime(instantOf(each.id), clock)}, {each.by}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
