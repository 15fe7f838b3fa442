import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { journalsIn } from './journal';
import { reserveIn } from './reserve';
import { linesTo, SESSION, valueOf } from './testing/journal';
import { fillUp, needsSmallDisk, smallDisk } from './testing/small-disk';

needsSmallDisk();

test('what is recorded on a full disk gets out of it by the reserve, once', async () => {
  const disk = smallDisk('4m');
  const reserve = reserveIn(disk, 1 << 20, 0);
  await reserve.take();
  const journals = journalsIn(path.join(disk, 'journal'), reserve.release);
  const [opened = '', ...notes] = linesTo(50);
  valueOf(await journals.append(SESSION, [opened]));
  fillUp(disk);
  const long = notes.map((line) => line.replace('note ', 'x'.repeat(500)));
  valueOf(await journals.append(SESSION, long));
  expect(fs.existsSync(path.join(disk, 'reserve'))).toBe(false);
  expect(valueOf(await journals.read(SESSION)).lines).toEqual([opened, ...long]);
  await journals.close();
});
