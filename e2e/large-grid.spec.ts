import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { writeFile } from '../shared/file/write';
import { record } from '../shared/testing/build';
import { launchApp, type RunningApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { moderator } from './support/moderator';

const PEOPLE = 90;
const SUBSYSTEMS = 45;
const OBJECTIONS = 40;

test('of more cells than a screen holds those on it are drawn: every key finds its cell, with one tab stop', async () => {
  const running = await launchOnLargeFile();
  const { page } = running;
  const mod = moderator(running);
  await mod.goTo('Matrix');
  const grid = page.getByRole('grid', { name: 'Positions' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(PEOPLE + 1));
  await expect(grid).toHaveAttribute('aria-colcount', String(SUBSYSTEMS + 1));
  await mod.cell('p0', 's0').click();
  await expectAt(page, /^p0\b.*\bs0\b/);
  await page.keyboard.press('Shift+G');
  await expectAt(page, /^p89\b.*\bs0\b/);
  for (let column = 0; column < 40; column += 1) await page.keyboard.press('l');
  await expectAt(page, /^p89\b.*\bs40\b/);
  await expect(page.locator(':focus')).toHaveAttribute('aria-colindex', '42');
  await page.keyboard.press('2');
  await expectAt(page, /^p89\b.*\bs40\b.*Userspace allowed/);
  await page.keyboard.press('Home');
  await expectAt(page, /^p0\b.*\bs40\b/);
  expect(await page.locator('*').count()).toBeLessThan(2000);
  // scrolled away from, the selected cell is still there for the next key
  await page.locator('.mx__scroll').evaluate((scroller) => {
    scroller.scrollTo(0, 2000);
  });
  await page.keyboard.press('h');
  await expectAt(page, /^p0\b.*\bs39\b/);

  await mod.goTo('Live');
  await page.keyboard.press('Shift+G');
  await expect(page.locator('[role="row"][aria-selected="true"]')).toBeInViewport();
  await expect(page.locator('[role="row"][aria-selected="true"]')).toBeFocused();
  expect(await grid.getByRole('row').count()).toBeLessThan(PEOPLE);
});

test('of many objections as many are drawn as were scrolled to, or reached by Tab, and none is out of reach', async () => {
  const { page } = await launchOnLargeFile();
  await page.locator('.side__item', { hasText: 's2' }).first().click();
  const list = page.getByRole('list', { name: 'Objections' });
  await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-setsize', String(OBJECTIONS));
  const atFirst = await list.getByRole('listitem').count();
  expect(atFirst).toBeLessThan(OBJECTIONS);
  await list
    .getByRole('button', { name: /^dispute/ })
    .first()
    .focus();
  // each has three buttons
  for (let n = 0; n < 3 * (atFirst - 1); n += 1) await page.keyboard.press('Tab');
  await expect.poll(() => list.getByRole('listitem').count()).toBeGreaterThan(atFirst);
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAccessibleName(`dispute objection ${String(atFirst + 1)}`);
  const last = list.getByText(`Reason ${String(OBJECTIONS)}`, { exact: true });
  await expect(async () => {
    await list.getByRole('listitem').last().scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport({ timeout: 200 });
  }).toPass();
});

test('in a long list of positions no line on the screen is missing, wherever a key goes, in rows of any height', async () => {
  for (const look of ['{"me":{"handle":"ana"}}', '{"me":{"handle":"ana"},"density":"compact","text":12}']) {
    const running = await launchOnLargeFile(look);
    const { page } = running;
    const mod = moderator(running);
    await mod.goTo('Live');
    await page.keyboard.press(']');
    for (const key of ['Shift+G', 'k', 'PageUp', 'k', 'g g', 'PageDown', 'PageDown', 'j']) {
      for (const each of key.split(' ')) await page.keyboard.press(each);
      await expect.poll(() => holes(page), { message: `after ${key}` }).toEqual([]);
      await expect(page.locator('.position[aria-selected="true"]')).toBeInViewport({ ratio: 1 });
    }
    await running.close();
  }
});

/** From where to where, in px from the top of the list, nothing is drawn of those positions that are on the screen. */
function holes(page: Page): Promise<readonly (readonly number[])[]> {
  return page.locator('.positions').evaluate((list) => {
    const { top, height } = list.getBoundingClientRect();
    const grid = list.querySelector('[role="grid"]')?.getBoundingClientRect();
    const end = Math.min(height, (grid?.bottom ?? 0) - top);
    const rows = [...list.querySelectorAll('[role="row"]')].map((row) => row.getBoundingClientRect());
    let down = 0;
    return [
      ...rows.toSorted((a, b) => a.top - b.top).map((row) => [row.top - top, row.bottom - top]),
      [end, end],
    ].flatMap(([from = 0, to = 0]) => {
      const hole = [down, Math.min(from, end)];
      down = Math.max(down, to);
      return (hole[1] ?? 0) - (hole[0] ?? 0) > 1 ? [hole] : [];
    });
  });
}

/** The cell of this name has the focus, can be seen, and is the grid's one tab stop. */
async function expectAt(page: Page, name: RegExp): Promise<void> {
  const cell = page.getByRole('gridcell', { name, selected: true });
  await expect(cell).toBeFocused();
  await expect(cell).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('grid', { name: 'Positions' }).locator('[tabindex="0"]')).toHaveCount(1);
}

function launchOnLargeFile(settings = '{"me":{"handle":"ana"}}'): Promise<RunningApp> {
  const userData = newUserData();
  fs.writeFileSync(path.join(userData, 'settings.json'), `${settings}\n`);
  const file = path.join(userData, 'large.gavel');
  fs.writeFileSync(file, largeFile());
  return launchApp({ userData, args: [file] });
}

function largeFile(): string {
  const said = record().people(...Array.from({ length: PEOPLE }, (_, n) => `p${String(n)}`));
  for (let n = 0; n < SUBSYSTEMS; n += 1) said.subsystem(`s${String(n)}`);
  said.position('p3', 's2', 'standard-required').position('p4', 's2', 'passthrough-niche');
  for (let n = 1; n <= OBJECTIONS; n += 1) said.objection(`p${String(n)}`, 's2', { rationale: `Reason ${String(n)}` });
  return writeFile(said.lines, (text) => createHash('sha256').update(text).digest('hex'));
}
