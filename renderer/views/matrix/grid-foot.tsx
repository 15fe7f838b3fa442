import { memo } from 'react';
import { tally, type Tally } from '../../../shared/consensus/tally';
import { STANCES, type PositionStance } from '../../../shared/record/entry';
import type { Subsystem } from '../../../shared/session/subsystems';
import { Glyph } from '../../components/glyph';
import { Stance, STANCE_LOOK } from '../../components/stance';
import { countOf } from '../../components/tally-bar';
import { useSession, useSessionList } from '../../store/use-session';
import { Columns } from './columns';
import type { Run } from './grid-window';

const COUNTED: readonly PositionStance[] = [...STANCES, 'abstain', 'recuse', 'none'];

interface GridFootProps {
  readonly subsystems: readonly Subsystem[];
  /** the indexes of those that are drawn */
  readonly run: Run;
  /** they are placed, since not every column is drawn */
  readonly wide: boolean;
}

/** How many people gave each answer, by subsystem. Abstaining and no position are never one number. */
export const GridFoot = memo(function GridFoot({ subsystems, run, wide }: GridFootProps) {
  // of many columns only those that are drawn are counted, so there the line for those who recused always stands
  const recused = useSession((session) => wide || subsystems.some(({ slug }) => tally(session, slug).recuse > 0));
  return (
    <>
      <div className="matrix__foot" role="table" aria-label="Counts">
        {COUNTED.filter((stance) => stance !== 'recuse' || recused).map((stance) => (
          <Counts key={stance} stance={stance} subsystems={subsystems} run={run} wide={wide} />
        ))}
      </div>
      <p className="marks">
        <span>
          <Glyph name="objection" className="mark" />
          open objection
        </span>
        <span>
          <span className="mark--was" />
          changed position
        </span>
        <span>
          <span className="mark--why" />
          rationale recorded
        </span>
      </p>
    </>
  );
});

interface CountsProps extends GridFootProps {
  readonly stance: PositionStance;
}

/** One answer, by subsystem. It reads for its cells, as a row of the grid does. */
function Counts({ stance, subsystems, run, wide }: CountsProps) {
  const { columns } = run;
  const slugs = columns.map((at) => subsystems[at]?.slug);
  const counts = useSessionList((session) => slugs.map((slug) => slug && countOf(tally(session, slug), stance)));
  const most = useSessionList((session) => slugs.map((slug) => slug && isMost(stance, tally(session, slug))));
  return (
    <div className="matrix__row" role="row" data-stance={STANCE_LOOK[stance].code}>
      <span role="rowheader">
        <Stance stance={stance} />
      </span>
      <Columns run={run} wide={wide}>
        {(at, place) => {
          const nth = columns.indexOf(at);
          const count = counts[nth];
          return count === undefined ? null : (
            <span
              key={slugs[nth]}
              role="cell"
              style={place}
              data-zero={count === 0 || undefined}
              data-most={most[nth] || undefined}
            >
              {count}
            </span>
          );
        }}
      </Columns>
    </div>
  );
}

/** The stance that most hold stands out, as in the bar; it decides nothing. */
function isMost(stance: PositionStance, tallied: Tally): boolean {
  const count = countOf(tallied, stance);
  return count > 0 && STANCES.some((each) => each === stance) && count === Math.max(...Object.values(tallied.stances));
}
