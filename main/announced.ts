import path from 'node:path';

/** Files that the shell was told of: by the command line, the desktop, or a second start. Only these are read unasked. */
export interface Announced {
  /** Notes absolute paths that this start or a later one was given. */
  readonly add: (files: readonly string[]) => void;
  /** The files of which the page hasn't been told. From the first call on it is told of each at once. */
  readonly take: () => readonly string[];
  /** Notes a file that the shell itself named in an answer: it may be read when the page asks. */
  readonly allow: (file: string) => void;
  readonly has: (file: string) => boolean;
}

/** No file yet. `tell` passes one on to the page. */
export function announcedFiles(tell: (file: string) => void): Announced {
  const known = new Set<string>();
  let untold: string[] | undefined = [];
  return {
    add: (files) => {
      for (const file of files) {
        known.add(file);
        if (untold === undefined) tell(file);
        else untold.push(file);
      }
    },
    take: () => {
      const files = untold ?? [];
      untold = undefined;
      return files;
    },
    allow: (file) => {
      known.add(file);
    },
    has: (file) => known.has(file),
  };
}

/**
 * The files among a start's arguments, absolute. Switches are Chromium's; a file whose name begins with `-` comes
 * after `--`.
 *
 * @param argv as `process.argv`: the program first
 * @param folder where the person typed them
 * @param unpackaged true for `electron APP ...`, whose first free word is the app
 */
export function filesIn(argv: readonly string[], folder: string, unpackaged: boolean): string[] {
  const args = argv.slice(1);
  const end = args.indexOf('--');
  const words = (end === -1 ? args : args.slice(0, end)).filter((word) => word !== '' && !word.startsWith('-'));
  const free = [...words.slice(unpackaged ? 1 : 0), ...(end === -1 ? [] : args.slice(end + 1))];
  return free.map((word) => path.resolve(folder, word));
}
