import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAtomically } from './atomic-file';

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
