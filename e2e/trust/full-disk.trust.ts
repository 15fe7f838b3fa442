import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { launchApp } from '../support/app';
import { figure, rounds, test } from './support/proof';
import { fill, longNotes, onSmallDisk } from './support/small-disk';
import { begin, journalText, ready, storedNotes, typeNotes } from './support/typing';

test('Row 21: a full disk is said within five seconds, what could not be kept stays, and nothing older is lost', async () => {
  const many = rounds(20, 1);
  test.setTimeout(60_000 + many * 60_000);
  const slowest: number[] = [];
  const longest: number[] = [];
  await onSmallDisk(21, async (userData) => {
    const ballast = path.join(userData, 'ballast');
    let kept = 0;
    for (let round = 0; round < many; round += 1) {
      const gavel = await launchApp({ userData });
      const { page } = gavel;
      if (round === 0) await begin(gavel);
      else await ready(page);
      const acknowledged: string[] = [];
      const first = Array.from({ length: 10 }, (_, n) => `round ${String(round)} before ${String(n)} .`);
      await typeNotes(page, first, (text) => void acknowledged.push(text));
      fill(ballast, Math.floor(Math.random() * 300 * 1024));
      const status = page.getByRole('status', { name: 'Saved' });
      let last = Date.now();
      const typing = typeNotes(page, longNotes(`round ${String(round)} full`), (text) => {
        acknowledged.push(text);
        last = Date.now();
      }).catch(() => undefined);
      await expect(status).toHaveText(/Not saved since/, { timeout: 60_000 });
      slowest.push(Date.now() - last);
      await expect(page.getByText('Save a copy elsewhere')).toBeVisible();

      // it is full for a moment, or until the database was opened in vain
      if (round % 2 === 0) await sleep(3_000);
      fs.rmSync(ballast);
      const freed = Date.now();
      await expect(status).toHaveText(/Saved \d/, { timeout: 60_000 });
      longest.push(Date.now() - freed);
      // and it works: what is typed from now on is acknowledged
      const before = acknowledged.length;
      await expect.poll(() => acknowledged.length).toBeGreaterThan(before + 5);
      expect(fs.readdirSync(userData).filter((name) => name.startsWith('quarantine'))).toEqual([]);
      await gavel.kill();
      await typing;
      const journal = journalText(userData);
      expect(acknowledged.filter((text) => !journal.includes(`"text":"${text}"`))).toEqual([]);
      const again = await launchApp({ userData });
      await ready(again.page);
      const stored = new Set(await storedNotes(again.page));
      expect(acknowledged.filter((text) => !stored.has(text))).toEqual([]);
      await again.kill();
      kept += acknowledged.length;
    }
    expect(Math.max(...slowest)).toBeLessThan(5_500);
    figure(
      `${String(many)} times full: said at the latest ${(Math.max(...slowest) / 1_000).toFixed(1)} s after the last entry ` +
        `that was kept, saved again ${(Math.max(...longest) / 1_000).toFixed(1)} s after there was room at the latest; ${String(kept)} acknowledged entries, 0 lost`,
    );
  });
});

test('Row 21: what is half typed while a full disk has closed the database is there after a kill', async () => {
  await onSmallDisk(21, async (userData) => {
    const gavel = await launchApp({ userData });
    const { page } = gavel;
    await begin(gavel);
    const ballast = path.join(userData, 'ballast');
    fill(ballast, 200 * 1024);
    const typing = typeNotes(page, longNotes('full'), () => undefined).catch(() => undefined);
    await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(/Not saved since/, { timeout: 60_000 });
    // room for the journal and a text, and none to open a database
    fs.truncateSync(ballast, fs.statSync(ballast).size - 2 * 1024 * 1024);
    const field = page.getByRole('textbox', { name: 'Quick entry' });
    await expect(field).toHaveValue('', { timeout: 30_000 });
    await field.fill('@ana #uvc not said to the end');
    const kept = path.join(userData, 'half-typed.json');
    await expect.poll(() => fs.existsSync(kept) && fs.readFileSync(kept, 'utf8')).toContain('not said to the end');
    await gavel.kill();
    await typing;
    fs.rmSync(ballast);
    const again = await launchApp({ userData });
    await expect(again.page.getByRole('textbox', { name: 'Quick entry' })).toHaveValue('@ana #uvc not said to the end');
    expect(fs.existsSync(kept)).toBe(false);
    await again.kill();
    figure('typed while the database was closed, killed: the text is there at the next start');
  });
});
