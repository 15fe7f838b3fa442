import { useMemo, useRef, type CSSProperties } from 'react';
import { assessSubsystem } from '../../../shared/consensus/assess';
import type { Body } from '../../../shared/consensus/body';
import type { Handle, Instant, Slug } from '../../../shared/record/ids';
import { STANCE_LOOK } from '../../components/stance';
import { Glyph } from '../../components/glyph';
import { useSession } from '../../store/use-session';
import { useStore } from '../../store/store';
import { everybody, handleWidth } from '../../store/everybody';
import { shownBoard } from '../../store/rows';
import { useFollowSelection } from '../follow-focus';
import { NothingFits } from '../nothing-fits';
import { shortTime, type Clock } from '../times';
import { useClock } from '../use-clock';
import type { BoardGroup } from '../../store/board';
import { linesOf, placed, useDrawnLines, type DrawnLine } from './drawn-lines';
import { PositionRow } from './position-row';
import { Nobody } from './nobody';

/** Who holds what for a subsystem, by answer: one row a person, one of them selected. */
export function Positions({ slug }: { readonly slug: Slug }) {
  const groups = useFiltered(slug);
  const filter = useStore((state) => state.filter) ?? '';
  const body = useSession((session, asOf) => assessSubsystem(session, slug, asOf).body);
  const width = useSession((session) => handleWidth(everybody(session)));
  const selected = useStore((state) => state.selection.who);
  const tagged = useStore((state) => state.selection.tagged);
  const clock = useClock();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => groups.flatMap(linesOf), [groups]);
  const at = lines.findIndex(({ row }) => row !== undefined && row.person.handle === selected);
  const { drawn, height } = useDrawnLines(scroller, grid, lines, at);

  useFollowSelection(grid, selected ?? '');
  const long = useMemo(() => longestTime(groups, clock), [groups, clock]);
  const heard = groups.some(({ stance }) => stance !== 'none');
  const stop = at === -1 ? lines[drawn.find(({ index }) => lines[index]?.row)?.index ?? 0] : lines[at];

  const line = ({ index, top, measure }: DrawnLine) => {
    const { group, row } = lines[index] ?? {};
    if (group === undefined) return null;
    if (row === undefined) {
      return <GroupHead key={group.stance} group={group} index={index} top={top} measure={measure} />;
    }
    const { handle } = row.person;
    return (
      <PositionRow
        key={handle}
        slug={slug}
        {...row}
        say={sayOf(body, handle)}
        selected={handle === selected}
        tagged={tagged.includes(handle)}
        stop={row === stop?.row}
        clock={clock}
        index={index}
        top={top}
        measure={measure}
      />
    );
  };
  return (
    <div className="positions" style={widths(width, long, body.basis === 'seats')} ref={scroller}>
      {heard || filter !== '' ? null : <Nobody slug={slug} />}
      {filter === '' || lines.length > 0 ? null : (
        <div className="empty">
          <NothingFits filter={filter} />
        </div>
      )}
      <div
        role="grid"
        aria-label="Positions"
        aria-rowcount={lines.length}
        ref={grid}
        data-placed={height === undefined ? undefined : true}
        style={{ height }}
      >
        {groups.map((group) => (
          <div role="rowgroup" key={group.stance} aria-label={STANCE_LOOK[group.stance].words}>
            {drawn.filter(({ index }) => lines[index]?.group === group).map(line)}
          </div>
        ))}
      </div>
    </div>
  );
}

interface GroupHeadProps extends DrawnLine {
  readonly group: BoardGroup;
}

function GroupHead({ group: { stance, rows }, index, top, measure }: GroupHeadProps) {
  return (
    <div
      role="row"
      className="positions__group"
      aria-rowindex={index + 1}
      data-index={index}
      data-placed={top === undefined ? undefined : true}
      style={placed(top)}
      ref={measure}
    >
      <span role="rowheader" className="stance" data-stance={STANCE_LOOK[stance].code}>
        <Glyph name={STANCE_LOOK[stance].code} />
        {STANCE_LOOK[stance].words}
        <span className="positions__count">{rows.length}</span>
      </span>
    </div>
  );
}

/** Why somebody's answer counts, where the subsystem has seats. */
function sayOf({ basis, members, affected }: Body, who: Handle): 'seat' | 'affected' | undefined {
  if (basis !== 'seats') return undefined;
  return members.includes(who) ? 'seat' : affected.includes(who) ? 'affected' : undefined;
}

/** The most characters of a time in these rows: as many as the oldest one has. */
function longestTime(groups: readonly BoardGroup[], clock: Clock): number {
  let oldest: Instant | undefined;
  for (const { rows } of groups) {
    for (const { position } of rows) {
      if (position !== undefined && (oldest === undefined || position.at < oldest)) oldest = position.at;
    }
  }
  return oldest === undefined ? 0 : shortTime(oldest, clock).length;
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
    '--say-w': seats ? 'calc(2.9 * var(--fs-base))' : '0px',
    ...(time > 6 ? { '--time-w': 'round(up, 5.6 * var(--fs-base) + 20px, 1px)' } : {}),
  } as CSSProperties;
}
