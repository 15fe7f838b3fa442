import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { needs } from '../../shared/testing/needs';
import { temporaryFolder } from './temporary';

/** The tests of this file or `describe` need a disk of their own. */
export function needsSmallDisk(): void {
  needs(process.platform === 'linux' && process.getuid?.() === 0, 'root on Linux, who may mount a small disk,');
}

/** A disk of so many bytes, as `4m`, gone after the test. */
export function smallDisk(size: string): string {
  const disk = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]);
  onTestFinished(() => void execFileSync('umount', ['-l', disk]));
  return disk;
}

/** Fills a disk to the last byte; answers the file to take away. */
export function fillUp(disk: string): string {
  const file = path.join(disk, 'filler');
  const filler = fs.openSync(file, 'w');
  try {
    for (;;) fs.writeSync(filler, Buffer.alloc(4_096));
  } catch (error) {
    if (!String(error).includes('ENOSPC')) throw error;
  } finally {
    fs.closeSync(filler);
  }
  return file;
}
