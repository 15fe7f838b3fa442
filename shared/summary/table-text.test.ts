import { expect, test } from 'vitest';
import type { Block, Column } from './document';
import { tableLines } from './table-text';

type Table = Extract<Block, { type: 'table' }>;

const COLUMNS: readonly Column[] = [
  { title: 'Subsystem', align: 'left' },
  ...['S', 'U', 'P', 'A', '.'].map((title): Column => ({ title, align: 'right' })),
  { title: 'assessment', align: 'left' },
  { title: 'call', align: 'left' },
  { title: '!', align: 'right' },
];

function lines(slug: string, count: string): readonly string[] {
  const cells = [slug, ...Array<string>(5).fill(count), 'rough consensus S/U/P', 'rough consensus S', count];
  const table: Table = { type: 'table', columns: COLUMNS, rows: [{ cells, from: [] }] };
  return tableLines(table, 72).map(({ text }) => text);
}

test('a table that fits is as wide as what is in it', () => {
  expect(lines('uvc', '1')).toEqual([
    '  Subsystem  S  U  P  A  .  assessment             call               !',
    '  ---------  -  -  -  -  -  ---------------------  -----------------  -',
    '  uvc        1  1  1  1  1  rough consensus S/U/P  rough consensus S  1',
  ]);
});

test('where it does not fit, what is too long for the first column takes a line of its own, the title too', () => {
  expect(lines('uvc', '10')).toEqual([
    '  Subsystem',
    '         S   U   P   A   .  assessment             call                !',
    '  ----  --  --  --  --  --  ---------------------  -----------------  --',
    '  uvc   10  10  10  10  10  rough consensus S/U/P  rough consensus S  10',
  ]);
});

test.each(['9', '99', '999'])(
  'no line is longer than 72 columns, with three stances tied and counts of %s',
  (count) => {
    for (const slug of ['uvc', 'a-slug-of-thirty-two-characters..'])
      for (const line of lines(slug, count)) expect(line.length).toBeLessThanOrEqual(72);
  },
);
