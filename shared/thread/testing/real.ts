import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { needs } from '../../testing/needs';
import { splitMbox, type RawMail } from '../mbox';

/** Real mail beside the checkout; it belongs to its authors, so it is read in place and is not everywhere. */
const DATA = '../shared/data';

/** A file of the real data, unpacked. */
export function realFile(name: string): Uint8Array {
  const bytes = readFileSync(join(DATA, name));
  return new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

/** The files of a folder of the real data, by name. */
export function realFiles(folder: string): readonly string[] {
  return readdirSync(join(DATA, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(DATA.length + 1))
    .sort();
}

/** The tests around are skipped where the real data are absent, and say so. */
export function needsRealData(): void {
  needs(existsSync(DATA), `real mail in ${DATA}`);
}

const OF_MAILS = ['mail', 'threads', 'mbox-dialects'];

/** Every mail of the real data as it came, with the file that it is in. */
export function realMails(): readonly (RawMail & { readonly file: string })[] {
  return [...OF_MAILS.flatMap(realFiles), 'passthrough.t.mbox.gz'].flatMap((file) => {
    const splitter = splitMbox();
    return [...splitter.push(realFile(file)), ...splitter.end()].flatMap((each) =>
      'oversize' in each ? [] : [{ ...each, file }],
    );
  });
}
