import { useEffect, useRef } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { useKeys } from '../use-keys';
import { logLines } from '../../store/log-lines';
import { useSession } from '../../store/use-session';
import { ShelfTabs } from './shelf-tabs';
import { getState, useStore } from '../../store/store';
import { useClock } from '../use-clock';
import { LogLine } from './log-line';

const LINE = 22;

/** The record's lines, the newest first; only those on the screen are drawn. With the focus in them keys go through them. */
export function RecordPanel() {
  const key = useKeys();
  const session = useStore((state) => state.open?.session);
  const all = useStore((state) => state.selection.allOfLog === true);
  const selected = useStore((state) => state.selection.log);
  const hasKeys = useStore((state) => state.mode === 'LOG');
  const entries = useSession((it) => logLines(it, all));
  const size = useSession((it) => it.entries.size);
  const clock = useClock();
  const scroller = useRef<HTMLDivElement>(null);
  const place = selected === undefined ? -1 : entries.findIndex(({ id }) => id === selected);
  const scribes = entries.some(({ by }) => by !== entries[0]?.by);
  const lines = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    getItemKey: (at) => entries[at]?.id ?? at,
    overscan: 8,
    // the selected line is always there: it may have the focus
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return place === -1 || shown.includes(place) ? shown : [...shown, place].sort((a, b) => a - b);
    },
  });

  useEffect(() => {
    const focused = document.activeElement;
    const isInside = focused !== null && scroller.current?.contains(focused) === true;
    if (!hasKeys && isInside && focused instanceof HTMLElement) focused.blur();
    if (!hasKeys || place === -1) return;
    if (scroller.current?.offsetParent === null) {
      void run('log.leave', { unseen: true });
      return;
    }
    lines.scrollToIndex(place);
    if (!isInside || focused.tagName !== 'BUTTON') {
      scroller.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
    }
    // the virtualizer is the same one at every render
  }, [hasKeys, place, lines]);

  // its keys go with it
  useEffect(
    () => () => {
      if (getState().mode === 'LOG') void run('log.leave');
    },
    [],
  );

  return (
    <section className="panel panel--record">
      <h2 className="label">
        <ShelfTabs />
        <span className="panel__acts">
          {size > entries.length ? <Act onPress={() => void run('log.all')}>all {size}</Act> : null}
          <Act keys={key('edit.undo')} onPress={() => void run('edit.undo')}>
            undo
          </Act>
          <Act onPress={() => void run('edit.redo')}>redo</Act>
        </span>
      </h2>
      <div
        className="log"
        role="log"
        aria-label="Record"
        tabIndex={0}
        ref={scroller}
        onFocus={() => {
          if (getState().mode !== 'LOG') void run('log.enter');
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (getState().mode === 'LOG' && !currentTarget.contains(relatedTarget)) void run('log.leave');
        }}
      >
        <ol className="log__lines" style={{ height: lines.getTotalSize() }}>
          {session === undefined
            ? null
            : lines.getVirtualItems().map(({ index, key, start }) => {
                const entry = entries[index];
                return entry === undefined ? null : (
                  <LogLine
                    key={key}
                    session={session}
                    entry={entry}
                    top={start}
                    clock={clock}
                    selected={index === place}
                    scribe={scribes}
                  />
                );
              })}
        </ol>
      </div>
    </section>
  );
}
