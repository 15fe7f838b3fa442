import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp } from '../support/app';
import { newUserData } from '../support/cleanup';
import { figure, rounds, test } from './support/proof';

/** Puts records into a database of the page's origin, each in a strict transaction, and counts all that are there. */
function put(page: Page, records: number): Promise<number> {
  return page.evaluate(async (many) => {
    const done = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.onsuccess = () => {
          resolve(asked.result);
        };
        asked.onerror = () => {
          reject(new Error(String(asked.error)));
        };
      });
    const opening = indexedDB.open('durability probe', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('records', { autoIncrement: true });
    const database = await done(opening);
    for (let i = 0; i < many; i += 1) {
      const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
      await done(transaction.objectStore('records').add('x'.repeat(100)));
    }
    const count = await done(database.transaction('records').objectStore('records').count());
    database.close();
    return count;
  }, records);
}

/** Chromium's own log of the page's databases. */
function logsOf(userData: string): readonly string[] {
  const database = path.join(userData, 'IndexedDB', 'app_gavel_0.indexeddb.leveldb');
  const logs = fs.readdirSync(database).filter((name) => /^\d+\.log$/.test(name));
  return logs.map((name) => path.join(database, name));
}

/** What a kill in the middle of a write leaves behind a log: https://github.com/google/leveldb/blob/main/doc/log_format.md */
const TORN: Readonly<Record<string, Buffer>> = {
  'a header without its payload': Buffer.from([1, 2, 3, 4, 200, 0, 1]),
  'half a payload': Buffer.concat([Buffer.from([1, 2, 3, 4, 200, 0, 1]), Buffer.alloc(100, 7)]),
  'half a header': Buffer.from([1, 2, 3]),
  // whole by its own checksum, and the part that ends it never came
  'a FIRST without its LAST': firstFragment(Buffer.alloc(64, 7)),
};

function firstFragment(payload: Buffer): Buffer {
  const header = Buffer.alloc(7);
  const masked = maskedCrc(Buffer.concat([Buffer.from([2]), payload]));
  header.writeUInt32LE(masked, 0);
  header.writeUInt16LE(payload.length, 4);
  header[6] = 2;
  return Buffer.concat([header, payload]);
}

/** LevelDB's checksum: CRC-32C, rotated and shifted. */
function maskedCrc(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  crc = ~crc >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

test('Row 19: a torn tail of the database’s log costs nothing: Chromium would delete the database for it', async () => {
  test.setTimeout(1_200_000);
  const filled = newUserData();
  const first = await launchApp({ userData: filled });
  expect(await put(first.page, 100)).toBe(100);
  await first.kill();
  expect(logsOf(filled)).not.toEqual([]);

  /** Damages a copy of the profile and starts it twice: how many records there are, after ten more were put, each time. */
  const startedTwice = async (damage: (log: string) => void): Promise<readonly [number, number]> => {
    const userData = newUserData();
    fs.cpSync(filled, userData, { recursive: true });
    for (const log of logsOf(userData)) damage(log);
    const second = await launchApp({ userData });
    const then = await put(second.page, 10);
    await second.kill();
    const third = await launchApp({ userData });
    const last = await put(third.page, 0);
    await third.kill();
    return [then, last];
  };
  const kinds = Object.entries(TORN).slice(0, rounds(4, 1));
  for (const [kind, tail] of kinds) {
    const found = await startedTwice((log) => {
      fs.appendFileSync(log, tail);
    });
    expect(found, kind).toEqual([110, 110]);
  }
  // cut short in its last records: what was cut is gone, and nothing else
  const cuts = Array.from({ length: rounds(24, 1) }, (_, n) => 3 + n * 11);
  for (const cut of cuts) {
    const [then, last] = await startedTwice((log) => {
      fs.truncateSync(log, Math.max(0, fs.statSync(log).size - cut));
    });
    expect(then, `${String(cut)} bytes less`).toBeGreaterThanOrEqual(105);
    expect(last, `${String(cut)} bytes less`).toBe(then);
  }
  figure(
    `${String(kinds.length)} torn tails: 100, 110, then 110 records; ${String(cuts.length)} cuts into the last records: nothing but what was cut is missing`,
  );
});
