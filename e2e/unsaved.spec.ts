import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp } from './support/app';
import { test } from './support/cleanup';
import { begin } from './trust/support/typing';

test('what is not saved is listed and can be copied until it is', async () => {
  const gavel = await launchApp();
  const { app, page, userData } = gavel;
  await begin(gavel);
  const entry = page.getByRole('textbox', { name: 'Quick entry' });
  const status = page.getByRole('status', { name: 'Saved' });
  await expect(status).toHaveText(/^Saved \d/);
  const folder = path.join(userData, 'journal');
  const journal = path.join(folder, fs.readdirSync(folder).find((name) => name.endsWith('.gavel-journal')) ?? '');
  fs.renameSync(journal, `${journal}.away`);
  fs.mkdirSync(journal);
  for (const text of ['the first', 'the second']) {
    await entry.fill(`note -- ${text}`);
    await entry.press('Enter');
    await expect(entry).toHaveValue('');
  }
  await expect(status).toHaveText(/^Not saved since \d/, { timeout: 5_000 });

  await entry.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog', { name: 'Not saved' });
  const lines = dialog.getByRole('list', { name: 'Lines that are not saved' });
  await expect(lines.getByRole('listitem')).toHaveText([/the first/, /the second/]);
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('status', { name: 'Echo' })).toHaveText('Copied 2 lines.');
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\n').map((line) => (JSON.parse(line) as { text: string }).text)).toEqual([
    'the first',
    'the second',
  ]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await status.getByRole('button').click();
  await expect(dialog).toBeVisible();

  fs.rmdirSync(journal);
  fs.renameSync(`${journal}.away`, journal);
  await expect(dialog).toContainText('Everything is saved.');
  await expect(lines.getByRole('listitem')).toHaveCount(0);
  await expect(status).toHaveText(/^Saved \d/);
  expect(fs.readFileSync(journal, 'utf8')).toContain('"text":"the second"');
});
