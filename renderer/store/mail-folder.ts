import { refuse, ok, type Result } from '../../shared/result';
import { looksLikeMail } from '../../shared/thread/separator';

/** A file of a folder, with its path below the folder. */
export interface FolderFile {
  readonly path: string;
  readonly file: File;
}

/** The mails of a folder: their files in the order of their names, and the start of the first of them. */
export interface MailFolder {
  readonly files: readonly File[];
  readonly start: Uint8Array;
}

const START = 300 * 1024;

/** What of a folder is mail: of a maildir what is in `cur` and `new`, of another folder its `.eml` files. */
export async function mailsOfFolder(name: string, all: readonly FolderFile[]): Promise<Result<MailFolder>> {
  const files = all
    .filter(({ path }) => /^(?:cur|new)\/[^./][^/]*$/.test(path) || /^[^/]+\.eml$/i.test(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ file }) => file);
  for (const file of files) {
    const start = new Uint8Array(await file.slice(0, START).arrayBuffer());
    if (looksLikeMail(start)) return ok({ files, start });
  }
  return refuse('There is no mail in the folder.', { file: name, expected: 'a maildir, or .eml files' });
}

/** Every file of a folder that was dropped on the window. */
export async function filesOfEntry(folder: FileSystemDirectoryEntry): Promise<readonly FolderFile[]> {
  const found: FolderFile[] = [];
  const walk = async (from: FileSystemDirectoryEntry, above: string): Promise<void> => {
    for (const entry of await entriesOf(from)) {
      // a maildir has one level; what is deeper is another folder
      if (isFolder(entry)) {
        if (above === '') await walk(entry, `${entry.name}/`);
      } else if (isFile(entry)) {
        const file = await new Promise<File>((done, failed) => {
          entry.file(done, failed);
        });
        found.push({ path: above + entry.name, file });
      }
    }
  };
  await walk(folder, '');
  return found;
}

/** The files of a folder that a person chooses, with a key or a press just now: else Chromium asks nothing; undefined where they chose none. */
export function chooseFolder(): Promise<{ readonly name: string; readonly files: readonly FolderFile[] } | undefined> {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  return new Promise((done) => {
    input.addEventListener('cancel', () => {
      done(undefined);
    });
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].map((file) => ({ path: below(file.webkitRelativePath), file }));
      const [first] = input.files ?? [];
      done(first === undefined ? undefined : { name: first.webkitRelativePath.split('/')[0] ?? '', files });
    });
    input.click();
  });
}

/** A path without the folder itself. */
function below(path: string): string {
  return path.slice(path.indexOf('/') + 1);
}

/** A folder is read in parts, until one is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((done, failed) => {
      reader.readEntries(done, failed);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
