import type { OpenedFile } from '../../shared/ipc';
import { ok, refuse, type Result } from '../../shared/result';
import { ask } from '../bridge/bridge';
import { isWorking, showWork, whileWorking } from './work';

const MEGABYTE = 1_000_000;

/**
 * A file that the shell opened, with the parts that are left of it; undefined where a person cancelled. A part becomes
 * a Blob at once, which the browser keeps on the disk where it is large.
 */
export async function wholeFile(first: OpenedFile): Promise<Result<Blob | undefined>> {
  if (first.rest === undefined) return ok(blobOf(first));
  if (isWorking()) return refuse('Another file is being read. Try again when that is done.', { file: first.name });
  let isCancelled = false;
  return whileWorking({ done: read(first, () => isCancelled), cancel: () => (isCancelled = true) });
}

async function read(first: OpenedFile, isCancelled: () => boolean): Promise<Result<Blob | undefined>> {
  const parts = [blobOf(first)];
  let read = first.bytes.length;
  for (let { rest } = first; rest !== undefined;) {
    showWork(`Reading ${first.name}`, Math.round(read / MEGABYTE), Math.round(first.size / MEGABYTE), 'MB');
    const next = await ask('file-open', { rest });
    if (isCancelled()) return ok(undefined);
    if (!next.ok) return next;
    if (next.value === undefined) break;
    parts.push(blobOf(next.value));
    read += next.value.bytes.length;
    ({ rest } = next.value);
  }
  return ok(new Blob(parts));
}

function blobOf({ bytes }: OpenedFile): Blob {
  return new Blob([bytes.slice()]);
}
