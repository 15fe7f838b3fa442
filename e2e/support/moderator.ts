import fs from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import type { RunningApp } from './app';

/** What a moderator does, in the moderator's words: finds everything by role and name. */
export interface Moderator {
  readonly introduce: (name: string, address: string, handle: string) => Promise<void>;
  readonly openMail: (file: string) => Promise<void>;
  /** opens a file whose mails go to the open session */
  readonly reopen: (file: string) => Promise<void>;
  readonly addPeople: (list: string) => Promise<void>;
  /** one typed line, recorded with Enter; resolves when the line is empty again: it is on the disk */
  readonly type: (line: string) => Promise<void>;
  readonly takePosition: (who: RegExp, subsystem: string, digit: '0' | '1' | '2' | '3' | '4') => Promise<void>;
  readonly goTo: (view: 'Live' | 'Matrix' | 'Review' | 'Summary' | 'Thread') => Promise<void>;
  readonly cell: (who: string, subsystem: string) => Locator;
  readonly summary: () => Promise<string>;
  readonly expectSaved: () => Promise<void>;
}

export function moderator({ app, page }: RunningApp): Moderator {
  const entry = page.getByRole('textbox', { name: 'Quick entry' });
  const cell = (who: string, subsystem: string): Locator =>
    page.getByRole('gridcell', { name: new RegExp(`^${who}\\b.*\\b${subsystem}\\b`) });
  return {
    introduce: async (name, address, handle) => {
      const dialog = page.getByRole('dialog', { name: 'Who are you?' });
      await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
      await dialog.getByRole('textbox', { name: 'Address' }).fill(address);
      await dialog.getByRole('textbox', { name: 'Handle' }).fill(handle);
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
    },
    openMail: async (file) => {
      await chooseToOpen(app, file);
      await page.keyboard.press('Control+o');
      const dialog = page.getByRole('dialog', { name: 'New session' });
      await expect(dialog).toBeVisible();
      await page.keyboard.press('Control+Enter');
      await expect(dialog).toBeHidden();
    },
    reopen: async (file) => {
      await chooseToOpen(app, file);
      await page.keyboard.press('Control+o');
    },
    addPeople: async (list) => {
      await page.getByRole('button', { name: 'Find or run' }).press('Enter');
      await page.getByRole('dialog').getByRole('combobox').or(page.getByRole('searchbox')).fill('people');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'People' });
      await dialog.getByRole('textbox', { name: 'Add people' }).fill(list);
      await page.keyboard.press('Control+Enter');
      await expect(dialog).toBeHidden();
    },
    type: async (line) => {
      await entry.fill(line);
      await entry.press('Enter');
      await expect(entry).toHaveValue('');
    },
    takePosition: async (who, subsystem, digit) => {
      const found = page.getByRole('gridcell', { name: new RegExp(`${who.source}.*\\b${subsystem}\\b`) });
      await found.click();
      await page.keyboard.press(digit);
    },
    goTo: async (view) => {
      await page.getByRole('tab', { name: view }).click();
      await expect(page.getByRole('tab', { name: view })).toHaveAttribute('aria-selected', 'true');
    },
    cell,
    summary: async () => {
      const mail = page.getByRole('document', { name: 'Summary mail' });
      await expect(mail).toBeVisible();
      return mail.innerText();
    },
    expectSaved: async () => {
      await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(/Saved \d\d:\d\d:\d\d/);
    },
  };
}

/** Stands in for the person at the open dialog, which no test can click. */
async function chooseToOpen(app: RunningApp['app'], file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
}

/** The same for the save dialog. */
export async function chooseToSave(app: RunningApp['app'], file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, file);
}

/** What a saved file holds, once it is there. */
export async function savedText(file: string): Promise<string> {
  await expect.poll(() => fs.existsSync(file)).toBe(true);
  return fs.readFileSync(file, 'utf8');
}
