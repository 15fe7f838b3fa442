import fs from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { journalsIn } from './journal';
import { reserveIn } from './reserve';
import { linesTo, SESSION, valueOf } from './testing/journal';
import { fillUp, needsSmallDisk, smallDisk } from './testing/small-disk';

needsSmallDisk();

test('Row 21: what is recorded on a full disk gets out of it by the reserve, which is kept back again when there is room', async () => {
  const disk = smallDisk('4m');
  let released = 0;
  const reserve = reserveIn(disk, () => (released += 1), { size: 1 << 20, spare: 0, again: 20 });
  await reserve.take();
  const journals = journalsIn(path.join(disk, 'journal'), reserve.release);
  const [opened = '', ...notes] = linesTo(50);
  valueOf(await journals.append(SESSION, [opened]));
  const filler = fillUp(disk);
  const long = notes.map((line) => line.replace('note ', 'x'.repeat(500)));
  valueOf(await journals.append(SESSION, long));
  expect(fs.existsSync(path.join(disk, 'reserve'))).toBe(false);
  expect(released).toBe(1);
  expect(valueOf(await journals.read(SESSION)).lines).toEqual([opened, ...long]);
  await journals.close();
  fs.rmSync(filler);
  await vi.waitFor(() => {
    expect(fs.statSync(path.join(disk, 'reserve')).size).toBe(1 << 20);
  });
});

test('Row 21: a session that begins on a full disk has its journal by the reserve', async () => {
  const disk = smallDisk('4m');
  const reserve = reserveIn(disk, () => undefined, { size: 1 << 20, spare: 0 });
  await reserve.take();
  fillUp(disk);
  const journals = journalsIn(path.join(disk, 'journal'), reserve.release);
  valueOf(await journals.append(SESSION, linesTo(3)));
  expect(valueOf(await journals.read(SESSION)).lines).toEqual(linesTo(3));
  await journals.close();
});

test('Row 21: which half-typed texts were recorded is noted on a full disk by the reserve', async () => {
  const disk = smallDisk('4m');
  const reserve = reserveIn(disk, () => undefined, { size: 1 << 20, spare: 0 });
  await reserve.take();
  const journals = journalsIn(path.join(disk, 'journal'), reserve.release);
  valueOf(await journals.append(SESSION, linesTo(2)));
  fillUp(disk);
  const drafts = [{ key: 'entry', typed: 1 }];
  valueOf(await journals.noteDrafts(SESSION, drafts));
  expect(valueOf(await journals.read(SESSION)).drafts).toEqual(drafts);
  await journals.close();
});
