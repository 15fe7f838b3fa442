import { partsOf } from './leveldb-log';

/**
 * The numbers of the tables that a LevelDB has, by its manifest: the log of what was added and taken away
 * (https://github.com/google/leveldb/blob/main/db/version_edit.cc). A table that is not among them is a leftover, as a
 * full disk makes them, and LevelDB takes it away. Undefined where the manifest says something that isn't known.
 */
export function tablesOf(manifest: Buffer): ReadonlySet<number> | undefined {
  const tables = new Set<number>();
  for (const edit of recordsOf(manifest)) {
    const read = reader(edit);
    while (read.left()) {
      const tag = read.number();
      if (tag === 1) read.text();
      else if (tag === 2 || tag === 3 || tag === 4 || tag === 9) read.number();
      else if (tag === 5) {
        read.number();
        read.text();
      } else if (tag === 6) {
        read.number();
        tables.delete(read.number());
      } else if (tag === 7) {
        read.number();
        tables.add(read.number());
        read.number();
        read.text();
        read.text();
      } else return undefined;
    }
    if (read.failed()) return undefined;
  }
  return tables;
}

/** The payloads of a log's records, whole ones; those that span blocks are put together. */
function recordsOf(log: Buffer): readonly Buffer[] {
  const records: Buffer[] = [];
  let parts: Buffer[] = [];
  for (const { payload, end, ends } of partsOf(log)) {
    parts.push(log.subarray(payload, end));
    if (!ends) continue;
    records.push(Buffer.concat(parts));
    parts = [];
  }
  return records;
}

/** Reads numbers as LevelDB writes them, seven bits a byte, and texts with their length in front. */
function reader(bytes: Buffer) {
  let at = 0;
  function number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * scale;
      if (byte < 128 || at > bytes.length) return value;
    }
  }
  return {
    number,
    text: (): void => {
      const length = number();
      at += length;
    },
    left: (): boolean => at < bytes.length,
    failed: (): boolean => at > bytes.length,
  };
}
