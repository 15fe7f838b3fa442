import type { AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';
import { ok, refuse, type Result } from '../result';
import { inRecordOrder } from './lines';
import type { GavelFile } from './read';
import { sessionNamed } from './write';

/** A file that was read, with the name that messages call it. */
export interface NamedFile extends GavelFile {
  readonly name: string;
}

/**
 * The union of files: any order of them, and any repetition, gives the same. They must be of one session: either of two
 * holds the entry that the other's header names, or others link them so. With `join` other sessions merge too; the
 * later `session-opened` then counts as an amendment.
 */
export function mergeFiles(files: readonly NamedFile[], options: { readonly join?: boolean } = {}): Result<GavelFile> {
  const stranger = options.join === true ? undefined : strangerAmong(files);
  if (stranger !== undefined) return stranger;
  const entries = inRecordOrder(files.flatMap((file) => file.entries)).map(({ entry }) => entry);
  const session = sessionNamed(entries);
  if (session === undefined) return refuse('There is nothing to merge.', { expected: 'at least one file' });
  return ok({ session, entries });
}

/** Why files are not of one session: the first that nothing links with the first file. */
function strangerAmong(files: readonly NamedFile[]): Result<never> | undefined {
  const [first, ...others] = files;
  if (first === undefined) return undefined;
  let linked: readonly NamedFile[] = [first];
  let rest: readonly NamedFile[] = others;
  for (let grown = true; grown;) {
    const joining = rest.filter((file) => linked.some((other) => isOneSession(file, other)));
    linked = [...linked, ...joining];
    rest = rest.filter((file) => !joining.includes(file));
    grown = joining.length > 0;
  }
  const [stranger] = rest;
  if (stranger === undefined) return undefined;
  return refuse('The files are of different sessions. Merge them with --join if that is meant.', {
    file: stranger.name,
    line: 1,
    found: `session ${stranger.session}`,
    expected: `session ${first.session} of ${first.name}`,
  });
}

/** Files are of one session if either holds the entry that the other's header names. */
function isOneSession(a: GavelFile, b: GavelFile): boolean {
  return a.session === b.session || holds(a.entries, b.session) || holds(b.entries, a.session);
}

function holds(entries: readonly AnyEntry[], id: Id): boolean {
  return entries.some((entry) => entry.id === id);
}
