import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { RunningApp } from '../../support/app';
import { moderator } from '../../support/moderator';

/** Makes a session of its own in an app that was never started before. */
export async function begin(gavel: RunningApp): Promise<void> {
  const { page } = gavel;
  await moderator(gavel).introduce('Ana Example', 'ana@gavel.example', 'ana');
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog', { name: 'New session' }).getByRole('textbox', { name: 'Title' }).fill('Trust');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await ready(page);
}

/** Waits until lines can be typed. */
export async function ready(page: Page): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Quick entry' })).toBeVisible();
}

/** Types notes of these texts, as `typeLines` does. */
export function typeNotes(page: Page, texts: readonly string[], acknowledged: (text: string) => void): Promise<void> {
  const typed = texts.map((text) => `note -- ${text}`);
  return typeLines(page, typed, (line) => {
    acknowledged(line.slice('note -- '.length));
  });
}

/**
 * Types lines as fast as the app takes them: each is typed when "Saved" was shown for the one before it. `acknowledged`
 * hears of each; the promise ends with the last, or with the app.
 */
export async function typeLines(
  page: Page,
  lines: readonly string[],
  acknowledged: (line: string) => void,
): Promise<void> {
  const name = `acknowledge${String(Math.floor(performance.now()))}`;
  await page.exposeFunction(name, acknowledged);
  const field = page.getByRole('textbox', { name: 'Quick entry' });
  await field.focus();
  await field.evaluate(
    async (element, [all, tell]) => {
      const input = element as HTMLInputElement;
      const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      const put = (text: string): void => {
        own?.set?.call(input, text);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      };
      const told = Reflect.get(window, tell) as (text: string) => Promise<void>;
      for (const text of all) {
        put(text);
        await new Promise(requestAnimationFrame);
        const entered = performance.now();
        input.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
        );
        // the app marks the moment at which it shows "Saved"
        const isSaved = (): boolean =>
          performance.getEntriesByName('saved').some(({ startTime }) => startTime > entered);
        while (input.value !== '' || !isSaved()) await new Promise((resolve) => setTimeout(resolve, 1));
        await told(text);
      }
    },
    [lines, name] as const,
  );
}

/** All lines of all journals, read from the disk. */
export function journalText(userData: string): string {
  const folder = path.join(userData, 'journal');
  if (!fs.existsSync(folder)) return '';
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.gavel-journal'))
    .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
    .join('');
}

/** The texts of all notes that the page's database holds. */
export function storedNotes(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve, reject) => {
        const opening = indexedDB.open('gavel');
        opening.onerror = () => {
          reject(new Error(String(opening.error)));
        };
        opening.onsuccess = () => {
          const database = opening.result;
          const asked = database.transaction('entries').objectStore('entries').getAll();
          asked.onsuccess = () => {
            database.close();
            resolve((asked.result as { entry: { text?: string } }[]).flatMap(({ entry: { text } }) => text ?? []));
          };
        };
      }),
  );
}
