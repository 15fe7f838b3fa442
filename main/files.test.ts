import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import nodeFs from 'node:fs/promises';
import type { OpenedFile } from '../shared/ipc';
import type { Result } from '../shared/result';
import { writeAtomically } from './atomic-file';
import { chosenFiles, safeName } from './files';
import { temporaryFolder } from './testing/temporary';

describe('a chosen file', () => {
  test('is read as it is', async () => {
    const file = path.join(temporaryFolder(), 'a.mbox');
    fs.writeFileSync(file, Buffer.from([0, 255, 10]));
    const read = await chosenFiles().open(file);
    expect(read).toEqual({ ok: true, value: { name: 'a.mbox', size: 3, bytes: new Uint8Array([0, 255, 10]) } });
  });

  test.each([7, 8, 9, 100])('of 8 bytes comes whole in parts of %i', async (part) => {
    const file = path.join(temporaryFolder(), 'a.mbox');
    fs.writeFileSync(file, '12345678');
    const chosen = chosenFiles(part);
    const read = async (asked: Promise<Result<OpenedFile>>): Promise<string> => {
      const answer = await asked;
      if (!answer.ok) throw new Error(answer.error.message);
      const { size, bytes, rest } = answer.value;
      expect(size).toBe(8);
      return Buffer.from(bytes).toString() + (rest === undefined ? '' : await read(chosen.rest(rest)));
    };
    expect(await read(chosen.open(file))).toBe('12345678');
  });

  test('is let go when another is opened, and a part comes once', async () => {
    const folder = temporaryFolder();
    for (const name of ['a', 'b']) fs.writeFileSync(path.join(folder, name), '123');
    const chosen = chosenFiles(2);
    const a = await chosen.open(path.join(folder, 'a'));
    const b = await chosen.open(path.join(folder, 'b'));
    const restOf = (read: typeof a): string => (read.ok ? (read.value.rest ?? '') : '');
    expect(await chosen.rest(restOf(a))).toMatchObject({ ok: false });
    expect(await chosen.rest(restOf(b))).toMatchObject({ ok: true });
    expect(await chosen.rest(restOf(b))).toMatchObject({ ok: false });
  });

  test('is refused where it is none', async () => {
    const folder = temporaryFolder();
    const { open } = chosenFiles();
    execFileSync('/usr/bin/env', ['mkfifo', path.join(folder, 'pipe')]);
    expect(await open(folder)).toMatchObject({ error: { found: 'a folder' } });
    expect(await open(path.join(folder, 'pipe'))).toMatchObject({ error: { found: 'a device or a pipe' } });
    expect(await open(path.join(folder, 'none'))).toMatchObject({ error: { found: 'ENOENT' } });
    expect(await open(`${folder}/a\0.gavel`)).toMatchObject({ ok: false });
  });
});

describe('a file that is written', () => {
  test('is its owner’s alone, replaces the old one whole, and leaves nothing beside it', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.eml');
    fs.writeFileSync(file, 'old', { mode: 0o644 });
    expect(await writeAtomically(file, 'new ü\n')).toEqual({ ok: true, value: true });
    expect(fs.readFileSync(file, 'utf8')).toBe('new ü\n');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(folder)).toEqual(['a.eml']);
  });

  test('behind a link replaces the file, not the link', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'real'), 'old');
    fs.symlinkSync('real', path.join(folder, 'link'));
    await writeAtomically(path.join(folder, 'link'), 'new');
    expect(fs.readFileSync(path.join(folder, 'real'), 'utf8')).toBe('new');
    expect(fs.lstatSync(path.join(folder, 'link')).isSymbolicLink()).toBe(true);
  });

  test.each(['ENOSPC', 'EACCES', 'EROFS'])('fails with words on %s, and the old one stays', async (code) => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.eml');
    fs.writeFileSync(file, 'old');
    const rename = vi.spyOn(nodeFs, 'rename').mockRejectedValue(Object.assign(new Error(code), { code }));
    const refused = await writeAtomically(file, 'new');
    rename.mockRestore();
    expect(refused).toMatchObject({ ok: false, error: { file, found: code } });
    expect(refused.ok ? '' : refused.error.message).toMatch(/^not saved: .+: .+/);
    expect(fs.readFileSync(file, 'utf8')).toBe('old');
    expect(fs.readdirSync(folder)).toEqual(['a.eml']);
  });

  test('onto a folder is refused', async () => {
    const folder = temporaryFolder();
    fs.mkdirSync(path.join(folder, 'x'));
    expect((await writeAtomically(path.join(folder, 'x'), 'new')).ok).toBe(false);
    expect(fs.readdirSync(folder)).toEqual(['x']);
  });
});

test.each([
  ['summary.eml', 'summary.eml'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\x\\con', 'C-x-con'],
  ['a\u202Egnp.eml\0', 'a-gnp.eml-'],
  ['.hidden', 'hidden'],
  ['...', 'gavel'],
  ['', 'gavel'],
  // devices of Windows
  ['CON', 'gavel-CON'],
  ['nul.txt', 'gavel-nul.txt'],
  ['Lpt1 .gavel', 'gavel-Lpt1 .gavel'],
  ['control.gavel', 'control.gavel'],
])('the save dialog proposes for %j the name %j', (suggested, name) => {
  expect(safeName(suggested)).toBe(name);
});
