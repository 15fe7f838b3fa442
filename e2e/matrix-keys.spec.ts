import { expect, type Page } from '@playwright/test';
import { launchApp } from './support/app';
import { test } from './support/cleanup';
import { moderator } from './support/moderator';
import { smallRoom } from './support/small-room';

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

test('the Matrix says what each mark means at every size of window, text and zoom, beside what else stands there', async () => {
  const { app, page } = await smallRoom();
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('grid', { name: 'Positions' })).toBeVisible();
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const)
    for (const zoom of [0.8, 1, 1.5, 2])
      for (const text of [12, 16, 20]) {
        await app.evaluate(
          ({ BrowserWindow }, to) => {
            const [window] = BrowserWindow.getAllWindows();
            window?.setContentBounds({ x: 0, y: 0, width: to.width, height: to.height });
            window?.webContents.setZoomFactor(to.zoom);
          },
          { width, height, zoom },
        );
        await expect.poll(async () => Math.abs((await page.evaluate(() => innerWidth)) - width / zoom)).toBeLessThan(2);
        await page.evaluate((size) => {
          document.documentElement.style.setProperty('--text', `${String(size)}px`);
        }, text);
        const at = `${String(width)}x${String(height)}, ${String(zoom)}, ${String(text)} px`;
        expect(await page.evaluate(legendSeen), at).toEqual(['Standard', 'Userspace', 'Passthrough', 'Abstain']);
      }
});

/** The words of the legend that are on the screen whole, and on nothing else. */
function legendSeen(): readonly string[] {
  const others = [...document.querySelectorAll('.mx__tools > :not(.mx__legend)')].map((each) =>
    each.getBoundingClientRect(),
  );
  return [...document.querySelectorAll<HTMLElement>('.mx__legend .stance')]
    .filter((each) => {
      const { left, top, right, bottom } = each.getBoundingClientRect();
      const isFree = others.every((o) => o.right <= left || right <= o.left || o.bottom <= top || bottom <= o.top);
      const hits = [left + 2, right - 2].map((x) => document.elementFromPoint(x, (top + bottom) / 2));
      return isFree && hits.every((hit) => hit !== null && each.contains(hit));
    })
    .map((each) => each.innerText.trim());
}
