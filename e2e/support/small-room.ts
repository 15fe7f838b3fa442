import { expect, type Locator, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './app';
import { moderator, type Moderator } from './moderator';

const LINES = [
  '+ @ana -- Ana Lind',
  '+ @bo -- Bo Kay',
  '+ @cat -- Cat Roe',
  '+ @dee -- Dee Poe',
  '+ #uvc seats @ana,@bo -- USB Video Class',
  '+ #isp seats @cat -- Camera ISPs',
  '#uvc',
  '@ana std -- Webcams follow a standard',
  '@bo usr ~std -- Some controls have none // if the layout is published // if the code is public',
];

/** What a palette entry does: found by its words, run with Enter. */
export async function find(page: Page, words: string): Promise<void> {
  // what a dialog before it records may still be on its way
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`>${words}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Find or run' })).toBeHidden();
}

/** A session with four people and two subsystems, the room on the first of them. */
export async function smallRoom(): Promise<RunningApp & { readonly me: Moderator }> {
  const running = await launchApp();
  const { page } = running;
  const me = moderator(running);
  await me.introduce('Moderator', 'moderator@example.org', 'mod');
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Device passthrough');
  await page.keyboard.press('Control+Enter');
  for (const line of LINES) await me.type(line);
  await page.keyboard.press('Escape');
  return { ...running, me };
}

/** Somebody’s row in Live. */
export function row(page: Page, who: string): Locator {
  return page.getByRole('grid', { name: 'Positions' }).getByRole('row', { name: new RegExp(`^${who}\\b`) });
}
