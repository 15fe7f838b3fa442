import type { Handle, Slug } from '../../../shared/record/ids';
import { positionOf } from '../../../shared/session/positions';
import { run } from '../../commands/run';
import { Dialog } from '../../components/dialog';
import { KeyHint } from '../../components/kbd';
import { useSession } from '../../store/use-session';
import { Conditions } from '../conditions';
import { close } from './close';

/** The conditions of one position, to be met one by one: with a press, or with the number of the line. */
export function ConditionsDialog({ who, slug }: { readonly who: Handle; readonly slug: Slug }) {
  const conditions = useSession((session) => positionOf(session, who, slug)?.conditions) ?? [];
  const meet = (n: number): void => {
    if (conditions[n - 1]?.met === false) void run('record.meet-condition', { who, subsystem: slug, n });
  };
  return (
    <Dialog
      name={`Conditions of ${who} on #${slug}`}
      onClose={close}
      onKeyDown={({ key, ctrlKey, altKey, metaKey }) => {
        if (/^[1-9]$/.test(key) && !ctrlKey && !altKey && !metaKey) meet(Number(key));
      }}
    >
      <div className="dialog__body dialog__body--numbered">
        <Conditions conditions={conditions} onMet={meet} />
      </div>
      <div className="dialog__foot">
        <button type="button" className="btn" onClick={close}>
          Done
        </button>
        <span className="keys">
          <KeyHint keys="1">to 9: it is met</KeyHint>
        </span>
      </div>
    </Dialog>
  );
}
