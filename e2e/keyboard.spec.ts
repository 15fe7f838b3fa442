import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { chooseToSave, moderator, savedText } from './support/moderator';
import { watchPointers } from './support/pointers';
import { firstMail } from './support/thread-mail';

test('UX-2: the main job without a pointer event', async () => {
  const userData = newUserData();
  const mail = firstMail(userData);
  const running = await launchApp({ userData });
  const { page } = running;
  const pointers = await watchPointers(page);
  const mod = moderator(running);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await mod.openMail(mail.file);
  await mod.addPeople('@p1 UVC maintainer\n@p2 Media maintainer\n@p3 ISP maintainer');
  for (const line of [
    '+ #uvc seats @p1,@p2',
    '+ #isp seats @p2,@p3',
    '+ #nvme seats @p1',
    '#uvc',
    '@p1 std -- A standard exists',
  ])
    await mod.type(line);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+2');
  const grid = page.getByRole('grid', { name: 'Positions' });
  await expect(grid).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await page.keyboard.press('2');
  await expect(grid.getByRole('gridcell', { name: /^p2\b.*Userspace allowed/i })).toHaveCount(1);
  await page.keyboard.press('j');
  await page.keyboard.press('3');
  await expect(grid.getByRole('gridcell', { name: /^p3\b.*Passthrough/i })).toHaveCount(1);

  await page.keyboard.press('Alt+1');
  await mod.type('@p3 obj #uvc -- Bug reports become unreadable // unless the layout is in the tree');
  await page.keyboard.press('Escape');
  await page.keyboard.press('C');
  const dialog = page.getByRole('dialog', { name: "Chair's call" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('2');
  await page.keyboard.press('s');
  await dialog.getByRole('textbox', { name: 'Statement' }).focus();
  await page.keyboard.type('Extension units need a published layout');
  // the objection is open: a call that departs from the assessment says why
  await page.keyboard.press('Tab');
  await page.keyboard.type('the layout answers it');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('u');
  await page.keyboard.press('Control+r');

  await page.keyboard.press('Alt+4');
  const said = (await mod.summary()).replace(/\s+/g, ' ');
  expect(said).toContain('rough consensus for S');
  expect(said).toContain('Extension units need a published layout');
  expect(said).toContain('the layout is in the tree');
  const file = path.join(userData, 'summary.eml');
  await chooseToSave(running.app, file);
  await page.keyboard.press('w');
  expect(await savedText(file)).toContain(`In-Reply-To: <${mail.messageId}>`);
  expect(await pointers()).toEqual([]);
});
