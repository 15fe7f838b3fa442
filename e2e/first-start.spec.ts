import { expect, type Page } from '@playwright/test';
import { launchApp } from './support/app';
import { test } from './support/cleanup';

const colours = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

async function run(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('UX-25: a first start opens the example in one action, asks no network for anything, and changes colours in place', async () => {
  const { app, page } = await launchApp();
  const asked: string[] = [];
  app.context().on('request', (request) => asked.push(request.url()));
  await page.reload();
  await page.getByRole('dialog', { name: 'Who are you?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Look at the example' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Subsystems' })).toContainText('fwctl');
  for (const tab of ['2', '3', '4', '5', '1']) await page.keyboard.press(`Alt+${tab}`);

  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  await run(page, 'Light colours');
  const light = await colours(page);
  await run(page, 'Dark colours');
  await expect.poll(() => colours(page)).not.toBe(light);
  const dark = await colours(page);
  await run(page, 'Colours of the system');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => colours(page)).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => colours(page)).toBe(dark);
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);

  const moving = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((each) => {
          const { transitionDuration, animationName, animationDuration } = getComputedStyle(each);
          const isLong = (durations: string): boolean => durations.split(',').some((each) => parseFloat(each) > 0);
          return isLong(transitionDuration) || (animationName !== 'none' && isLong(animationDuration));
        })
        .map((each) => each.getAttribute('class') ?? each.tagName),
    );
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(moving).toEqual([]);

  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((url) => !/^(?:app:\/\/gavel\/|data:|blob:app:)/.test(url))).toEqual([]);
});
