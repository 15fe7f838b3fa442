import { refusalText } from '../../../shared/result';
import { agenda, projectedEnd } from '../../../shared/session/agenda';
import { subsystems } from '../../../shared/session/subsystems';
import { agendaText, readAgenda } from '../../commands/agenda-text';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextArea } from '../../components/field';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { shortTime } from '../times';
import { useClock } from '../use-clock';
import { useDraft } from '../use-draft';
import { close } from './close';

/** What the room has to get through, in which order and in how many minutes: a text, because a text is quickly put in order. */
export function AgendaDialog() {
  const session = useStore((state) => state.open?.id);
  const known = useSession(subsystems);
  const stands = useSession((it) => agendaText(agenda(it)));
  const end = useSession(projectedEnd);
  const clock = useClock();
  const [form, change] = useDraft(session === undefined ? '' : draftKey.agenda(session), { text: stands });
  const read = readAgenda(form.text, new Set(known.map(({ slug }) => slug)));
  const minutes = read.ok ? read.value.reduce((all, each) => all + (each.minutes ?? 0), 0) : 0;
  const until = end === undefined ? '' : ` As it stands, it ends at ${shortTime(end, clock)}.`;
  return (
    <DialogForm
      name="Agenda"
      submit="Put in order"
      ready={read.ok}
      onClose={close}
      onSubmit={() => (read.ok ? run('agenda.keep', read.value) : undefined)}
    >
      <TextArea
        name="Subsystems and minutes"
        rows={Math.min(16, Math.max(6, known.length + 1))}
        autoFocus
        value={form.text}
        placeholder={'uvc 20\nisp 15'}
        hint={`One a line, in order, with its minutes. ${String(minutes)} minutes in all.${until}`}
        wrong={read.ok ? undefined : refusalText(read.error)}
        onChange={(text) => change({ text })}
      />
    </DialogForm>
  );
}
