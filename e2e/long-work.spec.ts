import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, newUserData, ROOT } from './support/app';
import { moderator } from './support/moderator';

/** An mbox that takes a while to read. */
function largeMbox(folder: string, mails: number): string {
  const file = path.join(folder, 'large.mbox');
  const body = 'A published layout comes first, and then the rest of it.\n'.repeat(100);
  const one = (at: number): string =>
    `From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: A <a@list.example>\nSubject: large\nDate: Mon, 08 Jul 2024 15:26:43 -0700\nMessage-ID: <${String(at)}@list.example>\n\n${body}\n`;
  fs.writeFileSync(file, Array.from({ length: mails }, (_, at) => one(at)).join(''));
  return file;
}

test('a file of mails can be stopped while it is read, and leaves nothing behind', async () => {
  const userData = newUserData();
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await mod.openMail(largeMbox(userData, 20_000));
  await expect(page.getByRole('status', { name: 'Echo' })).toContainText(/Reading mails, \d\d+ so far/);
  await test.step('typing goes on meanwhile', async () => {
    await mod.type('note -- typed while mails come in');
    await expect(page.getByRole('log', { name: 'Record' })).toContainText('typed while mails come in');
  });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status', { name: 'Echo' })).toContainText('cancelled. Nothing of it was taken in.');
  expect(await storedMails(page)).toBe(0);
});

test('a large record is read beside the page', async () => {
  const userData = newUserData();
  const file = path.join(userData, 'large.gavel');
  const lines = Array.from({ length: 3000 }, (_, at) => `note -- line ${String(at)} of a long discussion`);
  execFileSync(process.execPath, [path.join(ROOT, 'scripts/gavel.mjs'), 'record', file, '--title', 'Long', '-'], {
    input: `${lines.join('\n')}\n`,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  expect(fs.statSync(file).size).toBeGreaterThan(256 * 1024);
  const gavel = await launchApp({ userData });
  const mod = moderator(gavel);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await mod.reopen(file);
  await expect(gavel.page.getByRole('status', { name: 'Echo' })).toContainText('Opened large.gavel: 3001 entries.');
});

function storedMails(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('gavel');
        opening.onerror = () => {
          reject(new Error('the database does not open'));
        };
        opening.onsuccess = () => {
          const counting = opening.result.transaction('mails').objectStore('mails').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}
