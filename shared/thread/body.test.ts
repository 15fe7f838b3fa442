import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectProportion } from '../testing/growth';
import { runs } from '../testing/runs';
import { answered } from './answered';
import { bodyLines } from './body';

const kinds = (...lines: readonly string[]): string =>
  bodyLines(lines.join('\n'))
    .map(({ kind }) => kind.slice(0, 3))
    .join(' ');

test('lines are numbered from 1, with the depth of their quotes and whose words they are', () => {
  expect(bodyLines('> > a\n>b\n>> c\n> \nd')).toEqual([
    { n: 1, text: '> > a', depth: 2, kind: 'quoted' },
    { n: 2, text: '>b', depth: 1, kind: 'quoted' },
    { n: 3, text: '>> c', depth: 2, kind: 'quoted' },
    { n: 4, text: '> ', depth: 1, kind: 'quoted' },
    { n: 5, text: 'd', depth: 0, kind: 'own' },
  ]);
  expect(bodyLines('>  > b').map(({ depth }) => depth)).toEqual([1]);
});

test('who is quoted is an attribution, also over two lines and with a blank one below', () => {
  expect(kinds('On Thu, Ana <a@b.example> wrote:', '> x', 'y')).toBe('att quo own');
  expect(kinds('Hi,', '', 'On Wed, Jul 24, 2024 at 10:02 PM Ana', '<a@b.example> wrote:', '', '> x')).toBe(
    'own own att att own quo',
  );
  expect(kinds('Am 25.07.24 um 09:26 schrieb Ana:', 'x')).toBe('own own');
  for (const line of [
    'Am Mittwoch, dem 26.02.2025 um 17:32 +0100 schrieb Ana Bé:',
    '* Ana <a@b.example> [240612 12:08]:',
    '2024年7月31日(水) 22:16 Ana <a@b.example>:',
    'Le jeu. 25 juil. 2024 à 09:26, Ana a écrit :',
  ]) {
    expect(kinds(line, '> x')).toBe('att quo');
  }
  expect(kinds('I said:', 'no quote')).toBe('own own');
  expect(kinds('The user adds a tag like this:', '> x')).toBe('own quo');
});

test('a signature begins at -- with or without its space, and ends at a quote', () => {
  expect(kinds('x', '-- ', 'Ana', '> y', 'z')).toBe('own sig sig quo own');
  expect(kinds('x', '--', 'Ana')).toBe('own sig sig');
  expect(kinds('x', '---', 'y')).toBe('own own own');
  expect(kinds('x', '_'.repeat(47), 'summit mailing list')).toBe('own sig sig');
});

test('what Outlook repeats is nobody’s answer', () => {
  expect(kinds('x', '-----Original Message-----', 'From: Ana', '', 'NAK')).toBe('own out out out out');
  expect(kinds('x', '_'.repeat(32), 'From: Ana <a@b.example>', 'Sent: Thursday', '', 'NAK')).toBe(
    'own out out out out out',
  );
});

test('a patch is nobody’s words, its trailers neither', () => {
  const patch = ['---', ' a.c | 2 +-', ' 1 file changed', 'diff --git a/a.c b/a.c', '@@ +1 @@', '+1', '-- ', '2.39'];
  expect(kinds('It does x.', '', 'Acked-by: A <a@b.example>', ...patch)).toBe(
    'own own pat pat pat pat pat pat pat sig sig',
  );
  expect(kinds('one', '---', 'two')).toBe('own own own');
});

test('an answer is told by the quoted lines above it: at most three, of the last paragraph', () => {
  const lines = bodyLines('> a\n>\n> b\n> c\n> d\n> e\n\nyes\n\nand more\n> f\nno');
  expect(answered(lines, 8, 8)).toEqual(['c', 'd', 'e']);
  expect(answered(lines, 10, 10)).toEqual(['c', 'd', 'e']);
  expect(answered(lines, 12, 12)).toEqual(['f']);
  expect(answered(lines, 6, 8)).toEqual(['c', 'd', 'e']);
  expect(answered(bodyLines('> a\n>\n> b\n\nyes'), 5, 5)).toEqual(['b']);
  expect(answered(bodyLines('yes'), 1, 1)).toEqual([]);
});

test('every line stays as it is', () => {
  const line = fc.constantFrom(
    '> x',
    'a wrote:',
    '--',
    '---',
    '+1',
    '',
    'diff --git a b',
    '_'.repeat(30),
    '>'.repeat(50),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      expect(bodyLines(lines.join('\n')).map(({ text }) => text)).toEqual(lines.length === 0 ? [''] : lines);
    }),
    { numRuns: runs },
  );
});

test('a body takes time by its length, whatever it repeats', async () => {
  for (const each of ['> x\na wrote:\n', '---\n', '_'.repeat(30) + '\n', '>', '> '])
    await expectProportion((times) => bodyLines(each.repeat(times)), 12_500, each);
});
