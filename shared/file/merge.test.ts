import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyEntry } from '../record/entry';
import { sha256Of } from '../record/sha256';
import { meetingOf } from '../session/meeting';
import { foldAll } from '../session/session';
import { records } from '../testing/arbitrary-record';
import { runs } from '../testing/runs';
import { mergeFiles, type NamedFile } from './merge';
import { sessionNamed, writeFile } from './write';

function file(name: string, entries: readonly AnyEntry[]): NamedFile {
  const session = sessionNamed(entries);
  if (session === undefined) throw new Error('no session');
  return { name, session, entries };
}
/** The bytes of the union. */
function merged(...files: readonly NamedFile[]): string {
  const found = mergeFiles(files);
  if (!found.ok) throw new Error(found.error.message);
  return writeFile(found.value.entries, sha256Of);
}
function union(a: NamedFile, b: NamedFile): NamedFile {
  const found = mergeFiles([a, b]);
  if (!found.ok) throw new Error(found.error.message);
  return { name: 'ab', ...found.value };
}

/** Three files of one session, each with some of its lines. */
const threeFiles = records.chain((record) => {
  const [opened, ...rest] = record;
  const some = fc.subarray(rest).map((lines) => file('f', opened === undefined ? lines : [opened, ...lines]));
  return fc.tuple(some, some, some);
});

test('merge is commutative, associative and idempotent, by bytes', () => {
  fc.assert(
    fc.property(threeFiles, ([a, b, c]) => {
      expect(merged(a, b)).toBe(merged(b, a));
      expect(merged(union(a, b), c)).toBe(merged(a, union(b, c)));
      expect(merged(a, b, c)).toBe(merged(c, b, a));
      expect(merged(a, a)).toBe(merged(a));
      expect(merged(union(a, b), b)).toBe(merged(a, b));
    }),
    { numRuns: runs },
  );
});

function opened(day: number): AnyEntry {
  const id = `2024-09-${String(day)}T08:00:00.000Z-000-kaaaaaaa`;
  return { id, by: 'ana', kind: 'session-opened', title: `day ${String(day)}` } as unknown as AnyEntry;
}

describe('files are of one session if either holds the entry that the other’s header names', () => {
  const a = file('a.gavel', [opened(17)]);
  const b = file('b.gavel', [opened(18)]);
  const both = file('both.gavel', [opened(17), opened(18)]);

  test('others are refused, with the file that is of another', () => {
    expect(mergeFiles([a, b])).toEqual({
      ok: false,
      error: {
        message: 'The files are of different sessions. Merge them with --join if that is meant.',
        file: 'b.gavel',
        line: 1,
        found: `session ${b.session}`,
        expected: `session ${a.session} of a.gavel`,
      },
    });
  });
  test('asked to, they merge: the earlier names the session, the later counts as an amendment', () => {
    const found = mergeFiles([b, a], { join: true });
    expect(found).toMatchObject({ ok: true, value: { session: a.session } });
    if (found.ok) expect(meetingOf(foldAll(found.value.entries))).toMatchObject({ id: a.session, title: 'day 18' });
  });
  test('a file that was joined is of one session with both, from either side', () => {
    expect(merged(both, b)).toBe(merged(b, both));
    expect(merged(a, both)).toBe(merged(both, a));
  });
  test('a third file may link two, in any order of the arguments', () => {
    expect(merged(a, b, both)).toBe(merged(both, b, a));
  });
});

test('no file at all is nothing to merge', () => {
  expect(mergeFiles([])).toMatchObject({ ok: false });
});
