import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp } from './support/app';
import { newUserData, test } from './support/cleanup';

/** The look as the page has it: colours, size of text, height of rows. */
function look(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { fontSize, backgroundColor } = getComputedStyle(document.body);
    const row = getComputedStyle(document.documentElement).getPropertyValue('--row');
    return [fontSize, row.trim(), backgroundColor === 'oklch(0.175 0.004 265)' ? 'dark' : 'light'];
  });
}

const SETTINGS = `{
  "me": { "handle": "ana" },
  "theme": "light",
  "text": 40
}
`;
const KEYS = `{
  "keys": {
    "edit.undo": ["i"],
    "help.about": ["F8"]
  }
}
`;

test('UX-9: settings and keys are chosen or edited by hand, each mistake is named with its line, and all is there after a restart', async () => {
  const userData = newUserData();
  fs.writeFileSync(path.join(userData, 'settings.json'), SETTINGS);
  fs.writeFileSync(path.join(userData, 'keys.json'), KEYS);
  const first = await launchApp({ userData });
  const { page } = first;
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const about = page.getByRole('dialog', { name: 'About Gavel' });
  const sheet = page.getByRole('dialog', { name: 'Keys', exact: true });

  await test.step('mistakes are said with their lines; what is right holds', async () => {
    await expect(page.getByRole('alert')).toContainText(/settings\.json:4: text is not a setting we can use/);
    await expect(page.getByRole('alert')).toContainText(/keys\.json:3: i of edit\.undo is a key of "Quick entry" too/);
    await page.keyboard.press('F8');
    await expect(about).toBeVisible();
    await page.keyboard.press('Escape');
    expect(await look(page)).toEqual(['13px', '28px', 'light']);
  });

  await test.step('what is chosen takes effect at once, without a reload', async () => {
    await page.evaluate(() => Object.assign(window, { stillHere: true }));
    await page.keyboard.press('Control+,');
    await dialog.getByRole('combobox', { name: 'Colours', exact: true }).selectOption('dark');
    await dialog.getByRole('combobox', { name: 'Size of text' }).selectOption('16');
    await dialog.getByRole('combobox', { name: 'Height of rows' }).selectOption('compact');
    await expect.poll(() => look(page)).toEqual(['16px', '24px', 'dark']);
    await dialog.getByRole('textbox', { name: 'Minutes for a speaker' }).fill('500');
    await expect(dialog).toContainText('A whole number from 1 to 120.');
    await dialog.getByRole('textbox', { name: 'Minutes for a speaker' }).fill('5');
    await dialog.getByRole('textbox', { name: 'Filter the settings' }).fill('queue');
    await dialog.getByRole('checkbox', { name: 'The queue and its clock' }).uncheck();
    await expect(dialog.getByRole('checkbox')).toHaveCount(1);
    expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
  });

  await test.step('a key is pressed for a command; one that another has is named and refused', async () => {
    await dialog.getByRole('textbox', { name: 'Filter the settings' }).fill('about');
    await dialog.getByRole('button', { name: 'Change the keys of About Gavel' }).click();
    const press = page.getByRole('dialog', { name: 'Keys of About Gavel' });
    await expect(press.getByRole('textbox')).toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(press.getByRole('status')).toContainText('Ctrl K is a key of “Find or run”');
    await page.keyboard.press('Enter');
    await expect(press).toBeVisible();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('z');
    await page.keyboard.press('x');
    await expect(press.getByRole('textbox')).toHaveValue('z x');
    await page.keyboard.press('Enter');
    await expect(press).toBeHidden();
    await expect(dialog.getByRole('list', { name: 'Keys of commands' })).toContainText('z x');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F8');
    await expect(about).toBeHidden();
    await page.keyboard.press('z');
    await page.keyboard.press('x');
    await expect(about).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('single keys are switched off; what has one is still reached', async () => {
    await page.keyboard.press('?');
    await expect(sheet).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+,');
    await dialog.getByRole('checkbox', { name: 'Keys without Ctrl or Alt' }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.keyboard.press('z');
    await page.keyboard.press('x');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('F1');
    await expect(sheet).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('about gavel');
    await page.keyboard.press('Enter');
    await expect(about).toBeVisible();
    await first.close();
  });

  const { page: later } = await launchApp({ userData });
  await expect.poll(() => look(later)).toEqual(['16px', '24px', 'dark']);
  await expect(later.getByRole('button', { name: 'Find or run' })).toBeVisible();
  await expect(later.getByRole('alert')).toHaveCount(0);
  await later.keyboard.press('?');
  await expect(later.getByRole('dialog')).toHaveCount(0);
  await later.keyboard.press('Control+,');
  const again = later.getByRole('dialog', { name: 'Settings' });
  await expect(again.getByRole('textbox', { name: 'Minutes for a speaker' })).toHaveValue('5');
  await expect(again.getByRole('checkbox', { name: 'The queue and its clock' })).not.toBeChecked();
  await expect(again.getByRole('list', { name: 'Keys of commands' })).toContainText('z x');
  await again.getByRole('button', { name: 'Reset the keys of About Gavel' }).click();
  await expect(again.getByRole('list', { name: 'Keys of commands' })).not.toContainText('z x');
  // mistakes are their author's: what was written by hand stays beside what was kept after it
  expect(fs.readFileSync(path.join(userData, 'settings.mistaken.json'), 'utf8')).toBe(SETTINGS);
  expect(fs.readFileSync(path.join(userData, 'keys.mistaken.json'), 'utf8')).toBe(KEYS);
});
