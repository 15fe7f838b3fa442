import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOf, parseLine } from '../record/canon';
import type { AnyEntry } from '../record/entry';
import { instantOf, writerOf, type Writer } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { records } from '../testing/arbitrary-record';
import { whatStands } from '../testing/oracle';
import { runs } from '../testing/runs';
import { inRecordOrder } from './lines';
import { makeOurs } from './ours';

const WRITER = 'ours2345' as Writer;
const ours = (record: readonly AnyEntry[]): readonly AnyEntry[] => makeOurs(record, WRITER, sha256Of);

test('a copy has new ids at the old times, in the old order, and every line of it can be read', () => {
  fc.assert(
    fc.property(records, (record) => {
      const before = inRecordOrder(record).map(({ entry }) => entry);
      const copy = ours(record);
      expect(copy.map(({ id }) => instantOf(id))).toEqual(before.map(({ id }) => instantOf(id)));
      expect(copy.map(({ by, kind }) => [by, kind])).toEqual(before.map(({ by, kind }) => [by, kind]));
      // an `expect` for each line would cost more than all that it looks at
      expect(copy.filter(({ id }) => writerOf(id) !== WRITER)).toEqual([]);
      expect(copy.filter((entry) => !parseLine(lineOf(entry)).ok)).toEqual([]);
      // one id with two contents is still one id
      const repeated = (entries: readonly AnyEntry[]): readonly boolean[] =>
        entries.map(({ id }, at) => id === entries[at - 1]?.id);
      expect(repeated(copy)).toEqual(repeated(before));
      expect(copy.map(({ id }) => id)).toEqual(copy.map(({ id }) => id).sort());
    }),
    { numRuns: runs },
  );
});

test('what stands in a copy is what stood, under the new names', () => {
  fc.assert(
    fc.property(records, (record) => {
      const shape = (entries: readonly AnyEntry[]): unknown =>
        Object.values(whatStands(entries))
          .map(({ heads, conflict }) => `${heads.map((id) => instantOf(id as never)).join()} ${String(conflict)}`)
          .sort();
      expect(shape(ours(record))).toEqual(shape(record));
    }),
    { numRuns: runs },
  );
});

test('none of the old ids is left', () => {
  fc.assert(
    fc.property(records, (record) => {
      const text = ours(record).map(lineOf).join('\n');
      expect(record.filter(({ id }) => text.includes(id))).toEqual([]);
    }),
    { numRuns: runs },
  );
});
