import { existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ok } from '../../shared/result';
import { whileLocked } from './lock';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'gavel-lock-')));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what is locked runs one after the other', async () => {
  const file = path.join(folder, 's.gavel');
  let running = 0;
  let most = 0;
  const run = async (): Promise<ReturnType<typeof ok<true>>> => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    running -= 1;
    return ok(true);
  };
  await Promise.all([whileLocked(file, run), whileLocked(file, run), whileLocked(file, run)]);
  expect(most).toBe(1);
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test('a file and a link to it are one file, with one lock', async () => {
  const file = path.join(folder, 's.gavel');
  writeFileSync(file, '');
  symlinkSync('s.gavel', path.join(folder, 'link.gavel'));
  const outcome = await whileLocked(file, () =>
    whileLocked(path.join(folder, 'link.gavel'), () => Promise.resolve(ok('ran')), 60),
  );
  expect(outcome).toMatchObject({ ok: false, error: { file: `${file}.lock` } });
});

test('a link that leads round in a circle can’t be locked', async () => {
  symlinkSync('round.gavel', path.join(folder, 'round.gavel'));
  const outcome = await whileLocked(path.join(folder, 'round.gavel'), () => Promise.resolve(ok('ran')));
  expect(outcome).toMatchObject({ ok: false, error: { found: 'ELOOP' } });
});

test('a lock that stays is refused with the way out, and left alone', async () => {
  const file = path.join(folder, 's.gavel');
  writeFileSync(`${file}.lock`, '');
  const outcome = await whileLocked(file, () => Promise.resolve(ok('ran')), 60);
  expect(outcome).toMatchObject({ ok: false, error: { file: `${file}.lock` } });
  expect(existsSync(`${file}.lock`)).toBe(true);
});

test('a lock does not outlive what throws', async () => {
  const file = path.join(folder, 's.gavel');
  await expect(whileLocked(file, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  expect(existsSync(`${file}.lock`)).toBe(false);
});

test('a folder that is not there can’t be locked', async () => {
  const outcome = await whileLocked(path.join(folder, 'no', 's.gavel'), () => Promise.resolve(ok('ran')));
  expect(outcome).toMatchObject({ ok: false, error: { found: 'ENOENT' } });
});
