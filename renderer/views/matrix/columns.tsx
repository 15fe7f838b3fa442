import type { CSSProperties, ReactNode } from 'react';
import { placeApart, placeOf, type Run } from './grid-window';

interface ColumnsProps {
  readonly run: Run;
  /** the columns are placed, since not every one is drawn */
  readonly wide: boolean;
  /** what stands in a column, and where, for the one that stands apart */
  readonly children: (column: number, place: CSSProperties | undefined) => ReactNode;
}

/** What stands in the columns of one row. They are placed together, not each by itself: a page of them comes at once. */
export function Columns({ run, wide, children }: ColumnsProps) {
  return (
    <div role="presentation" className="matrix__run" style={wide ? placeOf(run.first) : undefined}>
      {run.columns.map((at) => children(at, at === run.apart ? placeApart(run) : undefined))}
    </div>
  );
}
