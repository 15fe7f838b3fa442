import type { CSSProperties } from 'react';
import { tally } from '../../../shared/consensus/tally';
import { callOn } from '../../../shared/session/calls';
import { openSubsystem, type Subsystem } from '../../../shared/session/subsystems';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK, StanceGlyph } from '../../components/stance';
import { MiniBar } from '../../components/mini-bar';
import { run } from '../../commands/run';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { CallGlyph } from '../call-glyph';
import { callShown } from '../calls-shown';

/** One column's head: the chair's call with what it is for, the slug, the bar. */
export function ColumnHead({
  subsystem: { slug, name },
  column,
  place,
}: {
  readonly subsystem: Subsystem;
  /** its index among the subsystems */
  readonly column: number;
  /** where it stands, apart from the others */
  readonly place: CSSProperties | undefined;
}) {
  const counted = useSession((session) => tally(session, slug));
  const call = useSession((session) => callOn(session, { subsystem: slug }));
  const shown = callShown(call);
  const open = useSession((session) => openSubsystem(session)?.slug === slug);
  const cross = useStore(({ selection }) => selection.subsystem === slug);
  return (
    <div
      role="columnheader"
      className="matrix__subsystem"
      aria-colindex={column + 2}
      style={place}
      data-open={open || undefined}
      data-cross={cross || undefined}
      onMouseDown={() => void run('select.subsystem', slug)}
    >
      <span className="matrix__call">
        <CallGlyph call={call} />
        {shown === 'conflict' || shown?.stance === undefined ? null : (
          <>
            <span className="vh">for {STANCE_LOOK[shown.stance].words}</span>
            <StanceGlyph stance={shown.stance} />
          </>
        )}
        {shown === undefined && open ? (
          <>
            <Glyph name="live" /> live
          </>
        ) : null}
      </span>
      <span className="slug" title={name}>
        {slug}
      </span>
      <MiniBar tally={counted} />
    </div>
  );
}
