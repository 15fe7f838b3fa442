import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { SCHEMA } from '../../shared/schema';
import { launchApp, ROOT, type RunningApp } from '../support/app';
import { newUserData } from '../support/cleanup';
import { moderator } from '../support/moderator';
import { figure, test } from './support/proof';
import { journalText, ready, storedNotes } from './support/typing';

/** Data folders as each schema left them, made by this file: `GAVEL_KEEP_DATA=1 npm test -- trust older-data`. */
const KEPT = path.join(ROOT, 'e2e/fixtures/data');
const OWN = path.join(KEPT, `schema-${String(SCHEMA)}`);
/** What of a data folder is ours, or is the record; the browser's caches and its log, which names paths, are left out. */
const FILES =
  /^(?:journal|snapshots)\/|^(?:settings|keys|profile|window)\.json$|^IndexedDB\/.*\/(?:CURRENT|MANIFEST-\d+|\d+\.(?:log|ldb))$/;

const NOTES = ['what the first said', 'and what was answered: “naïve” — 日本語'];
const DRAFT = 'half a line';

/** A session as a person of today records it, with settings and keys of their own. */
async function record({ page }: RunningApp): Promise<void> {
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog', { name: 'New session' }).getByRole('textbox', { name: 'Title' }).fill('Kept data');
  await page.keyboard.press('Control+Enter');
  await ready(page);
  const entry = page.getByRole('textbox', { name: 'Quick entry' });
  const lines = [
    '+ #uvc -- USB Video',
    '+ @p1 -- Person One <p1@host.example>',
    '@p1 #uvc std -- it works // if it stays',
  ];
  for (const line of [...lines, ...NOTES.map((text) => `note -- ${text}`)]) {
    await entry.fill(line);
    await entry.press('Enter');
    await expect(entry).toHaveValue('');
  }
  await entry.fill(DRAFT);
  await page.waitForTimeout(1_000);
}

async function keep(): Promise<void> {
  const userData = newUserData();
  fs.writeFileSync(path.join(userData, 'keys.json'), '{ "keys": { "help.about": ["F8"] } }\n');
  const gavel = await launchApp({ userData });
  await moderator(gavel).introduce('Ana Example', 'ana@gavel.example', 'ana');
  await record(gavel);
  await gavel.close();
  for (const name of fs.readdirSync(userData, { recursive: true, encoding: 'utf8' })) {
    if (FILES.test(name) && fs.statSync(path.join(userData, name)).isFile())
      fs.cpSync(path.join(userData, name), path.join(OWN, name));
  }
}

test('Row 24: data of every earlier schema are opened with all that they held', async () => {
  if (process.env['GAVEL_KEEP_DATA'] !== undefined) await keep();
  const kept = fs.readdirSync(KEPT);
  expect(kept, 'data of this schema are kept for later ones').toContain(path.basename(OWN));
  for (const name of kept) {
    const userData = newUserData();
    fs.cpSync(path.join(KEPT, name), userData, { recursive: true });
    const journal = journalText(userData);
    const { page, close } = await launchApp({ userData });
    await ready(page);
    await expect(page.getByRole('list', { name: 'Sessions' })).toContainText('Kept data');
    const log = page.getByRole('log', { name: 'Record' });
    for (const text of [...NOTES, 'it works']) await expect(log).toContainText(text);
    expect(new Set(await storedNotes(page))).toEqual(new Set(NOTES));
    await expect(page.getByRole('textbox', { name: 'Quick entry' })).toHaveValue(DRAFT);
    await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(/^Saved/);
    await page.keyboard.press('F8');
    await expect(page.getByRole('dialog', { name: 'About Gavel' })).toBeVisible();
    await close();
    expect(journalText(userData)).toBe(journal);
    expect(fs.readdirSync(userData).filter((file) => file.startsWith('quarantine'))).toEqual([]);
    expect(JSON.parse(fs.readFileSync(path.join(userData, 'profile.json'), 'utf8'))).toMatchObject({ schema: SCHEMA });
    expect(fs.readFileSync(path.join(userData, 'settings.json'), 'utf8')).toContain('"ana"');
  }
  figure(`data folders of ${kept.join(', ')}: opened, 0 entries lost`);
});
