import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inRecordOrder } from '../file/lines';
import { withoutPrivate } from '../file/share';
import { lineOf } from '../record/canon';
import { nextId } from '../record/clock';
import type { AnyEntry } from '../record/entry';
import { writerOf, type Id, type Writer } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { emptySession, fold, foldAll } from '../session/session';
import { unfold } from '../session/unfold';
import { records } from '../testing/arbitrary-record';
import { runs } from '../testing/runs';
import type { Seal } from './document';
import { AT_ONCE, sealing, sealOf } from './sealing';

/** What FORMAT.md says: the lines that are not private, each with its LF, in record order; and each writer's last. */
function sealBySpecification(entries: readonly AnyEntry[]): Pick<Seal, 'lines' | 'sha256' | 'covers'> {
  const open = inRecordOrder(withoutPrivate(entries)).map(({ entry }) => entry);
  const lines = open.map((entry) => `${lineOf(entry)}\n`);
  const covers = open.map(({ id }) => id).filter((id, at, ids) => !ids.slice(at).some((other) => isLater(other, id)));
  return {
    covers: [...new Set(covers)],
    lines: lines.length,
    sha256: createHash('sha256').update(lines.join('')).digest('hex'),
  };
}

function isLater(other: Id, id: Id): boolean {
  return writerOf(other) === writerOf(id) && other > id;
}

test.each([
  ['record order', (record: readonly AnyEntry[]) => fc.constant(inRecordOrder(record).map(({ entry }) => entry))],
  ['any order', (record: readonly AnyEntry[]) => fc.shuffledSubarray([...record], { minLength: record.length })],
])('a seal that is asked for as lines come in, in %s, is at each moment that of all of them', (_, ordered) => {
  fc.assert(
    fc.property(records.chain(ordered), (entries) => {
      const session = emptySession();
      entries.forEach((entry, at) => {
        fold(session, entry);
        const expected = sealBySpecification(entries.slice(0, at + 1));
        if (expected.lines > 0) expect(sealOf(session, sha256Of)).toMatchObject(expected);
        else expect(sealOf(session, sha256Of)).toBeUndefined();
      });
    }),
    { numRuns: runs },
  );
});

test('a seal of a session that was taken back and went on otherwise is that of what it holds', () => {
  fc.assert(
    fc.property(records, (record) => {
      const entries = inRecordOrder(record).map(({ entry }) => entry);
      const session = emptySession();
      for (const entry of entries) fold(session, entry);
      sealOf(session, sha256Of);
      const id = unfold(session);
      const left = entries.filter((entry) => entry.id !== id);
      const seal = sealBySpecification(left);
      expect(sealOf(session, sha256Of)).toEqual(seal.lines === 0 ? undefined : expect.objectContaining(seal));
    }),
    { numRuns: runs },
  );
});

test('a seal of many lines is made with pauses; one that is left off half-way spoils none after it', () => {
  const note = (at: number): AnyEntry =>
    ({
      id: nextId(undefined, Date.UTC(2024, 8, 17, 8) + at, 'testtest' as Writer),
      by: 'ana',
      kind: 'note-taken',
      text: `Note ${String(at)}`,
    }) as AnyEntry;
  const entries = Array.from({ length: 2 * AT_ONCE + 1 }, (_, at) => note(at));
  const session = foldAll(entries);
  const steps = sealing(session, sha256Of);
  expect(steps.next()).toEqual({ done: false, value: undefined });
  expect(steps.next()).toEqual({ done: false, value: undefined });
  expect(sealOf(session, sha256Of)).toMatchObject(sealBySpecification(entries));

  // more than can be hashed at once, and then a line
  for (const upTo of [4 * AT_ONCE, 4 * AT_ONCE + 1]) {
    for (let at = entries.length; at < upTo; at += 1) {
      entries.push(note(at));
      fold(session, note(at));
    }
    const halfway = sealing(session, sha256Of);
    halfway.next();
    expect(sealOf(session, sha256Of)).toMatchObject(sealBySpecification(entries));
  }
});
