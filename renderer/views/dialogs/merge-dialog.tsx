import { useMemo } from 'react';
import { run } from '../../commands/run';
import { Button } from '../../components/button';
import { DialogForm } from '../../components/dialog-form';
import { addedInWords } from '../../store/added-words';
import { conflictWords } from '../../store/conflict-words';
import type { ImportPlan } from '../../store/import-plan';
import { previewMerge } from '../../store/merge';
import { useStore } from '../../store/store';
import { close } from './close';

/** What another scribe's file would bring: what is only there, only here, and what the two recorded differently. */
export function MergeDialog({ plan }: { readonly plan: ImportPlan }) {
  const session = useStore((state) => state.open?.session);
  const preview = useMemo(() => (session === undefined ? undefined : previewMerge(session, plan)), [session, plan]);
  if (preview === undefined) return null;
  const { onlyHere, both, after } = preview;
  return (
    <DialogForm
      name="Merge into the session that is here?"
      submit="Merge"
      draft={false}
      onClose={close}
      onSubmit={() => run('file.merge', plan)}
      more={
        after === undefined ? undefined : <Button onPress={() => void run('file.merge-compare', plan)}>Compare</Button>
      }
    >
      <p>{plan.name} is of this session. Both sides are kept; undoing the merge takes what came out again.</p>
      <dl className="facts" aria-label="What the two hold">
        <dt>Only there</dt>
        <dd>
          {plan.added.length} {plan.added.length === 1 ? 'line' : 'lines'}{' '}
          <span className="meta">{addedInWords(plan.added).join(', ')}</span>
        </dd>
        <dt>Only here</dt>
        <dd>{onlyHere}</dd>
        <dt>In both</dt>
        <dd>{both}</dd>
        <dt>In conflict</dt>
        <dd>{after === undefined ? 'shown in Review after the merge' : after.conflicts.length}</dd>
      </dl>
      {after === undefined || after.conflicts.length === 0 ? null : (
        <ul className="merge__conflicts" aria-label="Conflicts">
          {after.conflicts.map((conflict) => (
            <li key={conflict.heads.map(({ id }) => id).join(' ')}>{conflictWords(after.session, conflict)}</li>
          ))}
        </ul>
      )}
    </DialogForm>
  );
}
