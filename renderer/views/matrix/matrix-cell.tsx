import { memo } from 'react';
import type { Slug } from '../../../shared/record/ids';
import type { Person } from '../../../shared/session/people';
import { positionOf } from '../../../shared/session/positions';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { run } from '../../commands/run';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { cellName } from '../cell-name';
import { objectors } from '../../store/objections-here';
import { placeOf } from './grid-window';

interface MatrixCellProps {
  readonly person: Person;
  readonly slug: Slug;
  /** its index among the subsystems */
  readonly column: number;
  /** the tab stop of a grid in which nothing is selected */
  readonly stop: boolean;
  /** it stands at its place by itself, since not every column is drawn */
  readonly wide: boolean;
}

/** What one person holds for one subsystem. It reads its own position, so that setting one renders one cell. */
export const MatrixCell = memo(function MatrixCell({ person, slug, column, stop, wide }: MatrixCellProps) {
  const who = person.handle;
  const position = useSession((session) => positionOf(session, who, slug));
  const objects = useSession((session) => objectors(session, slug).has(who));
  const selected = useStore(({ selection }) => selection.who === who && selection.subsystem === slug);
  const tagged = useStore(({ selection }) => selection.subsystem === slug && selection.tagged.includes(who));
  const look = STANCE_LOOK[position?.stance ?? 'none'];
  return (
    <div
      role="gridcell"
      className="cell"
      aria-colindex={column + 2}
      aria-label={cellName(person, slug, position, objects)}
      aria-selected={selected}
      style={wide ? placeOf(column) : undefined}
      data-stance={look.code}
      data-tagged={tagged || undefined}
      tabIndex={selected || stop ? 0 : -1}
      onMouseDown={() => void run('select.cell', { who, subsystem: slug })}
    >
      {look.code === 'n' ? null : (
        <>
          <Glyph name={look.code} />
          <span className="letter">{look.letter}</span>
        </>
      )}
      {position?.was === undefined ? null : <span className="mark mark--was" />}
      {objects ? (
        <span className="mark">
          <Glyph name="objection" />
        </span>
      ) : null}
      {position?.rationale === undefined ? null : <span className="mark mark--why" />}
    </div>
  );
});
