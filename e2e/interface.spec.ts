import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { roomFile } from './support/room';

/** Starts with a room that is under way. */
async function startInRoom(): Promise<RunningApp> {
  const userData = newUserData();
  fs.writeFileSync(path.join(userData, 'settings.json'), '{"me":{"handle":"ana"}}\n');
  const running = await launchApp({ userData, args: [roomFile(userData)] });
  await expect(running.page.getByRole('list', { name: 'Subsystems' })).toContainText('uvc');
  return running;
}

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

test('UX-7 UX-8 UX-12: in a room under way keys are text while one types, Esc closes one layer, and what was typed and said is kept and told', async () => {
  const running = await startInRoom();
  const { page } = running;
  const entry = page.getByRole('textbox', { name: 'Quick entry' });
  const echo = page.getByRole('status', { name: 'Echo' });
  const mode = page.locator('.status__mode');

  await test.step('UX-8: while one types every key is text', async () => {
    await page.keyboard.press('i');
    await expect(mode).toHaveText('INSERT');
    await page.keyboard.type('u1o?/:gCxj');
    await expect(entry).toHaveValue('u1o?/:gCxj');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(mode).toHaveText('INSERT');
  });

  await test.step('UX-7: Esc closes the top layer only; what was typed comes back', async () => {
    await page.keyboard.press('F1');
    await expect(page.getByRole('textbox', { name: 'Filter the keys' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(entry).toHaveValue('u1o?/:gCxj');
    // the sheet gives the focus back to the line a frame after it is gone, and with it the mode
    await expect(mode).toHaveText('INSERT');
    await expect(async () => {
      await entry.press('Escape');
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await expect(mode).toHaveText('NORMAL', { timeout: 1_000 });
    }).toPass();
    await page.keyboard.press('i');
    await expect(entry).toHaveValue('u1o?/:gCxj');
    await page.keyboard.press('Control+u');
    await page.keyboard.press('Escape');
    await page.keyboard.press('C');
    const call = page.getByRole('dialog', { name: "Chair's call" });
    const statement = call.getByRole('textbox', { name: 'Statement' });
    await statement.fill('A published layout');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Find or run' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Find or run' })).toHaveCount(0);
    await expect(statement).toHaveValue('A published layout');
    await page.keyboard.press('Escape');
    await expect(call).toHaveCount(0);
    await page.keyboard.press('C');
    await expect(statement).toHaveValue('A published layout');
    await page.keyboard.press('Escape');
  });

  await test.step('UX-12: a mistake is said in words, its token underlined, the text kept, and Tab mends it', async () => {
    await page.keyboard.press('i');
    await page.keyboard.type('@p11 sdt ');
    await expect(page.getByRole('status', { name: 'Quick entry says' })).toContainText(
      'No stance "sdt". Did you mean std?',
    );
    await expect(page.locator('.t-bad')).toHaveText('sdt');
    await page.keyboard.press('Tab');
    await expect(entry).toHaveValue(/^@p11 std ?$/);
  });

  await test.step('what was recorded and a new objection are told in live regions, and the focus stays', async () => {
    await page.keyboard.press('Enter');
    await expect(echo).toContainText(/Recorded: .*p11/);
    expect(await focused(page)).toBe('Quick entry');
    await page.keyboard.type('@p8 obj -- No user of it');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status', { name: 'Open objections' })).toHaveText('3 open objections on #uvc');
    await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(/Saved \d\d:\d\d:\d\d/);
    expect(await focused(page)).toBe('Quick entry');
    await page.keyboard.press('Escape');
    for (let undone = 0; undone < 2; undone += 1) {
      await echo.evaluate((element) => Object.assign(window, { said: element.firstElementChild }));
      await page.keyboard.press('Control+z');
      // the same words again are another element: a screen reader says them again
      await expect
        .poll(() => echo.evaluate((element) => element.firstElementChild === Reflect.get(window, 'said')))
        .toBe(false);
      await expect(echo).toContainText('Undone');
    }
  });

  await test.step('the lines behind a dialog are not read out, though they are a log', async () => {
    await page.keyboard.press('Alt+3');
    await page.keyboard.press('l');
    const lines = page.getByRole('log', { name: 'Every line' });
    await expect(lines).toBeVisible();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys', exact: true })).toBeVisible();
    await expect(lines).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await expect(lines).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(lines).toHaveCount(1);
  });

  await test.step('a filter that nothing fits says so, in Live and in the Matrix', async () => {
    for (const view of ['Alt+2', 'Alt+1']) {
      await page.keyboard.press(view);
      await page.keyboard.press('/');
      await page.keyboard.type('nobody');
      await expect(page.getByText('Nothing fits nobody. Esc clears the filter.')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByText('Nothing fits')).toBeHidden();
    }
  });

  await test.step('the first key of a chord lists those that may follow; the : line completes and remembers', async () => {
    await page.keyboard.press('g');
    await expect(page.locator('.status__hints')).toContainText('Summary');
    await page.keyboard.press('Escape');
    await page.keyboard.press(':');
    const line = page.getByRole('textbox', { name: 'Command line' });
    await page.keyboard.type('set-all ');
    await page.keyboard.press('Tab');
    await expect(line).toHaveValue('set-all std');
    await page.keyboard.press('Tab');
    await expect(line).toHaveValue('set-all usr');
    await line.fill('mat');
    await page.keyboard.press('Tab');
    await expect(line).toHaveValue('matrix');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Matrix' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('command line');
    await page.keyboard.press('Enter');
    await expect(line).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(line).toHaveValue('matrix');
    await page.keyboard.press('Escape');
    await expect(mode).toHaveText('NORMAL');
    await page.keyboard.press('Alt+1');
  });
});

test('what is typed at once into the first layer that opens is in it, and the keys that are hinted at are those of the layer', async () => {
  const { page } = await startInRoom();
  // the code of layers comes in while nobody asks for any, before a hand is on the keys
  await page.locator('link[href*="overlays"]').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(1_000);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('>about gavel');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'About Gavel' })).toBeVisible();
  await expect(page.locator('.status__hints')).toHaveText('Escclose');
  await page.keyboard.press('Escape');
  await expect(page.locator('.status__hints')).toContainText('type');
});

test('Enter that is still held from the line that opened a dialog is no answer to it, and Ctrl A in the mail selects the mail', async () => {
  const { page } = await startInRoom();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New session' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Half a title');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press(':');
  await page.keyboard.type('new');
  for (let held = 0; held < 12; held += 1) {
    await page.keyboard.down('Enter');
    await page.waitForTimeout(40);
  }
  await page.keyboard.up('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Half a title');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+4');
  await page.getByRole('document', { name: 'Summary mail' }).click();
  await page.keyboard.press('Control+a');
  const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
  expect(selected).toMatch(/^Hi all,/);
  expect(selected).not.toContain('Save .eml');
});
