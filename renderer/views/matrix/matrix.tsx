import { useMemo, useState } from 'react';
import { meetingOf } from '../../../shared/session/meeting';
import type { Person } from '../../../shared/session/people';
import { positionOf } from '../../../shared/session/positions';
import type { Session } from '../../../shared/session/session';
import { subsystems } from '../../../shared/session/subsystems';
import { STANCES } from '../../../shared/record/entry';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { everybody } from '../everybody';
import { FilterField } from '../filter-field';
import { matches, readFilter } from '../filter';
import { objectors } from '../objections-here';
import { Grid } from './grid';
import { Inspector } from './inspector';
import './matrix.css';

type Order = 'agenda' | 'name';

/** Who holds what, everywhere at once. */
export function Matrix() {
  const title = useSession((session) => meetingOf(session)?.title);
  const [order, setOrder] = useState<Order>('agenda');
  const rows = useRows(order);
  const filter = useStore((state) => state.filter);
  const columns = useSession((session) => subsystems(session).length);
  return (
    <div className="view mx">
      <h1 className="vh">Matrix: {title}</h1>
      <div className="mx__tools">
        <FilterField />
        <div className="seg" role="group" aria-label="Order">
          <OrderButton order="agenda" now={order} onPress={setOrder} />
          <OrderButton order="name" now={order} onPress={setOrder} />
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
      {rows.length > 0 && columns > 0 ? <Grid rows={rows} /> : <Nothing filter={filter} />}
      <Inspector />
    </div>
  );
}

function OrderButton({
  order,
  now,
  onPress,
}: {
  readonly order: Order;
  readonly now: Order;
  readonly onPress: (order: Order) => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={order === now}
      onClick={() => {
        onPress(order);
      }}
    >
      {order === 'agenda' ? 'Agenda' : 'Name'}
    </button>
  );
}

function Nothing({ filter }: { readonly filter: string | undefined }) {
  return (
    <div className="mx__scroll empty">
      {filter === undefined || filter === '' ? (
        <p>No subsystems or participants yet. Add them in the sidebar, or type: + #uvc, + @p1.</p>
      ) : (
        <p>Nothing fits {filter}. Esc clears the filter.</p>
      )}
    </div>
  );
}

function useRows(order: Order): readonly Person[] {
  const all = useSession(everybody);
  const open = useStore((state) => state.open);
  const filter = useStore((state) => state.filter);
  return useMemo(() => {
    const wanted = readFilter(filter);
    const session = open?.session;
    const fitting =
      wanted === undefined || session === undefined
        ? all
        : all.filter((person) => matches(wanted, person, heldBy(session, person)));
    return order === 'agenda'
      ? fitting
      : fitting.toSorted((a, b) => (a.name ?? a.handle).localeCompare(b.name ?? b.handle));
  }, [all, open, filter, order]);
}

function heldBy(session: Session, { handle }: Person) {
  return subsystems(session).map(({ slug }) => ({
    position: positionOf(session, handle, slug),
    objects: objectors(session, slug).has(handle),
  }));
}
