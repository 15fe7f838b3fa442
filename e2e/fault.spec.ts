import { expect } from '@playwright/test';
import { launchApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { moderator } from './support/moderator';
import { roomFile } from './support/room';

test('a fault in a view or a dialog leaves the rest: another view records on, and what failed is tried again', async () => {
  const userData = newUserData();
  const running = await launchApp({ userData, args: [roomFile(userData)] });
  const { page } = running;
  const mod = moderator(running);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await expect(page.getByRole('list', { name: 'Subsystems' })).toContainText('uvc');
  // what the Matrix asks for while it is drawn, and what only dialogs ask for once they are there
  await page.evaluate(() => {
    const matchMedia = window.matchMedia.bind(window);
    const add = document.addEventListener.bind(document);
    window.matchMedia = () => {
      throw new Error('no screen here');
    };
    document.addEventListener = (...heard: Parameters<typeof add>) => {
      if (heard[0] === 'focusin') throw new Error('nobody listens');
      add(...heard);
    };
    Object.assign(window, {
      mend: () => {
        window.matchMedia = matchMedia;
        document.addEventListener = add;
      },
    });
  });
  const fault = page.getByRole('alert');

  await page.keyboard.press('Alt+2');
  await expect(fault).toContainText('Matrix can’t be shown');
  await expect(fault).toContainText('no screen here');
  await page.keyboard.press('Alt+1');
  await expect(fault).toHaveCount(0);
  await mod.type('note -- recorded beside a fault');
  await mod.expectSaved();
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  await expect(fault).toContainText('This dialog can’t be shown');
  await page.keyboard.press('Escape');
  await expect(fault).toHaveCount(0);
  await expect(page.getByRole('log')).toContainText('recorded beside a fault');

  await page.keyboard.press('Alt+2');
  await expect(fault).toContainText('Matrix can’t be shown');
  await page.evaluate(() => {
    (window as unknown as { mend: () => void }).mend();
  });
  await fault.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('grid', { name: 'Positions' })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
});
