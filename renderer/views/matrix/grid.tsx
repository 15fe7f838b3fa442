import { useMemo, useRef, type CSSProperties } from 'react';
import type { Person } from '../../../shared/session/people';
import { subsystems } from '../../../shared/session/subsystems';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { handleWidth } from '../../store/everybody';
import { useFollowSelection } from '../follow-focus';
import { Columns } from './columns';
import { GridFoot } from './grid-foot';
import { ColumnHead } from './grid-head';
import { GridRow } from './grid-row';
import { NO_COLUMNS, runOf, useGridWindow } from './grid-window';

/** Participants by subsystems. One tab stop; arrows and hjkl move it (WAI-ARIA practices, grid). */
export function Grid({ people }: { readonly people: readonly Person[] }) {
  const all = useSession(subsystems);
  const who = useStore((state) => state.selection.who);
  const slug = useStore((state) => state.selection.subsystem);
  const scroller = useRef<HTMLDivElement>(null);
  const row = people.findIndex(({ handle }) => handle === who);
  const column = all.findIndex((subsystem) => subsystem.slug === slug);
  const { rows, columns, height, wide } = useGridWindow(
    scroller,
    { count: people.length, selected: row },
    { count: all.length, selected: column },
  );
  const size = useMemo(() => sizes(all.length, handleWidth(people)), [all, people]);
  const run = useMemo(() => runOf(columns), [columns]);
  // below the last of many rows it isn't on the screen before that row is
  const atEnd = height === undefined || rows.at(-1) === people.length - 1;
  const hasStop = row !== -1 && column !== -1;

  useFollowSelection(scroller, `${String(row)} ${slug ?? ''}`);

  return (
    <div className="mx__scroll" ref={scroller} style={size}>
      <div className="matrix" data-wide={wide || undefined}>
        <div role="grid" aria-label="Positions" aria-rowcount={people.length + 1} aria-colcount={all.length + 1}>
          <div role="row" className="matrix__row matrix__head" aria-rowindex={1}>
            <span role="columnheader" className="label" aria-colindex={1}>
              Participant
            </span>
            <Columns run={run} wide={wide}>
              {(at, place) => {
                const subsystem = all[at];
                return subsystem === undefined ? null : (
                  <ColumnHead key={subsystem.slug} subsystem={subsystem} column={at} place={place} />
                );
              }}
            </Columns>
            {columns.at(-1) === all.length - 1 ? (
              <span role="columnheader" className="label">
                all
              </span>
            ) : null}
          </div>
          <div role="rowgroup" className="matrix__body" style={{ height }}>
            {rows.map((at) => {
              const person = people[at];
              return person === undefined ? null : (
                <GridRow
                  key={person.handle}
                  person={person}
                  subsystems={all}
                  run={run}
                  index={at}
                  stop={!hasStop && at === rows[0]}
                  placed={height !== undefined}
                  wide={wide}
                />
              );
            })}
          </div>
        </div>
        <GridFoot subsystems={all} run={atEnd ? run : NO_COLUMNS} wide={wide} />
      </div>
    </div>
  );
}

function sizes(columns: number, handle: number): CSSProperties {
  // custom properties have no type of their own in React's CSSProperties
  return { '--columns': columns, '--pid-n': handle } as CSSProperties;
}
