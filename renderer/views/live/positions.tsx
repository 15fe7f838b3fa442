import { useMemo, useRef, type CSSProperties } from 'react';
import { assessSubsystem } from '../../../shared/consensus/assess';
import type { Slug } from '../../../shared/record/ids';
import { STANCE_LOOK } from '../../components/stance';
import { Glyph } from '../../components/glyph';
import { useSession } from '../../store/use-session';
import { useStore } from '../../store/store';
import { everybody, handleWidth } from '../../store/everybody';
import { shownBoard } from '../../store/rows';
import { useFollowSelection } from '../follow-focus';
import { shortTime } from '../times';
import { useClock } from '../use-clock';
import type { BoardGroup } from '../../store/board';
import { PositionRow } from './position-row';
import { Nobody } from './nobody';

/** Who holds what for a subsystem, by answer: one row a person, one of them selected. */
export function Positions({ slug }: { readonly slug: Slug }) {
  const groups = useFiltered(slug);
  const body = useSession((session, asOf) => assessSubsystem(session, slug, asOf).body);
  const width = useSession((session) => handleWidth(everybody(session)));
  const selected = useStore((state) => state.selection.who);
  const tagged = useStore((state) => state.selection.tagged);
  const clock = useClock();
  const grid = useRef<HTMLDivElement>(null);

  useFollowSelection(grid, selected ?? '');
  const long = Math.max(
    0,
    ...groups.flatMap(({ rows }) =>
      rows.map(({ position }) => (position === undefined ? 0 : shortTime(position.at, clock).length)),
    ),
  );
  const heard = groups.some(({ stance }) => stance !== 'none');
  const first = groups[0]?.rows[0]?.person.handle;
  const stop = groups.some(({ rows }) => rows.some(({ person }) => person.handle === selected)) ? selected : first;
  return (
    <div className="positions" style={widths(width, long, body.basis === 'seats')}>
      {heard ? null : <Nobody slug={slug} />}
      <div role="grid" aria-label="Positions" ref={grid}>
        {groups.map(({ stance, rows }) => (
          <div role="rowgroup" key={stance} aria-label={STANCE_LOOK[stance].words}>
            <div role="row" className="positions__group">
              <span role="rowheader" className="stance" data-stance={STANCE_LOOK[stance].code}>
                <Glyph name={STANCE_LOOK[stance].code} />
                {STANCE_LOOK[stance].words}
                <span className="positions__count">{rows.length}</span>
              </span>
            </div>
            {rows.map(({ person, position, objects }) => (
              <PositionRow
                key={person.handle}
                slug={slug}
                person={person}
                position={position}
                objects={objects}
                say={
                  body.basis !== 'seats'
                    ? undefined
                    : body.members.includes(person.handle)
                      ? 'seat'
                      : body.affected.includes(person.handle)
                        ? 'affected'
                        : undefined
                }
                selected={person.handle === selected}
                tagged={tagged.includes(person.handle)}
                stop={person.handle === stop}
                clock={clock}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The rows that the filter leaves. */
function useFiltered(slug: Slug): readonly BoardGroup[] {
  const open = useStore((state) => state.open);
  const filter = useStore((state) => state.filter);
  return useMemo(() => (open === undefined ? [] : shownBoard(open.session, slug, filter)), [open, slug, filter]);
}

/** Columns as wide as what stands in them: handles, who has a say, and dates where times of day are not enough. */
function widths(handle: number, time: number, seats: boolean): CSSProperties {
  // custom properties have no type of their own in React's CSSProperties
  return {
    '--pid-n': handle,
    '--say-w': seats ? '38px' : '0px',
    ...(time > 6 ? { '--time-w': '92px' } : {}),
  } as CSSProperties;
}
