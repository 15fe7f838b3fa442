import { refuse, type Result } from '../../shared/result';
import { archiveOf } from '../../shared/thread/archive-pages';
import { looksLikeMail } from '../../shared/thread/separator';
import { unpacked } from '../record/unpack';

/** What a file is by its first bytes; of a .mailmap its name tells. */
export type Foreign =
  | { readonly is: 'gavel'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly is: 'mailmap'; readonly name: string; readonly bytes: Uint8Array }
  /** `start`: unpacked, enough for the first header */
  | { readonly is: 'maintainers'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly is: 'mail'; readonly name: string; readonly start: Uint8Array };

/** Bytes of a file's start that tell what it is. No header of a mail that people wrote is longer. */
const START = 300 * 1024;
/** Linux's MAINTAINERS has less than a megabyte. */
const MAX_MAINTAINERS = 50_000_000;
/** No more than so many bytes of a record are read into the page's memory. */
const MAX_RECORD = 1_000_000_000;

/** Says what a file is, looking through a compression. Only a record is read whole. */
export async function recognise(name: string, file: Blob): Promise<Result<Foreign>> {
  if (file.size === 0) return refuse('The file is empty.', { file: name });
  const start = await read(name, file, START, false);
  if (!start.ok) return start;
  const plainName = name.replace(/\.gz$/i, '');
  const text = new TextDecoder('latin1').decode(start.value.subarray(0, 4096)).replace(/^\u00ef\u00bb\u00bf/, '');
  if (text.trimStart().startsWith('{')) {
    const bytes = await read(plainName, file, MAX_RECORD, true);
    return bytes.ok ? { ok: true, value: { is: 'gavel', name: plainName, bytes: bytes.value } } : bytes;
  }
  // lines of names and addresses: nothing but its name tells it from other lists
  if (/^\.?mailmap$/.test(plainName)) {
    const bytes = await read(plainName, file, MAX_MAINTAINERS, true);
    return bytes.ok ? { ok: true, value: { is: 'mailmap', name: plainName, bytes: bytes.value } } : bytes;
  }
  if (!looksLikeMail(start.value) && isMaintainers(start.value)) {
    const bytes = await read(plainName, file, MAX_MAINTAINERS, true);
    return bytes.ok ? { ok: true, value: { is: 'maintainers', name: plainName, bytes: bytes.value } } : bytes;
  }
  if (looksLikeMail(start.value) || archiveOf(text) !== undefined)
    return { ok: true, value: { is: 'mail', name, start: start.value } };
  return refuse(
    'This is neither a Gavel file nor a mail. Gavel opens .gavel, .eml, .mbox, .mbox.gz, MAINTAINERS and .mailmap.',
    {
      file: name,
      found: JSON.stringify(text.slice(0, 30)),
    },
  );
}

/** A file of sections has lines with a letter, a colon and what it says; a few of them are no chance. */
function isMaintainers(start: Uint8Array): boolean {
  const fields = new TextDecoder('latin1').decode(start).match(/^[MRLSFX]:[ \t]+\S/gm);
  return (fields?.length ?? 0) >= 3;
}

/** The first bytes of a file, unpacked; `whole`: all of them, refused where there are more. */
async function read(name: string, file: Blob, most: number, whole: boolean): Promise<Result<Uint8Array>> {
  const source = unpacked(file);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of source.bytes) {
    parts.push(part);
    size += part.length;
    if (size >= most) break;
  }
  const problem = source.problem(name);
  if (problem !== undefined) return { ok: false, error: problem };
  if (whole && size >= most) {
    return refuse('The file is too large.', { file: name, expected: `less than ${String(most)} bytes unpacked` });
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { ok: true, value: bytes };
}
