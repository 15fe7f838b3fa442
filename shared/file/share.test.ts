import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOf } from '../record/canon';
import type { AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { records } from '../testing/arbitrary-record';
import { runs } from '../testing/runs';
import { digestUpTo, withoutPrivate } from './share';

const id = (at: number): Id => `2024-09-17T08:00:00.${String(at).padStart(3, '0')}Z-000-kaaaaaaa` as Id;
const entry = (at: number, fields: object): AnyEntry => ({ id: id(at), by: 'ana', ...fields }) as unknown as AnyEntry;
const open = entry(0, { kind: 'note-taken', text: 'o' });
const absent = '2024-01-01T00:00:00.000Z-000-absentaa' as Id;
const secret = entry(1, { kind: 'note-taken', private: true, text: 's' });

test.each([
  ['a private note', secret, false],
  ['a note that is not private', entry(2, { kind: 'note-taken', private: false, text: 'x' }), true],
  ['a new text of it', entry(2, { kind: 'note-amended', note: id(1), text: 'x' }), false],
  ['a note about it', entry(2, { kind: 'note-taken', about: id(1), text: 'x' }), false],
  ['its strike', entry(2, { kind: 'entry-struck', entry: id(1) }), false],
  ['a line of its act', entry(2, { kind: 'note-taken', act: id(1), text: 'x' }), false],
  ['a line that names it in a field that this program doesn’t know', entry(2, { kind: 'x', a: [{ b: id(1) }] }), false],
  [
    'a private revision of a note that is not private',
    entry(2, { kind: 'note-amended', note: id(0), private: true, text: 'x' }),
    true,
  ],
  [
    'a private revision of a note that is absent',
    entry(2, { kind: 'note-amended', note: absent, private: true, text: 'x' }),
    false,
  ],
  ['a revision of a note that is absent', entry(2, { kind: 'note-amended', note: absent, text: 'x' }), true],
])('whether others see %s', (_, line, isSeen) => {
  expect(withoutPrivate([open, secret, line]).includes(line)).toBe(isSeen);
});

test('what names an absent note that a revision calls private is private too', () => {
  const amended = entry(2, { kind: 'note-amended', note: absent, private: true, text: 'x' });
  const about = entry(3, { kind: 'note-taken', about: absent, text: 'y' });
  expect(withoutPrivate([about, amended])).toEqual([]);
  expect(withoutPrivate([about])).toEqual([about]);
});

test('a note of which one of two contents is private stays private', () => {
  expect(withoutPrivate([secret, { ...secret, private: false } as AnyEntry])).toEqual([]);
});

test('no id of a private note is in what others see', () => {
  fc.assert(
    fc.property(records, (record) => {
      const taken = record.filter(({ kind }) => kind === 'note-taken').map((line) => line.id);
      const secrets = record.flatMap((line) => {
        if (!('private' in line) || line.private !== true) return [];
        if (line.kind === 'note-taken') return line.id;
        return 'note' in line && !taken.includes(line.note) ? line.note : [];
      });
      const seen = withoutPrivate(record).map(lineOf).join('\n');
      for (const note of secrets) expect(seen).not.toContain(note);
      for (const line of record) {
        const isSecret = secrets.some((note) => lineOf(line).includes(note));
        expect(seen.includes(lineOf(line))).toBe(!isSecret);
      }
    }),
    { numRuns: runs },
  );
});

test('a mail’s digest is over the lines up to its last, each with its line feed, whatever came later', () => {
  const lines = [entry(0, { kind: 'session-opened', title: 't' }), secret, entry(2, { kind: 'note-taken', text: 'x' })];
  const expected = sha256Of([lines[0], lines[2]].map((line) => `${lineOf(line as AnyEntry)}\n`).join(''));
  expect(digestUpTo([...lines].reverse(), id(2), sha256Of)).toBe(expected);
  expect(digestUpTo([...lines, entry(3, { kind: 'note-taken', text: 'later' })], id(2), sha256Of)).toBe(expected);
});
