import { mergeFiles, type NamedFile } from '../../shared/file/merge';
import { writeFile } from '../../shared/file/write';
import { readArguments } from './arguments';
import { readGavel } from './input';
import { done, misused, refused, type Outcome } from './outcome';
import { sha256, type Shell } from './shell';

export const usage = 'gavel merge A.gavel B.gavel ... [--join]';

/** The union of files, as a file on standard output: any order of arguments gives the same bytes. */
export async function merge(args: readonly string[], shell: Shell): Promise<Outcome> {
  const read = readArguments(args, { join: { type: 'boolean' } }, usage);
  if (!read.ok) return read.error;
  const { values, positionals } = read.value;
  if (positionals.length === 0) return misused('Which files?', usage);
  if (positionals.filter((name) => name === '-').length > 1) return misused('Standard input can be read once.', usage);
  const files: NamedFile[] = [];
  for (const name of positionals) {
    const file = await readGavel(shell, name);
    if (!file.ok) return refused(file.error);
    files.push(file.value);
  }
  const merged = mergeFiles(files, { join: values.join === true });
  return merged.ok ? done(writeFile(merged.value.entries, sha256)) : refused(merged.error);
}
