import { useMemo } from 'react';
import { meetingOf } from '../../../shared/session/meeting';
import type { Person } from '../../../shared/session/people';
import { subsystems } from '../../../shared/session/subsystems';
import { STANCES } from '../../../shared/record/entry';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { run } from '../../commands/run';
import { shownPeople } from '../../store/rows';
import type { RowOrder } from '../../store/state';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { FilterField } from '../filter-field';
import { NothingFits } from '../nothing-fits';
import { Grid } from './grid';
import { Inspector } from './inspector';
import { MatrixSwitch } from './matrix-switch';
import { RulesFace } from './rules-face';
import './grid.css';
import './cell.css';
import './wide-grid.css';
import './inspector.css';
import './matrix.css';

/** Who holds what, everywhere at once; or the rules, and where they hold. */
export function Matrix() {
  const shows = useStore((state) => state.matrixShows);
  return shows === 'rules' ? <RulesFace /> : <PositionsFace />;
}

function PositionsFace() {
  const title = useSession((session) => meetingOf(session)?.title);
  const rows = useRows();
  const filter = useStore((state) => state.filter);
  const columns = useSession((session) => subsystems(session).length);
  return (
    <div className="view mx">
      <h1 className="vh">Matrix: {title}</h1>
      <div className="mx__tools">
        <MatrixSwitch />
        <FilterField />
        <div className="seg" role="group" aria-label="Order">
          <OrderButton order="agenda" />
          <OrderButton order="similar" />
          <OrderButton order="name" />
        </div>
        <div className="mx__legend">
          {[...STANCES, 'abstain' as const].map((stance) => (
            <span key={stance} className="stance" data-stance={STANCE_LOOK[stance].code}>
              <Glyph name={STANCE_LOOK[stance].code} />
              {STANCE_LOOK[stance].short}
            </span>
          ))}
        </div>
      </div>
      {rows.length > 0 && columns > 0 ? <Grid people={rows} /> : <Nothing filter={filter} />}
      <Inspector />
    </div>
  );
}

const ORDERS: Readonly<Record<RowOrder, string>> = { agenda: 'Agenda', similar: 'Similar', name: 'Name' };

function OrderButton({ order }: { readonly order: RowOrder }) {
  const now = useStore((state) => state.order);
  return (
    <button
      type="button"
      aria-pressed={order === now}
      onClick={() => {
        void run('view.order', order);
      }}
    >
      {ORDERS[order]}
    </button>
  );
}

function Nothing({ filter }: { readonly filter: string | undefined }) {
  return (
    <div className="mx__scroll empty">
      {filter === undefined || filter === '' ? (
        <p>No subsystems or participants yet. Add them in the sidebar, or type: + #uvc, + @p1.</p>
      ) : (
        <NothingFits filter={filter} />
      )}
    </div>
  );
}

function useRows(): readonly Person[] {
  const open = useStore((state) => state.open);
  const order = useStore((state) => state.order);
  const filter = useStore((state) => state.filter);
  return useMemo(() => (open === undefined ? [] : shownPeople(open.session, order, filter)), [open, order, filter]);
}
