import { parseLine } from '../record/canon';
import type { AnyEntry } from '../record/entry';
import { instantOf, isId, type Id, type Instant } from '../record/ids';

/** The copies of one session's record, as lines. */
export interface SessionSources {
  /** the page's database, whose lines have been through the gate; it has checksums of its own */
  readonly database: ReadonlySet<string>;
  /** the journal as it stands from its second line on; what is no text is an empty line */
  readonly journal: readonly string[];
  /** a snapshot that was found whole, where one was asked for */
  readonly snapshot?: readonly string[];
}

/** A line of the journal that is not what was written. */
export interface DamagedLine {
  /** its number in the file, from 1 */
  readonly line: number;
  /** when the line before it was recorded */
  readonly after?: Instant;
  readonly found: string;
  readonly text: string;
  /** another copy holds what was written there */
  readonly recovered: boolean;
}

/** What the copies lack of each other. */
export interface Comparison {
  /** entries that the database lacks */
  readonly toDatabase: readonly AnyEntry[];
  /** lines that the journal lacks */
  readonly toJournal: readonly string[];
  readonly damaged: readonly DamagedLine[];
  /** lines that are in the snapshot alone */
  readonly snapshotOnly: readonly string[];
  /** the union: what there is altogether */
  readonly all: readonly AnyEntry[];
}

/**
 * Compares the copies line by line: their union is the record, since a line is never changed and never taken out. A line
 * of the journal counts as damaged where it is no entry, and also where database or snapshot hold another line of that
 * id which the journal lacks, while neither holds this one: the journal alone has no checksums.
 */
export function compareSources({ database, journal, snapshot = [] }: SessionSources): Comparison {
  const written = new Map<string, AnyEntry>();
  for (const line of [...database, ...snapshot]) if (!written.has(line)) takeInto(written, line);
  const stated = new Set(journal);
  const lacked = new Map<Id, string>();
  for (const [line, { id }] of written) if (!stated.has(line)) lacked.set(id, line);

  const good = new Map<string, AnyEntry>();
  const damaged: Omit<DamagedLine, 'recovered'>[] = [];
  let after: Instant | undefined;
  for (const [at, line] of journal.entries()) {
    if (good.has(line)) continue;
    const entry = parseLine(line);
    const place = { line: at + 2, ...(after && { after }), text: line };
    if (!entry.ok) {
      damaged.push({ ...place, found: line === '' ? 'no text' : entry.error.found });
    } else if (!written.has(line) && lacked.has(entry.value.id)) {
      damaged.push({ ...place, found: 'another content than the other copies hold' });
    } else {
      good.set(line, entry.value);
      after = instantOf(entry.value.id);
    }
  }

  const all = new Map([...written, ...good]);
  return {
    toDatabase: [...all].flatMap(([line, entry]) => (database.has(line) ? [] : [entry])),
    toJournal: [...written.keys()].filter((line) => !good.has(line)),
    damaged: recovery(damaged, lacked),
    snapshotOnly: snapshot.filter((line) => written.has(line) && !database.has(line) && !good.has(line)),
    all: [...all.values()],
  };
}

/**
 * Which damaged lines other copies make up for: those whose id can still be read and is held there, and of the others as
 * many as there are lines that the journal lacks besides.
 */
function recovery(
  damaged: readonly Omit<DamagedLine, 'recovered'>[],
  lacked: ReadonlyMap<Id, string>,
): readonly DamagedLine[] {
  const ids = damaged.map(({ text }) => idIn(text));
  const named = new Set(ids.filter((id) => id !== undefined && lacked.has(id)));
  let others = lacked.size - named.size;
  return damaged.map((line, at) => {
    const id = ids[at];
    if (id !== undefined && named.has(id)) return { ...line, recovered: true };
    others -= 1;
    return { ...line, recovered: others >= 0 };
  });
}

const ID = /^\{"id":"([^"]+)"/;

function idIn(text: string): Id | undefined {
  const id = ID.exec(text)?.[1];
  return id !== undefined && isId(id) ? id : undefined;
}

function takeInto(written: Map<string, AnyEntry>, line: string): void {
  const entry = parseLine(line);
  if (entry.ok) written.set(line, entry.value);
}
