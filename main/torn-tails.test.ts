import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../shared/testing/runs';
import { temporaryFolder } from './testing/temporary';
import { cutTornTails, wholeLength } from './torn-tails';

const BLOCK = 32_768;

/** A LevelDB log as LevelDB writes it, and where each of its records ends. */
function logOf(sizes: readonly number[]): { log: Buffer; ends: number[] } {
  const parts: Buffer[] = [];
  const ends: number[] = [];
  let offset = 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    offset += part.length;
  };
  for (const size of sizes) {
    let left = size;
    let first = true;
    do {
      const room = BLOCK - (offset % BLOCK);
      if (room < 7) {
        push(Buffer.alloc(room));
        continue;
      }
      const length = Math.min(left, room - 7);
      const last = length === left;
      const header = Buffer.alloc(7);
      header.writeUInt32LE(0xdeadbeef, 0);
      header.writeUInt16LE(length, 4);
      header.writeUInt8(first ? (last ? 1 : 2) : last ? 4 : 3, 6);
      push(Buffer.concat([header, Buffer.alloc(length, 0xab)]));
      left -= length;
      first = false;
      if (last) break;
    } while (left >= 0);
    ends.push(offset);
  }
  return { log: Buffer.concat(parts), ends };
}

describe('a LevelDB log', () => {
  test('that is whole stays whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 8 }), (sizes) => {
        const { log } = logOf(sizes);
        expect(wholeLength(log)).toBe(log.length);
      }),
      { numRuns: runs },
    );
  });

  test('cut anywhere is whole up to its last complete record', () => {
    const size = fc.oneof(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 32_700, max: 32_800 }),
      fc.constant(90_000),
    );
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sizes, share) => {
          const { log, ends } = logOf(sizes);
          const cut = Math.floor(share * log.length);
          const complete = Math.max(0, ...ends.filter((end) => end <= cut));
          const whole = wholeLength(log.subarray(0, cut));
          // Padding at a block's end may stay: it belongs to no record.
          expect(whole).toBeGreaterThanOrEqual(complete);
          expect(whole - complete).toBeLessThan(7);
          expect(log.subarray(complete, whole).every((byte) => byte === 0)).toBe(true);
        },
      ),
      { numRuns: runs },
    );
  });

  test('is cut at every byte of its last two records as it should be', () => {
    const { log, ends } = logOf([50, BLOCK, 60, 70]);
    const [, second = 0, third = 0] = ends;
    for (let cut = second; cut < third; cut += 1) expect(wholeLength(log.subarray(0, cut))).toBe(second);
    for (let cut = third; cut < log.length; cut += 1) expect(wholeLength(log.subarray(0, cut))).toBe(third);
  });

  test('whose first fragment has no last one is torn from there', () => {
    const { log, ends } = logOf([100, 40_000]);
    expect(wholeLength(log.subarray(0, BLOCK))).toBe(ends[0]);
  });

  test('with what LevelDB never writes is cut before it', () => {
    const { log } = logOf([100]);
    const record = (type: number, length: number, payload = length): Buffer =>
      Buffer.concat([Buffer.from([0, 0, 0, 0, length & 0xff, length >> 8, type]), Buffer.alloc(payload)]);
    const overTheBlock = Buffer.concat([log, record(1, BLOCK, 2 * BLOCK)]);
    const afterZeros = Buffer.concat([log, Buffer.alloc(7), record(1, 10)]);
    const left = BLOCK - log.length - 7 - 3;
    const shortFirst = Buffer.concat([log, record(2, left), Buffer.alloc(3), record(3, 10)]);
    for (const odd of [overTheBlock, afterZeros, shortFirst]) expect(wholeLength(odd)).toBe(log.length);
  });

  test('with zeros or noise for a header is cut before them', () => {
    const { log } = logOf([100]);
    for (const noise of [Buffer.alloc(64), Buffer.alloc(64, 0xff)])
      expect(wholeLength(Buffer.concat([log, noise]))).toBe(log.length);
  });
});

describe('before the first window opens', () => {
  test('torn logs and manifests are cut, a copy is kept, and nothing else is touched', () => {
    const profile = temporaryFolder();
    const database = path.join(profile, 'IndexedDB', 'app_gavel_0.indexeddb.leveldb');
    fs.mkdirSync(database, { recursive: true });
    const { log } = logOf([10, 20]);
    const torn = Buffer.concat([log, Buffer.from([1, 2, 3])]);
    for (const name of ['000003.log', 'MANIFEST-000001', '000005.ldb', 'LOG'])
      fs.writeFileSync(path.join(database, name), torn);
    fs.writeFileSync(path.join(database, '000007.log'), log);
    const cut = cutTornTails(profile);
    expect(cut.map(({ file, cut }) => [path.basename(file), cut])).toEqual([
      ['000003.log', 3],
      ['MANIFEST-000001', 3],
    ]);
    expect(fs.readFileSync(path.join(database, '000003.log'))).toEqual(log);
    expect(fs.readFileSync(path.join(database, '000003.log.torn'))).toEqual(torn);
    expect(fs.readFileSync(path.join(database, '000005.ldb'))).toEqual(torn);
    expect(cutTornTails(profile)).toEqual([]);
  });

  test('a profile without databases is left as it is', () => {
    expect(cutTornTails(path.join(temporaryFolder(), 'none'))).toEqual([]);
  });
});
