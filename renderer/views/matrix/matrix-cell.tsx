import { memo, type CSSProperties } from 'react';
import type { Slug } from '../../../shared/record/ids';
import type { Person } from '../../../shared/session/people';
import type { Position } from '../../../shared/session/positions';
import { STANCE_LOOK } from '../../components/stance';
import { run } from '../../commands/run';
import { cellName } from '../cell-name';

interface MatrixCellProps {
  readonly person: Person;
  readonly slug: Slug;
  /** its index among the subsystems */
  readonly column: number;
  readonly position: Position | undefined;
  /** has an objection here that is not settled */
  readonly objects: boolean;
  readonly selected: boolean;
  readonly tagged: boolean;
  /** the tab stop of a grid in which nothing is selected */
  readonly stop: boolean;
  /** where it stands, apart from the others */
  readonly place: CSSProperties | undefined;
}

/** What one person holds for one subsystem. It is given all that it shows, so that setting one position renders one cell. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { person, slug, column, position, objects, selected, tagged, stop, place } = props;
  const who = person.handle;
  const look = STANCE_LOOK[position?.stance ?? 'none'];
  return (
    <div
      role="gridcell"
      className="cell"
      aria-colindex={column + 2}
      aria-label={cellName(person, slug, position, objects)}
      aria-selected={selected}
      style={place}
      data-stance={look.code}
      data-objects={objects || undefined}
      data-was={position?.was === undefined ? undefined : true}
      data-why={position?.rationale === undefined ? undefined : true}
      data-tagged={tagged || undefined}
      tabIndex={selected || stop ? 0 : -1}
      onMouseDown={() => void run('select.cell', { who, subsystem: slug })}
    >
      {look.code === 'n' ? null : look.letter}
    </div>
  );
});
