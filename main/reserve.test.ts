import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { needs } from '../shared/testing/needs';
import { journalsIn } from './journal';
import { reserveIn } from './reserve';
import { linesTo, SESSION, valueOf } from './testing/journal';
import { temporaryFolder } from './testing/temporary';

needs(process.platform === 'linux' && process.getuid?.() === 0, 'root on Linux, who may mount a small disk,');

test('what is recorded on a full disk gets out of it by the reserve, once', async () => {
  const disk = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
  onTestFinished(() => void execFileSync('umount', [disk]));
  const reserve = reserveIn(disk, 1 << 20, 0);
  await reserve.take();
  const journals = journalsIn(path.join(disk, 'journal'), reserve.release);
  const [opened = '', ...notes] = linesTo(50);
  valueOf(await journals.append(SESSION, [opened]));
  const filler = fs.openSync(path.join(disk, 'filler'), 'w');
  expect(() => {
    for (;;) fs.writeSync(filler, Buffer.alloc(4_096));
  }).toThrow('ENOSPC');
  fs.closeSync(filler);
  const long = notes.map((line) => line.replace('note ', 'x'.repeat(500)));
  valueOf(await journals.append(SESSION, long));
  expect(fs.existsSync(path.join(disk, 'reserve'))).toBe(false);
  expect(valueOf(await journals.read(SESSION)).lines).toEqual([opened, ...long]);
  await journals.close();
});
