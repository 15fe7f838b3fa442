import { useEffect, type CSSProperties, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { BoardGroup, BoardRow } from '../../store/board';
import { useStore } from '../../store/store';
import { useRangeWith } from '../range-with';

/** A list of so many lines is drawn whole: every tool finds everybody. Of a longer one only what is on the screen is. */
const FEW = 70;

/** One line of the board: a group's head, or a person's row in it. */
export interface BoardLine {
  readonly group: BoardGroup;
  readonly row?: BoardRow;
}

export function linesOf(group: BoardGroup): readonly BoardLine[] {
  return [{ group }, ...group.rows.map((row) => ({ group, row }))];
}

/** Where a line stands that is placed by itself; nothing where the lines follow each other. */
export interface Place {
  /** in px from the top of the grid */
  readonly top?: number;
  /** takes the element that is drawn, to know how high it is */
  readonly measure?: (element: Element | null) => void;
}

export interface DrawnLine extends Place {
  readonly index: number;
}

export interface DrawnLines {
  readonly drawn: readonly DrawnLine[];
  /** of all lines together, where they are placed */
  readonly height?: number;
}

/** Of few lines all; of many those on the screen and the selected one. */
export function useDrawnLines(
  scroller: RefObject<HTMLElement | null>,
  grid: RefObject<HTMLElement | null>,
  lines: readonly BoardLine[],
  selected: number,
): DrawnLines {
  const many = lines.length > FEW;
  const settings = useStore((state) => state.settings);
  const virtual = useVirtualizer({
    count: lines.length,
    enabled: many,
    getScrollElement: () => scroller.current,
    estimateSize: estimate(),
    getItemKey: (at) => lines[at]?.row?.person.handle ?? lines[at]?.group.stance ?? at,
    rangeExtractor: useRangeWith(selected),
    scrollMargin: grid.current?.offsetTop ?? 0,
    overscan: 3,
  });
  useEffect(() => {
    virtual.measure();
  }, [settings, virtual]);
  if (!many) return { drawn: lines.map((_, index) => ({ index })) };
  return {
    drawn: virtual.getVirtualItems().map(({ index, start }) => ({
      index,
      top: start - virtual.options.scrollMargin,
      measure: virtual.measureElement,
    })),
    height: virtual.getTotalSize(),
  };
}

/** The height of a row, read once for all lines that nobody has measured: of a thousand each would cost. */
function estimate(): () => number {
  let height: number | undefined;
  return () => (height ??= heightOfRow());
}

/** As the style sheet has it, for the chosen density and this width of the window. */
function heightOfRow(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row'));
}

/** The style of a line that is placed by itself. */
export function placed(top: number | undefined): CSSProperties | undefined {
  return top === undefined ? undefined : { transform: `translateY(${String(top)}px)` };
}
