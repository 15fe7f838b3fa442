import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { needs } from '../shared/testing/needs';
import * as mending from './database-mending';
import { temporaryFolder } from './testing/temporary';

needs(process.platform === 'linux', 'a system that tells which files are open');

/** What was told of while a database was mended. */
const told: string[] = [];
const mendDatabase = (folder: string, room?: number) =>
  mending.mendDatabase(folder, (text) => void told.push(text), room);

/** A data folder with a log of one whole record and the header of another, as a full disk leaves it. */
function tornLog(): { folder: string; log: string } {
  const folder = temporaryFolder();
  const database = path.join(folder, 'IndexedDB', 'app_gavel_0.indexeddb.leveldb');
  fs.mkdirSync(database, { recursive: true });
  const log = path.join(database, '000003.log');
  // masked CRC-32C, length 1, type 1 (full), and the payload "a"; then a header alone
  fs.writeFileSync(log, Buffer.from('b5cd0ba201000161' + '00000000050001', 'hex'));
  return { folder, log };
}

test('Row 21: a torn tail is cut before the database is opened again', async () => {
  const { folder, log } = tornLog();
  expect(await mendDatabase(folder)).toMatchObject({ ok: true });
  expect(fs.statSync(log).size).toBe(8);
  expect(fs.statSync(`${log}.torn`).size).toBe(15);
  expect(told).toEqual([]);
});

test('a broken database is moved aside, and it is told where it lies', async () => {
  const { folder, log } = tornLog();
  fs.writeFileSync(path.join(path.dirname(log), 'CURRENT'), 'MANIFEST-000001\n');
  expect(await mendDatabase(folder)).toMatchObject({ ok: true });
  const [aside = ''] = fs.readdirSync(folder).filter((name) => name.startsWith('quarantine-'));
  expect(fs.existsSync(path.join(folder, aside, path.relative(folder, log)))).toBe(true);
  expect(told.splice(0)).toEqual([expect.stringContaining(`moved to ${path.join(folder, aside)}`)]);
});

test('nothing is touched while the disk has no room to open it', async () => {
  const { folder, log } = tornLog();
  const refused = await mendDatabase(folder, Number.MAX_SAFE_INTEGER);
  expect(refused).toMatchObject({ ok: false, error: { message: 'the disk is full: make room' } });
  expect(fs.statSync(log).size).toBe(15);
});

test('nothing is touched while the browser has it open', async () => {
  const { folder, log } = tornLog();
  const held = fs.openSync(log, 'a');
  expect(await mendDatabase(folder)).toMatchObject({ ok: false, error: { file: log } });
  expect(fs.statSync(log).size).toBe(15);
  fs.closeSync(held);
  expect(await mendDatabase(folder)).toMatchObject({ ok: true });
});

test('nor where the data folder is a link to another: what is open is told by its real path', async () => {
  const { folder, log } = tornLog();
  const link = path.join(temporaryFolder(), 'data');
  fs.symlinkSync(folder, link);
  const held = fs.openSync(path.join(link, path.relative(folder, log)), 'a');
  expect(await mendDatabase(link)).toMatchObject({ ok: false, error: { file: fs.realpathSync(log) } });
  expect(fs.statSync(log).size).toBe(15);
  fs.closeSync(held);
  expect(await mendDatabase(link)).toMatchObject({ ok: true });
});
