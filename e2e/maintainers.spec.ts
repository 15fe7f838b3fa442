import fs from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { expect } from '@playwright/test';
import { launchApp, ROOT } from './support/app';
import { newUserData, test } from './support/cleanup';
import { moderator } from './support/moderator';

const REAL = path.resolve(ROOT, '../shared/data/maintainers/linux-6.12-MAINTAINERS');
const BY_HAND = `List of maintainers

COMPUTE EXPRESS LINK (CXL)
M:\tAna Example <ana@kernel.example>
M:\tBo Example <bo@kernel.example>
L:\tlinux-cxl@vger.kernel.org
S:\tMaintained
F:\tdrivers/cxl/

USB VIDEO CLASS
M:\tCy Example <cy@kernel.example>
L:\tlinux-media@vger.kernel.org
S:\tMaintained
F:\tdrivers/media/usb/uvc/
`;

test('sections of MAINTAINERS are found by words and by path, and become subsystems with their seats', async () => {
  const userData = newUserData();
  const file = fs.existsSync(REAL) ? REAL : path.join(userData, 'MAINTAINERS');
  if (file !== REAL) {
    console.log('data/maintainers is not there: a file written by hand stands in for it');
    fs.writeFileSync(file, BY_HAND);
  }
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog', { name: 'New session' }).getByRole('textbox', { name: 'Title' }).fill('Passthrough');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await mod.reopen(file);
  const dialog = page.getByRole('dialog', { name: 'Subsystems from MAINTAINERS' });
  const find = dialog.getByRole('textbox', { name: 'Find a section' });
  await find.fill('express link');
  await dialog.getByRole('checkbox', { name: /^COMPUTE EXPRESS LINK \(CXL\)/ }).check();
  await find.fill('drivers/media/usb/uvc/uvc_driver.c');
  const video = dialog.getByRole('checkbox', { name: /^USB VIDEO CLASS/ });
  await expect(video).toHaveAccessibleName(/by path/);
  await video.focus();
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('status', { name: 'Chosen sections' })).toContainText(/#\S*.* seats, #\S*.* seats/);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: here } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } };
    return (await here.run()).violations.map(({ id }) => id);
  });
  expect(found).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  const list = page.getByRole('list', { name: 'Subsystems' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await mod.goTo('Matrix');
  await expect(page.getByRole('grid', { name: 'Positions' }).getByRole('row').nth(2)).toBeVisible();
  await test.step('a newer file proposes what is different, and changes nothing before it is ticked', async () => {
    const newer = path.join(userData, 'MAINTAINERS.new');
    fs.writeFileSync(
      newer,
      'USB VIDEO CLASS\nM:\tNewcomer <new@kernel.example>\nL:\tnew-list@kernel.example\nS:\tMaintained\n',
    );
    await mod.reopen(newer);
    const news = dialog.getByRole('list', { name: 'Differences' });
    const uvc = news.getByRole('checkbox', { name: /new seat: Newcomer.*no seat any more: .*new list: new-list/ });
    await expect(uvc).not.toBeChecked();
    await uvc.check();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await mod.reopen(newer);
    await expect(dialog).toBeVisible();
    await expect(news).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('u');
  });
  await page.keyboard.press('u');
  await expect(list.getByRole('listitem')).toHaveCount(0);
});
