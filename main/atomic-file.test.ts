import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalText } from '../shared/result';
import { writeAtomically } from './atomic-file';
import { needsSmallDisk, smallDisk } from './testing/small-disk';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gavel-atomic-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const mode = (file: string): number => statSync(file).mode & 0o777;

test('a new file is for its owner alone', async () => {
  const file = path.join(folder, 's.gavel');
  expect(await writeAtomically(file, 'new')).toMatchObject({ ok: true });
  expect([readFileSync(file, 'utf8'), mode(file)]).toEqual(['new', 0o600]);
});

test('asked to, it keeps who may read a file that is there, through a link too', async () => {
  const file = path.join(folder, 's.gavel');
  writeFileSync(file, 'old');
  // whatever the umask is
  chmodSync(file, 0o664);
  symlinkSync('s.gavel', path.join(folder, 'link.gavel'));
  await writeAtomically(path.join(folder, 'link.gavel'), 'new', { keepMode: true });
  expect([readFileSync(file, 'utf8'), mode(file)]).toEqual(['new', 0o664]);
});

async function refusal(file: string, text: string): Promise<string> {
  const written = await writeAtomically(file, text);
  return written.ok ? 'it was written' : refusalText(written.error);
}

test('TRUST-40: where the folder is gone, or a folder has the name, nothing is left behind and it is said where', async () => {
  const gone = path.join(folder, 'gone', 's.gavel');
  expect(await refusal(gone, 'new')).toContain(gone);
  const taken = path.join(folder, 'taken');
  mkdirSync(path.join(taken, 'inside'), { recursive: true });
  expect(await refusal(taken, 'new')).toContain(taken);
  expect(readdirSync(folder)).toEqual(['taken']);
});

describe('on a disk of its own', () => {
  needsSmallDisk();

  test.each([
    ['full', 'x'.repeat(1_000_000)],
    ['read-only', 'new'],
  ])('TRUST-40: that is %s the old file stays as it was, and it is said where', async (state, text) => {
    const disk = smallDisk('64k');
    const file = path.join(disk, 's.gavel');
    writeFileSync(file, 'old');
    if (state === 'read-only') execFileSync('mount', ['-o', 'remount,ro', disk]);
    expect(await refusal(file, text)).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(disk)).toEqual(['s.gavel']);
  });
});

test('TRUST-40: another program that has the file open goes on with the old one, and the new one is whole', async () => {
  const file = path.join(folder, 's.gavel');
  writeFileSync(file, 'old');
  const open = openSync(file, 'r');
  expect(await writeAtomically(file, 'new')).toMatchObject({ ok: true });
  expect([readFileSync(open, 'utf8'), readFileSync(file, 'utf8')]).toEqual(['old', 'new']);
});
