import { createReadStream, type Dirent } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { ok, type Refusal, type Result } from '../../shared/result';
import type { Mail } from '../../shared/thread/mail';
import { readThread } from '../../shared/thread/read-thread';
import { refuseErrno } from '../errno';
import { unpacked } from './gunzip';
import { platform } from './platform';
import type { Shell } from './shell';

/** What files of mail hold together. */
export interface MailFiles {
  readonly mails: readonly Mail[];
  /** what was left out, and what is odd */
  readonly notices: readonly Refusal[];
}

/** The mails of files and maildirs, in the order named; `-` is standard input. What is no mail is refused. */
export async function readMailFiles(shell: Shell, names: readonly string[]): Promise<Result<MailFiles>> {
  const mails: Mail[] = [];
  const notices: Refusal[] = [];
  for (const name of names) {
    const files = await filesOf(name);
    if (!files.ok) return files;
    for (const file of files.value) {
      const read = await readOne(shell, file);
      // one odd file in a folder is no reason to refuse the others
      if (!read.ok && file === name) return read;
      if (!read.ok) notices.push(read.error);
      else {
        for (const notice of read.value.notices) notices.push(notice);
        for (const mail of read.value.mails) mails.push({ ...mail, place: mails.length });
      }
    }
  }
  const [first] = notices;
  return mails.length === 0 && first !== undefined ? { ok: false, error: first } : ok({ mails, notices });
}

async function readOne(shell: Shell, file: string): Promise<Result<MailFiles>> {
  const source = unpacked(file === '-' ? once(await shell.standardInput()) : createReadStream(file), file);
  const mails: Mail[] = [];
  const notices: Refusal[] = [];
  for await (const batch of readThread(source.bytes, file, platform)) {
    if (!batch.ok) return { ok: false, error: source.problem() ?? batch.error };
    for (const mail of batch.value.mails) mails.push(mail);
    for (const notice of batch.value.notices) notices.push(notice);
  }
  const problem = source.problem();
  return problem === undefined ? ok({ mails, notices }) : { ok: false, error: problem };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield await Promise.resolve(bytes);
}

/** A file itself; of a maildir what is in `cur` and `new` (never `tmp`); of another folder its `.eml` files. */
async function filesOf(name: string): Promise<Result<readonly string[]>> {
  if (name === '-') return ok([name]);
  try {
    if (!(await fs.stat(name)).isDirectory()) return ok([name]);
    const entries = await fs.readdir(name, { withFileTypes: true });
    const boxes = entries.filter((entry) => entry.isDirectory() && ['cur', 'new'].includes(entry.name));
    const found =
      boxes.length === 0
        ? filesIn(name, entries).filter((file) => file.endsWith('.eml'))
        : (await Promise.all(boxes.map((box) => inFolder(path.join(name, box.name))))).flat();
    return found.length === 0
      ? {
          ok: false,
          error: { message: 'There is no mail in the folder.', file: name, expected: 'a maildir, or .eml files' },
        }
      : ok(found);
  } catch (error) {
    return refuseErrno(error, 'not read', name);
  }
}

async function inFolder(folder: string): Promise<readonly string[]> {
  return filesIn(folder, await fs.readdir(folder, { withFileTypes: true }));
}

/** Mail servers keep their own notes beside mails, under names that begin with a dot or with `dovecot`. */
function filesIn(folder: string, entries: readonly Dirent[]): readonly string[] {
  return entries
    .filter((entry) => entry.isFile() && !/^(?:[.]|dovecot)/.test(entry.name))
    .map((entry) => path.join(folder, entry.name))
    .sort();
}
