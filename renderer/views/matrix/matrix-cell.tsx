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

interface MatrixCellProps {
  readonly person: Person;
  readonly slug: Slug;
  readonly column: number;
  /** the tab stop of a grid in which nothing is selected */
  readonly stop: boolean;
}

/** What one person holds for one subsystem. It reads its own position, so that setting one renders one cell. */
export const MatrixCell = memo(function MatrixCell({ person, slug, column, stop }: MatrixCellProps) {
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
      aria-colindex={column}
      aria-label={cellName(person, slug, position, objects)}
      aria-selected={selected}
      data-stance={look.code}
      data-tagged={tagged || undefined}
      tabIndex={selected || stop ? 0 : -1}
      onMouseDown={() => void run('select.cell', { who, subsystem: slug })}
    >
      <Glyph name={look.code} />
      {look.code === 'n' ? null : <span className="letter">{look.letter}</span>}
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
