import { width } from './characters';
import type { Block } from './document';
import type { Source } from './sources';

type Table = Extract<Block, { type: 'table' }>;

const GAP = '  ';

interface TableLine {
  readonly text: string;
  readonly from: readonly Source[];
}

/**
 * A table in plain text, as wide as what is in it. Where that is more than `most` columns the first column takes what
 * the others leave, down to nothing, and what is too long for it a line of its own: the head as any row.
 */
export function tableLines({ columns, rows }: Table, most: number): readonly TableLine[] {
  const widths = columns.map(({ title }, at) =>
    rows.reduce((most, { cells }) => Math.max(most, width(cells[at] ?? '')), width(title)),
  );
  const others = widths.slice(1).reduce((sum, each) => sum + GAP.length + each, GAP.length);
  const first = Math.max(0, Math.min(widths[0] ?? 0, most - others));
  const all = [first, ...widths.slice(1)];
  const line = (cells: readonly string[]): string => {
    const padded = columns.map(({ align }, at) => pad(cells[at] ?? '', all[at] ?? 0, align));
    return (GAP + (first === 0 ? padded.slice(1) : padded).join(GAP)).trimEnd();
  };
  const lines = ([name = '', ...cells]: readonly string[]): readonly string[] =>
    width(name) <= first ? [line([name, ...cells])] : [GAP + name, line(['', ...cells])];
  return [
    ...lines(columns.map(({ title }) => title)).map((text) => ({ text, from: [] })),
    { text: line(all.map((columns_) => '-'.repeat(columns_))), from: [] },
    ...rows.flatMap(({ cells, from }) => lines(cells).map((text) => ({ text, from }))),
  ];
}

function pad(text: string, columns: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, columns - width(text)));
  return align === 'left' ? text + space : space + text;
}
