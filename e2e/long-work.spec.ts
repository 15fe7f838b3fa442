import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp, ROOT } from './support/app';
import { newUserData, test } from './support/cleanup';
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
  expect(await stored(page, 'mails')).toBe(0);
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

/** A record of so many notes, as a file. */
function largeRecord(folder: string, entries: number, name = 'large.gavel'): string {
  const id = (at: number): string => `${new Date(Date.UTC(2024, 8, 17) + at).toISOString()}-000-klarge22`;
  const line = (at: number): string =>
    at === 0
      ? `{"id":"${id(0)}","by":"ana","kind":"session-opened","title":"Large"}`
      : `{"id":"${id(at)}","by":"ana","kind":"note-taken","text":"line ${String(at)} of a long discussion"}`;
  const lines = Array.from({ length: entries }, (_, at) => `${line(at)}\n`).join('');
  const body = `{"gavel":1,"session":"${id(0)}"}\n${lines}`;
  const sha256 = createHash('sha256').update(body).digest('hex');
  const file = path.join(folder, name);
  fs.writeFileSync(file, `${body}{"entries":${String(entries)},"sha256":"${sha256}"}\n`);
  return file;
}

test('a large record can be stopped while it is taken in and leaves nothing behind; taken in anew it is whole', async () => {
  const userData = newUserData();
  const file = largeRecord(userData, 20_000);
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  const echo = page.getByRole('status', { name: 'Echo' });
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await mod.reopen(file);
  await expect(echo).toContainText(/Taking in large\.gavel: \d+ of 20000/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(echo).toContainText('cancelled. Nothing of it was taken in.');
  expect([await stored(page, 'entries'), await stored(page, 'sessions')]).toEqual([0, 0]);
  await mod.reopen(file);
  await expect(echo).toContainText('Opened large.gavel: 20000 entries.', { timeout: 60_000 });
  await mod.expectSaved();
  expect(await stored(page, 'entries')).toBe(20_000);
});

test('a large merge can be stopped while it is done and leaves nothing behind; made anew it is whole', async () => {
  const userData = newUserData();
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  const echo = page.getByRole('status', { name: 'Echo' });
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await mod.reopen(largeRecord(userData, 3, 'here.gavel'));
  await mod.expectSaved();
  const file = largeRecord(userData, 20_000);
  const merge = async (): Promise<void> => {
    await expect(page.getByRole('dialog', { name: 'Merge into the session that is here?' })).toBeVisible({
      timeout: 60_000,
    });
    await page.keyboard.press('Control+Enter');
  };
  await mod.reopen(file);
  await merge();
  await expect(echo).toContainText(/Merging large\.gavel: \d+ of 19997/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(echo).toContainText('large.gavel: cancelled. Nothing of it was merged.');
  expect(await stored(page, 'entries')).toBe(3);
  await mod.reopen(file);
  await merge();
  await expect(page.getByText('Merged large.gavel: 19997 entries added, 3 were here.')).toBeVisible({
    timeout: 60_000,
  });
  await mod.expectSaved();
  expect(await stored(page, 'entries')).toBe(20_000);
});

test('a record that was being taken in when the program was killed is gone at the next start, whole where it was there', async () => {
  const userData = newUserData();
  const file = largeRecord(userData, 20_000);
  const first = await launchApp({ userData });
  await moderator(first).introduce('Ana Example', 'ana@gavel.example', 'ana');
  await moderator(first).reopen(file);
  await expect.poll(() => stored(first.page, 'entries')).toBeGreaterThan(1_000);
  await first.kill();
  const second = await launchApp({ userData });
  await expect.poll(() => stored(second.page, 'entries')).toBe(0);
  expect(await stored(second.page, 'sessions')).toBe(0);
  await moderator(second).reopen(file);
  await expect(second.page.getByRole('status', { name: 'Echo' })).toContainText('Opened large.gavel', {
    timeout: 60_000,
  });
  expect(await stored(second.page, 'entries')).toBe(20_000);
});

test('a record that is taken in while somebody types does not take the line from under their hands', async () => {
  const userData = newUserData();
  const file = largeRecord(userData, 5_000);
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  const entry = page.getByRole('textbox', { name: 'Quick entry' });
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('The talk under way');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('i');
  await page.keyboard.type('note -- half of a');
  await mod.reopen(file);
  await expect(page.getByText('What you are at stays on the screen.')).toBeVisible({ timeout: 60_000 });
  await page.keyboard.type(' line');
  await expect(entry).toHaveValue('note -- half of a line');
  await page.keyboard.press('Enter');
  await expect(entry).toHaveValue('');
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByText('What you are at stays on the screen.')).toBeHidden();
  await expect(page.getByRole('button', { name: /, session menu$/ })).not.toHaveAccessibleName(/The talk under way/);
});

test('the mail of a large record is made beside the keys: a view left before it is there is left, and what is chosen makes it anew', async () => {
  const userData = newUserData();
  const file = largeRecord(userData, 20_000);
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  const mail = page.getByRole('document', { name: 'Summary mail' });
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await mod.reopen(file);
  await expect(page.getByRole('status', { name: 'Echo' })).toContainText('Opened large.gavel', { timeout: 60_000 });
  await page.keyboard.press('Alt+4');
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('textbox', { name: 'Quick entry' })).toBeVisible();
  await mod.goTo('Summary');
  await expect(mail).toContainText('"Large"');
  await page.getByRole('checkbox', { name: 'log' }).check();
  await expect(mail).toContainText('line 19999 of a long discussion');
});

/** How many rows a table of the database has. */
function stored(page: Page, table: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('gavel');
        opening.onerror = () => {
          reject(new Error('the database does not open'));
        };
        opening.onsuccess = () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
    table,
  );
}
