import { memo } from 'react';
import type { Slug } from '../../../shared/record/ids';
import type { Person } from '../../../shared/session/people';
import type { Position } from '../../../shared/session/positions';
import { Glyph } from '../../components/glyph';
import { MenuButton } from '../../components/menu-button';
import { Stance } from '../../components/stance';
import { run } from '../../commands/run';
import { besideWords } from '../beside-words';
import { cellName } from '../cell-name';
import { calledOf } from '../../store/everybody';
import { positionMenu } from '../menus';
import { fullTime, shortTime, type Clock } from '../times';
import { Conditions } from '../conditions';
import { placed, type DrawnLine } from './drawn-lines';

interface PositionRowProps extends DrawnLine {
  readonly slug: Slug;
  readonly person: Person;
  readonly position: Position | undefined;
  readonly objects: boolean;
  /** why this answer counts, where the subsystem has seats */
  readonly say: 'seat' | 'affected' | undefined;
  readonly selected: boolean;
  readonly tagged: boolean;
  /** the grid's one tab stop */
  readonly stop: boolean;
  readonly clock: Clock;
}

/** What one person holds: on one line, or in full where the row is selected. */
export const PositionRow = memo(function PositionRow(props: PositionRowProps) {
  const { slug, person, position, objects, say, selected, tagged, stop, clock, index, top, measure } = props;
  const held = position !== undefined && position.stance !== 'none';
  const name = [cellName(person, slug, position, objects), ...(say === undefined ? [] : [say])].join(', ');
  return (
    <div
      role="row"
      className="position"
      aria-rowindex={index + 1}
      data-index={index}
      data-placed={top === undefined ? undefined : true}
      style={placed(top)}
      ref={measure}
      aria-selected={selected}
      data-tagged={tagged || undefined}
      data-silent={held ? undefined : true}
      tabIndex={stop ? 0 : -1}
      onMouseDown={() => void run('select.row', { who: person.handle })}
      onContextMenu={(event) => {
        event.preventDefault();
        event.currentTarget.querySelector<HTMLButtonElement>('.more')?.click();
      }}
    >
      <div role="gridcell" className="position__who" aria-label={name}>
        <span className="pid">{person.handle}</span> <span className="cut">{calledOf(person)}</span>{' '}
        {say === undefined ? null : <span className="meta">{say}</span>}
      </div>
      <div role="gridcell" className="position__why">
        {position === undefined || !held ? (
          <p>{position === undefined ? 'not heard yet' : 'cleared'}</p>
        ) : (
          <Why position={position} full={selected} />
        )}
      </div>
      <div role="gridcell" className="position__flags">
        {tagged ? <span>tagged</span> : null}
        {position?.conflict === true ? <span className="objs">conflict</span> : null}
        {position?.was === undefined ? null : (
          <span className="was">
            was <Stance stance={position.was} as="letter" />
          </span>
        )}
        {objects ? (
          <span className="objs">
            <Glyph name="objection" />
            objects
          </span>
        ) : null}
      </div>
      <div role="gridcell" className="position__time">
        {position === undefined ? null : (
          <time dateTime={position.at} title={fullTime(position.at, clock)}>
            {shortTime(position.at, clock)}
          </time>
        )}
        <MenuButton
          className="more"
          label={`Menu of ${person.handle}`}
          stop={false}
          items={() => positionMenu(person.handle, slug)}
        />
      </div>
    </div>
  );
});

/** Why, and under which conditions: everything where there is room, else one line. */
function Why({ position, full }: { readonly position: Position; readonly full: boolean }) {
  const { who, subsystem, rationale, conditions } = position;
  if (!full) {
    const bits = [rationale, ...conditions.filter(({ met }) => !met).map(({ text }) => `if ${text}`)];
    return (
      <p>
        {bits
          .filter((bit) => bit !== undefined)
          .join(' · ')
          .replaceAll('\n', ' ')}
      </p>
    );
  }
  const beside = besideWords(position);
  return (
    <>
      <p>{rationale ?? <span className="meta">no rationale yet</span>}</p>
      <Conditions
        conditions={conditions}
        stop={false}
        onMet={(n) => void run('record.meet-condition', { who, subsystem, n })}
      />
      {beside === '' ? null : <p className="meta">{beside}</p>}
    </>
  );
}
