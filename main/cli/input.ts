import fs from 'node:fs/promises';
import { notUtf8 } from '../../shared/file/form';
import type { NamedFile } from '../../shared/file/merge';
import { readFile } from '../../shared/file/read';
import { ok, type Result } from '../../shared/result';
import { refuseErrno } from '../errno';
import { sha256, type Shell } from './shell';

/** The bytes of a file; `-` is standard input. */
export async function readBytes(shell: Shell, name: string): Promise<Result<Uint8Array>> {
  if (name === '-') return ok(await shell.standardInput());
  try {
    return ok(await fs.readFile(name));
  } catch (error) {
    return refuseErrno(error, 'not read', name);
  }
}

/** The text of a file that has to be UTF-8. */
export async function readText(shell: Shell, name: string): Promise<Result<string>> {
  const bytes = await readBytes(shell, name);
  if (!bytes.ok) return bytes;
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.value));
  } catch {
    return { ok: false, error: notUtf8(name) };
  }
}

/** A `.gavel` file, through the one gate. */
export async function readGavel(shell: Shell, name: string): Promise<Result<NamedFile>> {
  const text = await readText(shell, name);
  if (!text.ok) return text;
  const file = readFile(name, text.value, sha256);
  return file.ok ? ok({ name, ...file.value }) : file;
}
