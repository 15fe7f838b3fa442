import { expect, type Page } from '@playwright/test';
import { launchApp } from './support/app';
import { test } from './support/cleanup';
import { moderator } from './support/moderator';

/** The name of the cell that has the focus. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

test('UX-13: the Matrix is a grid with one tab stop; arrows, hjkl, Home, End and pages move in it, and a cell says all', async () => {
  const running = await launchApp();
  const { page } = running;
  const me = moderator(running);
  await me.introduce('Moderator', 'moderator@gavel.example', 'mod');
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Device passthrough');
  await page.keyboard.press('Control+Enter');
  for (let n = 1; n <= 14; n += 1) await me.type(`+ @p${String(n)} -- Participant ${String(n)}`);
  for (const line of ['+ #uvc', '+ #isp', '+ #drm', '@p2 #isp std', '@p2 #isp usr', '@p2 obj #isp -- no'])
    await me.type(line);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+2');
  const grid = page.getByRole('grid', { name: 'Positions' });
  await expect(grid).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('g');
  const moves: readonly (readonly [key: string, cell: RegExp])[] = [
    ['Home', /^p1 .*, (uvc|isp|drm),/],
    ['h', /^p1 .*, (uvc|isp),/],
    ['h', /^p1 .*, uvc,/],
    ['l', /^p1 .*, isp,/],
    ['j', /^p2 .*, isp,/],
    ['ArrowRight', /^p2 .*, drm,/],
    ['ArrowDown', /^p3 .*, drm,/],
    ['ArrowLeft', /^p3 .*, isp,/],
    ['ArrowUp', /^p2 .*, isp,/],
    ['PageDown', /^p12 .*, isp,/],
    ['End', /^p14 .*, isp,/],
    ['PageUp', /^p4 .*, isp,/],
    ['k', /^p3 .*, isp,/],
    ['k', /^p2 .*, isp,/],
  ];
  for (const [key, cell] of moves) {
    await page.keyboard.press(key);
    await expect.poll(() => focused(page), { message: key }).toMatch(cell);
  }
  expect(await focused(page)).toMatch(/^p2 Participant 2, isp, Userspace allowed, objects, changed$/i);
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
});
