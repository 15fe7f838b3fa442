import { useEffect, useMemo, useSyncExternalStore, type CSSProperties, type RefObject } from 'react';
import { observeElementRect, useVirtualizer, type Rect, type Virtualizer } from '@tanstack/react-virtual';
import { useRangeWith } from '../range-with';

/** From so many cells on only those on the screen are drawn (80 x 25). Below, the engine skips rows that aren't. */
const MANY = 2000;
/** So many columns fill any window: each is as wide as the narrowest, and only those on the screen are drawn. */
const WIDE = 30;
/** The least width of a column, as the style sheet has it. */
const COLUMN = 46;

/** Which part of a grid is drawn. */
export interface GridWindow {
  /** the indexes of the rows and columns that are drawn */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** the height of all rows, where not every row is drawn: each of them stands at its place in it */
  readonly height: number | undefined;
  /** not every column is drawn: each stands at its place in its row */
  readonly wide: boolean;
}

/** How many there are, and the index of the one that is selected, or -1. */
interface Line {
  readonly count: number;
  readonly selected: number;
}

/**
 * The rows and columns on the screen, where there are too many to draw them all. The row and the column that are
 * selected are always drawn, so that the focus is never lost and every key finds its cell.
 */
export function useGridWindow(scroller: RefObject<HTMLElement | null>, rows: Line, columns: Line): GridWindow {
  const many = rows.count * columns.count > MANY;
  const wide = many && columns.count > WIDE;
  const rowHeight = useSyncExternalStore(onResize, heightOfRow);
  const getScrollElement = (): HTMLElement | null => scroller.current;
  const down = useVirtualizer({
    count: rows.count,
    enabled: many,
    getScrollElement,
    observeElementRect: observeCells,
    estimateSize: () => rowHeight,
    rangeExtractor: useRangeWith(rows.selected),
    overscan: 1,
    useFlushSync: false,
  });
  const across = useVirtualizer({
    count: columns.count,
    enabled: wide,
    horizontal: true,
    getScrollElement,
    observeElementRect: observeCells,
    estimateSize: () => COLUMN,
    rangeExtractor: useRangeWith(columns.selected),
    overscan: 1,
    // a scroll is told to both: what they answer is drawn at once, not that of the one before the other has read its place
    useFlushSync: false,
  });
  useEffect(() => {
    down.measure();
  }, [down, rowHeight]);
  const everyRow = useIndexes(rows.count);
  const everyColumn = useIndexes(columns.count);
  return {
    rows: many ? down.getVirtualIndexes() : everyRow,
    columns: wide ? across.getVirtualIndexes() : everyColumn,
    height: many ? down.getTotalSize() : undefined,
    wide,
  };
}

/** Tells the size of what scrolls between the heads, which stay: cells under them need not be drawn. */
function observeCells(
  virtual: Virtualizer<HTMLElement, Element>,
  told: (rect: Rect) => void,
): (() => void) | undefined {
  return observeElementRect(virtual, ({ width, height }) => {
    const head = virtual.scrollElement?.querySelector<HTMLElement>('.matrix__head');
    const who = head?.querySelector<HTMLElement>('.label');
    told({ width: width - (who?.offsetWidth ?? 0), height: height - (head?.offsetHeight ?? 0) });
  });
}

/** The columns that are drawn: all beside each other, but for the selected one where it is not on the screen. */
export interface Run {
  readonly columns: readonly number[];
  /** the first of those beside each other */
  readonly first: number;
  readonly apart: number | undefined;
}

export const NO_COLUMNS: Run = { columns: [], first: 0, apart: undefined };

export function runOf(columns: readonly number[]): Run {
  const [one = 0, two = one + 1] = columns;
  if (two > one + 1) return { columns, first: two, apart: one };
  const last = columns.at(-1) ?? one;
  return { columns, first: one, apart: last - one === columns.length - 1 ? undefined : last };
}

/** Where the column that stands apart is, from the first of the others. */
export function placeApart({ first, apart = first }: Run): CSSProperties {
  return { left: (apart - first) * COLUMN };
}

/** Where the columns of a row begin of which not all is drawn. */
export function placeOf(column: number): CSSProperties {
  return { left: `calc(var(--who-w) + ${String(column * COLUMN)}px)` };
}

function useIndexes(count: number): readonly number[] {
  return useMemo(() => Array.from({ length: count }, (_, at) => at), [count]);
}

/** As the style sheet has it for this width of the window. */
function heightOfRow(): number {
  return matchMedia('(min-width: 1600px)').matches ? 34 : 30;
}

function onResize(told: () => void): () => void {
  window.addEventListener('resize', told);
  return () => {
    window.removeEventListener('resize', told);
  };
}
