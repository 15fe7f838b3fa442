import { memo, type CSSProperties } from 'react';
import { positionOf } from '../../../shared/session/positions';
import type { Person } from '../../../shared/session/people';
import type { Subsystem } from '../../../shared/session/subsystems';
import { MiniBar } from '../../components/mini-bar';
import { calledOf } from '../../store/everybody';
import { objectedTo } from '../../store/objections-here';
import { useStore } from '../../store/store';
import { useSession, useSessionList } from '../../store/use-session';
import { Columns } from './columns';
import type { Run } from './grid-window';
import { MatrixCell } from './matrix-cell';
import { personTally } from './person-tally';

interface GridRowProps {
  readonly person: Person;
  readonly subsystems: readonly Subsystem[];
  /** the indexes of those that are drawn */
  readonly run: Run;
  readonly index: number;
  /** its first cell is the grid's tab stop, since none is selected */
  readonly stop: boolean;
  /** it stands at its place by itself, since not every row is drawn */
  readonly placed: boolean;
  /** so do its cells, since not every column is */
  readonly wide: boolean;
}

/** One participant: what they hold for each subsystem, and the sum of it. It reads for its cells, of which there are many. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { person, subsystems, run, index, stop, placed, wide } = props;
  const { handle } = person;
  const { columns } = run;
  const slugs = columns.map((at) => subsystems[at]?.slug);
  const positions = useSessionList((session) => slugs.map((slug) => slug && positionOf(session, handle, slug)));
  const objections = useSessionList((session) => {
    const to = objectedTo(session).get(handle);
    return slugs.map((slug) => slug !== undefined && to?.has(slug) === true);
  });
  const cross = useStore(({ selection }) => selection.who === handle);
  const selected = useStore(({ selection }) => (selection.who === handle ? selection.subsystem : undefined));
  const tagged = useStore(({ selection }) => (selection.tagged.includes(handle) ? selection.subsystem : undefined));
  return (
    <div
      role="row"
      className="matrix__row"
      aria-rowindex={index + 2}
      data-placed={placed || undefined}
      style={placed ? topOf(index) : undefined}
    >
      <span role="rowheader" className="matrix__who" aria-colindex={1} data-cross={cross || undefined}>
        <span className="pid">{handle}</span>
        <span className="cut">{calledOf(person)}</span>
      </span>
      <Columns run={run} wide={wide}>
        {(at, place) => {
          const slug = subsystems[at]?.slug;
          const nth = columns.indexOf(at);
          return slug === undefined ? null : (
            <MatrixCell
              key={slug}
              person={person}
              slug={slug}
              column={at}
              position={positions[nth]}
              objects={objections[nth] ?? false}
              selected={slug === selected}
              tagged={slug === tagged}
              stop={stop && nth === 0}
              place={place}
            />
          );
        }}
      </Columns>
      {columns.at(-1) === subsystems.length - 1 ? <Sum person={person} /> : null}
    </div>
  );
});

function Sum({ person: { handle } }: { readonly person: Person }) {
  const counted = useSession((session) => personTally(session, handle));
  return (
    <span role="gridcell" className="matrix__sum">
      <MiniBar tally={counted} />
    </span>
  );
}

/** By the style sheet's height of a row, which is another in a wide window. */
function topOf(index: number): CSSProperties {
  return { top: `calc(${String(index)} * var(--cell-h))` };
}
