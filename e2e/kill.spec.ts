import { expect } from '@playwright/test';
import { launchApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { moderator } from './support/moderator';

const ROUNDS = 5;

test('UX-4: kill -9 right after the line was cleared loses nothing', async () => {
  const userData = newUserData();
  const first = await launchApp({ userData });
  await moderator(first).introduce('Moderator', 'mod@gavel.example', 'mod');
  await first.page.keyboard.press('Control+n');
  await first.page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Device passthrough');
  await first.page.keyboard.press('Control+Enter');
  await expect(first.page.getByRole('dialog')).toBeHidden();

  let running = first;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { page, kill } = running;
    const entry = page.getByRole('textbox', { name: 'Quick entry' });
    await entry.fill(`note -- remark ${String(round)}.`);
    await entry.press('Enter');
    // looked at in each frame: nothing else happens between the clearing and the kill
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[aria-label="Quick entry"]')?.value === '',
    );
    await kill();
    running = await launchApp({ userData });
    const log = running.page.getByRole('log', { name: 'Record' });
    for (let n = 1; n <= round; n += 1) await expect(log).toContainText(`remark ${String(n)}.`);
  }
});
