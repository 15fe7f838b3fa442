import type { Handle, Slug } from '../../../shared/record/ids';
import { positionOf } from '../../../shared/session/positions';
import { run } from '../../commands/run';
import { DialogForm } from '../../components/dialog-form';
import { TextArea } from '../../components/field';
import { Stance } from '../../components/stance';
import { draftKey } from '../../store/drafts';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { useDraft } from '../use-draft';
import { close } from './close';

/** Why somebody holds what they hold, and under which conditions. */
export function RationaleDialog({ who, slug }: { readonly who: Handle; readonly slug: Slug }) {
  const session = useStore((state) => state.open?.id);
  const position = useSession((it) => positionOf(it, who, slug));
  const [form, change] = useDraft(session === undefined ? '' : draftKey.rationale(session, who, slug), {
    rationale: position?.rationale ?? '',
    conditions: (position?.conditions ?? []).map(({ text }) => text).join('\n'),
  });
  return (
    <DialogForm
      name={`Rationale of ${who} on #${slug}`}
      submit="Record"
      ready={position !== undefined}
      onClose={close}
      onSubmit={() =>
        run('record.keep-rationale', {
          who,
          subsystem: slug,
          rationale: form.rationale,
          conditions: linesOf(form.conditions),
        })
      }
    >
      {position === undefined ? (
        <p className="advice">{who} holds nothing here yet: set a stance first.</p>
      ) : (
        <Stance stance={position.stance} />
      )}
      <TextArea
        name="Rationale"
        rows={4}
        autoFocus
        value={form.rationale}
        onChange={(rationale) => change({ rationale })}
      />
      <TextArea
        name="Conditions"
        rows={2}
        value={form.conditions}
        hint='One a line, without "if".'
        onChange={(conditions) => change({ conditions })}
      />
    </DialogForm>
  );
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
