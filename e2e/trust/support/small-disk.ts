import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterTest, newUserData, test } from '../../support/cleanup';

const SIZE_MIB = 128;

/** A small disk of its own for `body`, gone after the test; `row` is the one that needs it. */
export async function onSmallDisk(row: number, body: (folder: string) => Promise<void>): Promise<void> {
  const folder = newUserData();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${String(SIZE_MIB)}m`, 'none', folder]);
  test.skip(
    mounted.status !== 0,
    `no small disk can be made: mount needs root, run npm run test:trust -- ${String(row)} as root`,
  );
  afterTest(() => void spawnSync('umount', ['-l', folder]));
  await body(folder);
}

/** Fills a disk until `left` bytes are free. */
export function fill(file: string, left: number): void {
  const { bavail, bsize } = fs.statfsSync(path.dirname(file));
  fs.writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - left), 1));
}

/** Notes that are long, until one finds no room. */
export function longNotes(begun: string): readonly string[] {
  return Array.from({ length: 2_000 }, (_, n) => `${begun} ${String(n)} ${'x'.repeat(1_900)}`);
}
