import { tally } from '../../../shared/consensus/tally';
import { STANCES, type PositionStance } from '../../../shared/record/entry';
import type { Slug } from '../../../shared/record/ids';
import type { Subsystem } from '../../../shared/session/subsystems';
import { Glyph } from '../../components/glyph';
import { Stance, STANCE_LOOK } from '../../components/stance';
import { countOf } from '../../components/tally-bar';
import { useSession } from '../../store/use-session';

const COUNTED: readonly PositionStance[] = [...STANCES, 'abstain', 'recuse', 'none'];

/** How many people gave each answer, by subsystem. Abstaining and no position are never one number. */
export function GridFoot({ subsystems }: { readonly subsystems: readonly Subsystem[] }) {
  const recused = useSession((session) => subsystems.some(({ slug }) => tally(session, slug).recuse > 0));
  return (
    <>
      <div className="matrix__foot" role="table" aria-label="Counts">
        {COUNTED.filter((stance) => stance !== 'recuse' || recused).map((stance) => (
          <div key={stance} className="matrix__row" role="row" data-stance={STANCE_LOOK[stance].code}>
            <span role="rowheader">
              <Stance stance={stance} />
            </span>
            {subsystems.map(({ slug }) => (
              <Count key={slug} slug={slug} stance={stance} />
            ))}
          </div>
        ))}
      </div>
      <p className="marks">
        <span>
          <span className="mark">
            <Glyph name="objection" />
          </span>
          open objection
        </span>
        <span>
          <span className="mark mark--was" />
          changed position
        </span>
        <span>
          <span className="mark mark--why" />
          rationale recorded
        </span>
      </p>
    </>
  );
}

function Count({ slug, stance }: { readonly slug: Slug; readonly stance: PositionStance }) {
  const count = useSession((session) => countOf(tally(session, slug), stance));
  const most = useSession((session) =>
    isMost(stance, Object.values(tally(session, slug).stances), countOf(tally(session, slug), stance)),
  );
  return (
    <span role="cell" data-zero={count === 0 || undefined} data-most={most || undefined}>
      {count}
    </span>
  );
}

/** The stance that most hold stands out, as in the bar; it decides nothing. */
function isMost(stance: PositionStance, held: readonly number[], count: number): boolean {
  return count > 0 && STANCES.some((each) => each === stance) && count === Math.max(...held);
}
