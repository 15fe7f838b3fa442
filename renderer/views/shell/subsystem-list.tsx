import { useEffect, useRef, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { tally } from '../../../shared/consensus/tally';
import { callOn, calls } from '../../../shared/session/calls';
import { openSubsystem, subsystems, type Subsystem } from '../../../shared/session/subsystems';
import { AddButton } from '../../components/add-button';
import { Glyph } from '../../components/glyph';
import { MiniBar } from '../../components/mini-bar';
import { run } from '../../commands/run';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { CallGlyph } from '../call-glyph';
import { callShown } from '../calls-shown';

/** A list that nobody has to scroll far is drawn whole: it costs nothing, and every tool finds every item. */
const FEW = 60;

/**
 * The subsystems of the open session with how they stand; of many only those on the screen are drawn and counted.
 * `scroller` is what scrolls them.
 */
export function SubsystemList({ scroller }: { readonly scroller: RefObject<HTMLElement | null> }) {
  const all = useSession(subsystems);
  const called = useSession(
    (session) =>
      calls(session).filter(({ on, reopened }) => reopened === undefined && 'subsystem' in on && !('rule' in on))
        .length,
  );
  const selected = useStore((state) => state.selection.subsystem);
  const open = useSession((session) => openSubsystem(session)?.slug);
  const list = useRef<HTMLUListElement>(null);
  const few = all.length <= FEW;
  const virtual = useVirtualizer({
    count: all.length,
    enabled: !few,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight(),
    scrollMargin: list.current?.offsetTop ?? 0,
    overscan: 6,
  });
  const density = useStore((state) => state.settings.density);
  useEffect(() => {
    virtual.measure();
  }, [density, virtual]);
  const at = all.findIndex(({ slug }) => slug === selected);
  useEffect(() => {
    if (at === -1) return;
    if (few) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
    else virtual.scrollToIndex(at);
  }, [at, few, virtual]);

  const item = (index: number, top?: number) => {
    const subsystem = all[index];
    return subsystem === undefined ? null : (
      <SubsystemItem
        key={subsystem.slug}
        subsystem={subsystem}
        number={index + 1}
        of={all.length}
        top={top}
        current={subsystem.slug === selected}
        open={subsystem.slug === open}
      />
    );
  };
  return (
    <>
      <h2 className="label">
        Subsystems
        {all.length === 0 ? null : (
          <span className="side__count">{`${String(called)} of ${String(all.length)} called`}</span>
        )}
        <AddButton label="Add a subsystem" onPress={() => void run('subsystem.add')} />
      </h2>
      <ul
        className="subsystems"
        aria-label="Subsystems"
        ref={list}
        data-placed={few ? undefined : true}
        style={few ? undefined : { height: virtual.getTotalSize() }}
      >
        {few
          ? all.map((_, index) => item(index))
          : virtual.getVirtualItems().map((row) => item(row.index, row.start - virtual.options.scrollMargin))}
      </ul>
    </>
  );
}

/** As the style sheet has it for this width of the window. */
function rowHeight(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row'));
}

interface SubsystemItemProps {
  readonly subsystem: Subsystem;
  readonly number: number;
  /** how many there are */
  readonly of: number;
  /** where it stands, where not every item is drawn */
  readonly top: number | undefined;
  /** on the screen */
  readonly current: boolean;
  /** what the room is on */
  readonly open: boolean;
}

function SubsystemItem({ subsystem: { slug, partOf, affects }, number, of, top, current, open }: SubsystemItemProps) {
  const counted = useSession((session) => tally(session, slug));
  const call = useSession((session) => callOn(session, { subsystem: slug }));
  return (
    <li
      aria-posinset={number}
      aria-setsize={of}
      style={top === undefined ? undefined : { transform: `translateY(${String(top)}px)` }}
      data-placed={top === undefined ? undefined : true}
    >
      <button
        type="button"
        className="side__item"
        aria-current={current ? 'true' : undefined}
        title={affects.length === 0 ? undefined : `affects ${affects.join(', ')}`}
        data-part={partOf === undefined ? undefined : true}
        onClick={() => void run('select.subsystem', slug)}
      >
        <span className="side__number">{number}</span>
        <span className="slug cut">{slug}</span>
        <MiniBar tally={counted} />
        <span className="side__state">
          <CallGlyph call={call} />
          {callShown(call) === undefined && open ? <Glyph name="live" /> : null}
        </span>
        {open ? <span className="vh">the room is on it</span> : null}
      </button>
    </li>
  );
}
