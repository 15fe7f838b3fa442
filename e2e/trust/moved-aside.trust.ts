import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp } from '../support/app';
import { figure, test } from './support/proof';
import { fill, longNotes, onSmallDisk } from './support/small-disk';
import { begin, journalText, ready, storedNotes, typeNotes } from './support/typing';

/** Flips a bit in the log of the tables that LevelDB has: what it says is wrong then, and what it is about is there. */
function breakManifest(userData: string): void {
  const database = path.join(userData, 'IndexedDB', 'app_gavel_0.indexeddb.leveldb');
  const [name = ''] = fs.readdirSync(database).filter((each) => each.startsWith('MANIFEST-'));
  const file = fs.openSync(path.join(database, name), 'r+');
  const byte = Buffer.alloc(1);
  fs.readSync(file, byte, 0, 1, 10);
  byte.writeUInt8(byte.readUInt8(0) ^ 1, 0);
  fs.writeSync(file, byte, 0, 1, 10);
  fs.closeSync(file);
}

test('Row 22: a database that breaks while a session is open is moved aside, a person is told, and nothing acknowledged is lost', async () => {
  test.setTimeout(240_000);
  await onSmallDisk(22, async (userData) => {
    const gavel = await launchApp({ userData });
    const { page } = gavel;
    await begin(gavel);
    const acknowledged: string[] = [];
    const heard = (text: string): void => void acknowledged.push(text);
    await typeNotes(
      page,
      Array.from({ length: 10 }, (_, n) => `before ${String(n)} .`),
      heard,
    );
    // a full disk makes Chromium close the database; broken meanwhile, it is found so before it is opened again
    const ballast = path.join(userData, 'ballast');
    fill(ballast, 200 * 1024);
    const typing = typeNotes(page, longNotes('full'), heard).catch(() => undefined);
    const status = page.getByRole('status', { name: 'Saved' });
    await expect(status).toHaveText(/Not saved since/, { timeout: 60_000 });
    breakManifest(userData);
    fs.rmSync(ballast);

    await expect(page.getByText(/The database was broken\. It was moved to .*quarantine-/)).toBeVisible({
      timeout: 60_000,
    });
    await expect(status).toHaveText(/Saved \d/, { timeout: 60_000 });
    const moved = fs.readdirSync(userData).filter((name) => name.startsWith('quarantine-'));
    expect(moved).toHaveLength(1);
    const aside = path.join(userData, moved[0] ?? '', 'IndexedDB', 'app_gavel_0.indexeddb.leveldb');
    expect(fs.readdirSync(aside)).not.toEqual([]);

    // the session is still the one on the screen, and what is typed from now on is acknowledged
    const then = acknowledged.length;
    await expect.poll(() => acknowledged.length).toBeGreaterThan(then + 5);
    await expect(page.getByRole('log', { name: 'Record' })).toContainText(acknowledged[then]?.slice(0, 20) ?? '');
    const missing = async (): Promise<readonly string[]> => {
      const stored = new Set(await storedNotes(page));
      return acknowledged.slice(0, then).filter((text) => !stored.has(text));
    };
    await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
    await gavel.kill();
    await typing;
    const journal = journalText(userData);
    expect(acknowledged.filter((text) => !journal.includes(`"text":"${text}"`))).toEqual([]);

    const again = await launchApp({ userData });
    await ready(again.page);
    const kept = new Set(await storedNotes(again.page));
    expect(acknowledged.filter((text) => !kept.has(text))).toEqual([]);
    figure(
      `broken in the middle of a run: moved aside and told; ${String(acknowledged.length)} acknowledged entries, 0 lost`,
    );
  });
});
