import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOf } from '../record/canon';
import { record } from '../testing/build';
import { runs } from '../testing/runs';
import { compareSources } from './sources';

const said = record({ title: 'Passthrough' })
  .subsystem('uvc')
  .people('ana', 'ben')
  .position('ana', 'uvc', 'abstain')
  .position('ben', 'uvc', 'standard-required');
const lines = said.lines.map(lineOf);
const none = new Set<string>();

describe('comparing the copies of a session', () => {
  test('any two that hold every line between them give all of it, and each what it lacks', () => {
    fc.assert(
      fc.property(fc.subarray(lines), fc.subarray(lines), fc.shuffledSubarray(lines), (database, half, shuffled) => {
        const journal = [...new Set([...half, ...lines.filter((line) => !database.includes(line)), ...shuffled])];
        const found = compareSources({ database: new Set(database), journal });
        expect(found.all.map(lineOf).sort()).toEqual(lines);
        expect(found.toDatabase.map(lineOf).sort()).toEqual(lines.filter((line) => !database.includes(line)));
        expect([...found.toJournal].sort()).toEqual(lines.filter((line) => !journal.includes(line)));
        expect(found.damaged).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('any one bit flipped in the journal is found, named by its line, and made up for by the database', () => {
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(), fc.nat(6), (at, place, bit) => {
        const bytes = Buffer.from(lines[at] ?? '');
        const byte = place % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << bit), byte);
        const journal = lines.map((line, number) => (number === at ? bytes.toString() : line));
        const found = compareSources({ database: new Set(lines), journal });
        // an id that became another id is a line that nobody else has: it can't be told from one that was recorded
        if (found.damaged.length === 0) expect(journal[at]?.slice(0, 50)).not.toBe(lines[at]?.slice(0, 50));
        else expect(found.damaged).toMatchObject([{ line: at + 2, recovered: true }]);
        expect(found.toJournal).toEqual([lines[at]]);
      }),
      { numRuns: runs },
    );
  });

  test('a line of the journal that no other copy has is lost where it is damaged, and the time before it is told', () => {
    const journal = [...lines.slice(0, 3), '', ...lines.slice(4)];
    const found = compareSources({ database: none, journal });
    expect(found.damaged).toEqual([
      { line: 5, after: said.lines[2]?.id.slice(0, 24), found: 'no text', text: '', recovered: false },
    ]);
    expect(found.all).toHaveLength(lines.length - 1);
  });

  test('a snapshot makes up for it', () => {
    const journal = [...lines.slice(0, 3), '', ...lines.slice(4)];
    const found = compareSources({ database: none, journal, snapshot: lines.slice(0, 4) });
    expect(found.damaged).toMatchObject([{ line: 5, recovered: true }]);
    expect(found.snapshotOnly).toEqual([lines[3]]);
    expect(found.all).toHaveLength(lines.length);
  });

  test('a word that changed in the journal is no second version where database or snapshot know the first', () => {
    const journal = lines.map((line) => line.replace('abstain', 'recuse'));
    for (const sources of [{ database: new Set(lines) }, { database: none, snapshot: lines }]) {
      const found = compareSources({ journal, ...sources });
      expect(found.damaged).toMatchObject([{ found: 'another content than the other copies hold', recovered: true }]);
      expect(found.all.map(lineOf).sort()).toEqual(lines);
    }
  });

  test('two versions of one id that the journal holds are both kept', () => {
    const other = lines[4]?.replace('abstain', 'recuse') ?? '';
    const found = compareSources({ database: new Set(lines), journal: [...lines, other] });
    expect(found.damaged).toEqual([]);
    expect(found.toDatabase.map(lineOf)).toEqual([other]);
  });
});
