import { memo, type CSSProperties } from 'react';
import type { Person } from '../../../shared/session/people';
import type { Subsystem } from '../../../shared/session/subsystems';
import { TallyBar } from '../../components/tally-bar';
import { calledOf } from '../../store/everybody';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { MatrixCell } from './matrix-cell';
import { personTally } from './person-tally';

interface GridRowProps {
  readonly person: Person;
  readonly subsystems: readonly Subsystem[];
  /** the indexes of those that are drawn */
  readonly columns: readonly number[];
  readonly index: number;
  /** its first cell is the grid's tab stop, since none is selected */
  readonly stop: boolean;
  /** it stands at its place by itself, since not every row is drawn */
  readonly placed: boolean;
  /** so does each of its cells, since not every column is */
  readonly wide: boolean;
}

/** One participant: what they hold for each subsystem, and the sum of it. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { person, subsystems, columns, index, stop, placed, wide } = props;
  const { handle } = person;
  const cross = useStore(({ selection }) => selection.who === handle);
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
      {columns.map((at) => {
        const subsystem = subsystems[at];
        return subsystem === undefined ? null : (
          <MatrixCell
            key={subsystem.slug}
            person={person}
            slug={subsystem.slug}
            column={at}
            stop={stop && at === columns[0]}
            wide={wide}
          />
        );
      })}
      {columns.at(-1) === subsystems.length - 1 ? <Sum person={person} /> : null}
    </div>
  );
});

function Sum({ person: { handle } }: { readonly person: Person }) {
  const counted = useSession((session) => personTally(session, handle));
  return (
    <span role="gridcell" className="matrix__sum">
      <TallyBar tally={counted} mini />
    </span>
  );
}

/** By the style sheet's height of a row, which is another in a wide window. */
function topOf(index: number): CSSProperties {
  return { top: `calc(${String(index)} * var(--cell-h))` };
}
