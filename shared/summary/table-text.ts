import { width } from './characters';
import type { Block } from './document';
import type { MailLine } from './mail-line';

type Table = Extract<Block, { type: 'table' }>;

const GAP = '  ';

/** A table in plain text, as wide as what is in it; where that is too wide, a long first cell takes a line of its own. */
export function tableLines({ columns, rows }: Table, most: number): readonly MailLine[] {
  const widths = columns.map(({ title }, at) =>
    Math.max(width(title), ...rows.map(({ cells }) => width(cells[at] ?? ''))),
  );
  const others = widths.slice(1).reduce((sum, each) => sum + GAP.length + each, GAP.length);
  const first = Math.max(width(columns[0]?.title ?? ''), Math.min(widths[0] ?? 0, most - others));
  const all = [first, ...widths.slice(1)];
  const line = (cells: readonly string[]): string =>
    (GAP + columns.map(({ align }, at) => pad(cells[at] ?? '', all[at] ?? 0, align)).join(GAP)).trimEnd();
  return [
    { text: line(columns.map(({ title }) => title)), from: [] },
    { text: line(all.map((columns_) => '-'.repeat(columns_))), from: [] },
    ...rows.flatMap(({ cells: [name = '', ...cells], from }) =>
      width(name) <= first
        ? [{ text: line([name, ...cells]), from }]
        : [
            { text: GAP + name, from },
            { text: line(['', ...cells]), from },
          ],
    ),
  ];
}

function pad(text: string, columns: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, columns - width(text)));
  return align === 'left' ? text + space : space + text;
}
