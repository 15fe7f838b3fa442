import { memo, type CSSProperties } from 'react';
import { tally } from '../../../shared/consensus/tally';
import { STANCES, type PositionStance } from '../../../shared/record/entry';
import type { Slug } from '../../../shared/record/ids';
import type { Subsystem } from '../../../shared/session/subsystems';
import { Glyph } from '../../components/glyph';
import { Stance, STANCE_LOOK } from '../../components/stance';
import { countOf } from '../../components/tally-bar';
import { useSession } from '../../store/use-session';
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
          <div key={stance} className="matrix__row" role="row" data-stance={STANCE_LOOK[stance].code}>
            <span role="rowheader">
              <Stance stance={stance} />
            </span>
            <Columns run={run} wide={wide}>
              {(at, place) => {
                const slug = subsystems[at]?.slug;
                return slug === undefined ? null : <Count key={slug} slug={slug} stance={stance} place={place} />;
              }}
            </Columns>
          </div>
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

interface CountProps {
  readonly slug: Slug;
  readonly stance: PositionStance;
  /** where it stands, apart from the others */
  readonly place: CSSProperties | undefined;
}

function Count({ slug, stance, place }: CountProps) {
  const count = useSession((session) => countOf(tally(session, slug), stance));
  const most = useSession((session) =>
    isMost(stance, Object.values(tally(session, slug).stances), countOf(tally(session, slug), stance)),
  );
  return (
    <span role="cell" style={place} data-zero={count === 0 || undefined} data-most={most || undefined}>
      {count}
    </span>
  );
}

/** The stance that most hold stands out, as in the bar; it decides nothing. */
function isMost(stance: PositionStance, held: readonly number[], count: number): boolean {
  return count > 0 && STANCES.some((each) => each === stance) && count === Math.max(...held);
}
