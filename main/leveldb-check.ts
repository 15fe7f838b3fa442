import fs from 'node:fs';
import path from 'node:path';
import type { Refusal } from '../shared/result';
import { crc32c } from './crc32c';
import { errnoOf } from './errno';
import { partsOf } from './leveldb-log';
import { tablesOf } from './leveldb-manifest';
import { log } from './log';

/**
 * Chromium deletes an IndexedDB that it finds broken, without a word, at the first call of the page. So it is looked at
 * before: its manifest and logs by their checksums, its tables by the number that each ends with. What needs more time
 * (the blocks within tables) is left to the comparison with the journals.
 */
/** The last 8 bytes of a table (https://github.com/google/leveldb/blob/main/doc/table_format.md). */
const TABLE_END = Buffer.from('57fb808b247547db', 'hex');
const FOOTER = 48;

/** What is broken in the databases of a profile, after torn tails were cut. Nothing is changed. */
export function brokenDatabases(userData: string): readonly Refusal[] {
  const root = path.join(userData, 'IndexedDB');
  return namesIn(root)
    .filter((name) => name.endsWith('.leveldb'))
    .flatMap((name) => faultOf(path.join(root, name)) ?? []);
}

/** What can't be looked into is left to Chromium, and to the comparison: starting matters more. */
function faultOf(database: string): Refusal | undefined {
  try {
    if (fs.statSync(database).isDirectory()) return faultIn(database);
    return { message: 'the database is broken', file: database, found: 'a file', expected: 'a folder' };
  } catch (error) {
    log(`${database}: not looked into`, error);
    return undefined;
  }
}

function faultIn(database: string): Refusal | undefined {
  const names = namesIn(database);
  const fault = (name: string, found: string, expected: string): Refusal => ({
    message: 'the database is broken',
    file: path.join(database, name),
    found,
    expected,
  });
  let manifest: string | undefined;
  if (names.includes('CURRENT')) {
    manifest = fs.readFileSync(path.join(database, 'CURRENT'), 'utf8').trimEnd();
    if (!names.includes(manifest))
      return fault('CURRENT', JSON.stringify(manifest.slice(0, 40)), 'a manifest that is there');
    if (fs.statSync(path.join(database, manifest)).size === 0) return fault(manifest, 'an empty file', 'a manifest');
  }
  for (const name of names) {
    if (!/^(\d+\.log|MANIFEST-\d+)$/.test(name)) continue;
    const at = wrongRecord(fs.readFileSync(path.join(database, name)));
    if (at !== undefined) return fault(name, `a wrong checksum at byte ${String(at)}`, 'whole records');
  }
  const needed = manifest === undefined ? undefined : tablesOf(fs.readFileSync(path.join(database, manifest)));
  const tables = names.filter((name) => /^\d+\.(ldb|sst)$/.test(name));
  const absent = [...(needed ?? [])].find((number) => !tables.some((name) => Number.parseInt(name, 10) === number));
  if (absent !== undefined) return fault(`${String(absent).padStart(6, '0')}.ldb`, 'no such file', 'a table');
  // one that the manifest doesn't name is what a full disk left of a table that was being written
  const cut = tables
    .filter((name) => needed?.has(Number.parseInt(name, 10)) ?? true)
    .find((name) => !endsAsTable(path.join(database, name)));
  return cut === undefined ? undefined : fault(cut, 'another end', 'the end of a table');
}

/** The offset of the first record of a log whose checksum is wrong; undefined where all are right. */
export function wrongRecord(log: Buffer): number | undefined {
  for (const { start, payload, end, isWhole } of partsOf(log)) {
    if (!isWhole || masked(crc32c(log.subarray(payload - 1, end))) !== log.readUInt32LE(start)) return start;
  }
  return undefined;
}

/** A checksum as it is stored: a log may itself hold checksums, and these must not look like its own. */
function masked(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

function endsAsTable(file: string): boolean {
  const handle = fs.openSync(file, 'r');
  try {
    const { size } = fs.fstatSync(handle);
    const end = Buffer.alloc(TABLE_END.length);
    if (size < FOOTER) return false;
    fs.readSync(handle, end, 0, end.length, size - end.length);
    return end.equals(TABLE_END);
  } finally {
    fs.closeSync(handle);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}
