import { createHash } from 'node:crypto';
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readFile } from '../shared/file/read';
import type { Instant } from '../shared/record/ids';
import { isWhole, writeSnapshot } from './snapshot-writing';
import { journalOf, lineNo, linesTo, SESSION, valueOf } from './testing/journal';
import { temporaryFolder } from './testing/temporary';

const at = '2026-11-27T10:00:00.000Z' as Instant;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function snapshotOf(lines: readonly string[]) {
  const folder = temporaryFolder();
  const journal = journalOf(folder, lines);
  const into = path.join(folder, 'snapshots');
  const written = await writeSnapshot({ journal, folder: into, at });
  return { written, into, journal, file: path.join(into, written.ok ? written.value.name : '') };
}

describe('a snapshot', () => {
  test('is a .gavel file of what the journal holds: sorted, each line once, its owner’s alone', async () => {
    const { written, into, file } = await snapshotOf([lineNo(0), lineNo(3), lineNo(1), lineNo(3), lineNo(2)]);
    expect(written).toEqual({
      ok: true,
      value: {
        at,
        entries: 4,
        name: '2026-11-27T10_00_00.000Z-4.gavel',
        damaged: [],
        sum: expect.anything() as unknown,
      },
    });
    const read = valueOf(readFile('snapshot', fs.readFileSync(file, 'utf8'), sha256));
    expect(read.session).toBe(SESSION);
    expect(read.entries.map((entry) => JSON.stringify(entry))).toEqual(linesTo(4));
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(into)).toEqual([path.basename(file)]);
  });

  test('leaves out lines that are no entries and a torn tail, and says which', async () => {
    const journal = [...linesTo(2), lineNo(2).replace('"note 2"', '"note'), '', lineNo(3)];
    const { written } = await snapshotOf(journal);
    expect(written).toMatchObject({ ok: true, value: { entries: 3, damaged: [4, 5] } });
  });

  test('is refused where no line opens a session', async () => {
    const { written, into } = await snapshotOf([lineNo(1)]);
    expect(written).toMatchObject({ ok: false, error: { expected: 'a session-opened entry' } });
    expect(fs.existsSync(into)).toBe(false);
  });

  test('whose rename is refused for a moment is there after it', async () => {
    const refused = Object.assign(new Error('EPERM'), { code: 'EPERM' });
    const rename = vi.spyOn(fsPromises, 'rename').mockRejectedValueOnce(refused).mockRejectedValueOnce(refused);
    const { file } = await snapshotOf(linesTo(3));
    expect(rename).toHaveBeenCalledTimes(3);
    expect(await isWhole(file)).toBe(true);
  });

  test('Row 23: whose rename stays refused leaves nothing behind, and says so', async () => {
    vi.spyOn(fsPromises, 'rename').mockRejectedValue(Object.assign(new Error('EPERM'), { code: 'EPERM' }));
    const { written, into } = await snapshotOf(linesTo(3));
    expect(written).toMatchObject({ ok: false, error: { found: 'EPERM' } });
    expect(fs.readdirSync(into)).toEqual([]);
    vi.restoreAllMocks();
  });
});

describe('a .gavel file is whole', () => {
  test('Row 23: only as it was written: a flipped bit, a missing byte, one more, all are found', async () => {
    const { file } = await snapshotOf(linesTo(5));
    const good = fs.readFileSync(file);
    expect(await isWhole(file)).toBe(true);
    for (let byte = 0; byte < good.length; byte += 7) {
      const flipped = Buffer.from(good);
      flipped.writeUInt8(flipped.readUInt8(byte) ^ (1 << (byte % 8)), byte);
      fs.writeFileSync(file, flipped);
      expect(await isWhole(file), `bit of byte ${String(byte)}`).toBe(false);
    }
    for (const other of [good.subarray(0, -1), good.subarray(0, 100), Buffer.concat([good, good]), Buffer.alloc(0)]) {
      fs.writeFileSync(file, other);
      expect(await isWhole(file)).toBe(false);
    }
  });

  test('also where it is larger than what is read at once', async () => {
    const long = linesTo(3).map((line) => line.replace('note', 'x'.repeat(700_000)));
    const { file } = await snapshotOf(long);
    expect(fs.statSync(file).size).toBeGreaterThan(1 << 20);
    expect(await isWhole(file)).toBe(true);
  });
});
