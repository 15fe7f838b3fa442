import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { halfTypedIn } from './half-typed';
import { reserveIn } from './reserve';
import { valueOf } from './testing/journal';
import { fillUp, needsSmallDisk, smallDisk } from './testing/small-disk';
import { temporaryFolder } from './testing/temporary';

const noRoom = () => Promise.resolve(false);
const text = (words: string) => ({ key: 'entry', text: words, typed: 1 });

test('half-typed texts are there for the next run, the last that were given, until there are none', async () => {
  const folder = temporaryFolder();
  const file = halfTypedIn(folder, noRoom);
  await Promise.all(['a', 'ab', 'abc'].map((words) => file.keep([text(words)])));
  expect(await halfTypedIn(folder, noRoom).read()).toEqual([text('abc')]);
  expect(fs.statSync(path.join(folder, 'half-typed.json')).mode & 0o777).toBe(0o600);
  valueOf(await file.keep([]));
  expect(await file.read()).toEqual([]);
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('a file of half-typed texts that is not what was written holds none', async () => {
  const folder = temporaryFolder();
  for (const found of ['', '{', '{"key":"entry"}', '[{"key":"entry","typed":1}]', '[null]']) {
    fs.writeFileSync(path.join(folder, 'half-typed.json'), found);
    expect(await halfTypedIn(folder, noRoom).read(), found).toEqual([]);
  }
});

describe('on a full disk', () => {
  needsSmallDisk();

  test('Row 21: half-typed text that a closed database does not take gets out of a full disk by the reserve', async () => {
    const disk = smallDisk('4m');
    const reserve = reserveIn(disk, () => undefined, { size: 1 << 20, spare: 0 });
    await reserve.take();
    fillUp(disk);
    const file = halfTypedIn(disk, reserve.release);
    const long = text('x'.repeat(20_000));
    valueOf(await file.keep([long]));
    expect(await file.read()).toEqual([long]);
  });
});
