import { useEffect, useRef, type CSSProperties } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Person } from '../../../shared/session/people';
import { subsystems, type Subsystem } from '../../../shared/session/subsystems';
import { TallyBar } from '../../components/tally-bar';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { calledOf, handleWidth } from '../../store/everybody';
import { useFollowSelection } from '../follow-focus';
import { GridFoot } from './grid-foot';
import { ColumnHead } from './grid-head';
import { MatrixCell } from './matrix-cell';
import { personTally } from './person-tally';

/** From so many cells on only the rows on the screen are drawn (80 x 25). Below, the engine skips those that aren't. */
const MANY = 2000;
const ROW = 30;

/** Participants by subsystems. One tab stop; arrows and hjkl move it (WAI-ARIA practices, grid). */
export function Grid({ rows }: { readonly rows: readonly Person[] }) {
  const columns = useSession(subsystems);
  const who = useStore((state) => state.selection.who);
  const subsystem = useStore((state) => state.selection.subsystem);
  const scroller = useRef<HTMLDivElement>(null);
  const few = rows.length * columns.length <= MANY;
  // eslint-disable-next-line react-hooks/incompatible-library -- a word to the React Compiler, which we don't use
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: !few,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  const at = rows.findIndex(({ handle }) => handle === who);
  const hasStop = at !== -1 && columns.some(({ slug }) => slug === subsystem);

  useEffect(() => {
    if (at !== -1 && !few) virtual.scrollToIndex(at);
  }, [at, few, virtual]);
  useFollowSelection(scroller, `${String(at)} ${subsystem ?? ''}`);

  return (
    <div className="mx__scroll" ref={scroller}>
      <div className="matrix" style={sizes(columns.length, handleWidth(rows))}>
        <div role="grid" aria-label="Positions" aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1}>
          <div role="row" className="matrix__row matrix__head" aria-rowindex={1}>
            <span role="columnheader" className="label">
              Participant
            </span>
            {columns.map((column, index) => (
              <ColumnHead key={column.slug} subsystem={column} column={index + 2} />
            ))}
            <span role="columnheader" className="label">
              all
            </span>
          </div>
          <div role="rowgroup" className="matrix__body" style={few ? undefined : { height: virtual.getTotalSize() }}>
            {few
              ? rows.map((person, index) => (
                  <GridRow
                    key={person.handle}
                    person={person}
                    columns={columns}
                    index={index}
                    stop={!hasStop && index === 0}
                  />
                ))
              : virtual.getVirtualItems().map(({ index, start }) => {
                  const person = rows[index];
                  return person === undefined ? null : (
                    <GridRow
                      key={person.handle}
                      person={person}
                      columns={columns}
                      index={index}
                      stop={!hasStop && index === 0}
                      top={start}
                    />
                  );
                })}
          </div>
        </div>
        <GridFoot subsystems={columns} />
      </div>
    </div>
  );
}

interface GridRowProps {
  readonly person: Person;
  readonly columns: readonly Subsystem[];
  readonly index: number;
  /** its first cell is the grid's tab stop, since none is selected */
  readonly stop: boolean;
  /** where it stands, where not every row is drawn */
  readonly top?: number;
}

function GridRow({ person, columns, index, stop, top }: GridRowProps) {
  const { handle } = person;
  const cross = useStore(({ selection }) => selection.who === handle);
  const counted = useSession((session) => personTally(session, handle));
  return (
    <div
      role="row"
      className="matrix__row"
      aria-rowindex={index + 2}
      style={
        top === undefined
          ? undefined
          : { position: 'absolute', width: '100%', transform: `translateY(${String(top)}px)` }
      }
    >
      <span role="rowheader" className="matrix__who" data-cross={cross || undefined}>
        <span className="pid">{handle}</span>
        <span className="cut">{calledOf(person)}</span>
      </span>
      {columns.map(({ slug }, column) => (
        <MatrixCell key={slug} person={person} slug={slug} column={column + 2} stop={stop && column === 0} />
      ))}
      <span role="gridcell" className="matrix__sum">
        <TallyBar tally={counted} mini />
      </span>
    </div>
  );
}

function sizes(columns: number, handle: number): CSSProperties {
  // custom properties have no type of their own in React's CSSProperties
  return { '--columns': columns, '--pid-n': handle } as CSSProperties;
}
