import { expect } from '@playwright/test';
import { launchApp } from './support/app';
import { test } from './support/cleanup';
import { moderator } from './support/moderator';

test('an agenda by keyboard: minutes and order, the clock of the room and of who speaks, and what is left behind', async () => {
  const running = await launchApp();
  const { page } = running;
  const me = moderator(running);
  await me.introduce('Moderator', 'moderator@example.org', 'mod');
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Device passthrough');
  await page.keyboard.press('Control+Enter');
  for (const line of ['+ @ana -- Ana Lind', '+ @bo -- Bo Kay', '+ #uvc', '+ #isp']) await me.type(line);

  await test.step('order and minutes are a text', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('>agenda');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Agenda' });
    const text = dialog.getByRole('textbox', { name: 'Subsystems and minutes' });
    await expect(text).toHaveValue('uvc\nisp');
    await text.fill('isp 15\nuvc soon');
    await expect(dialog).toContainText('2: These are no minutes.');
    await text.fill('isp 15\nuvc 20');
    await expect(dialog).toContainText('35 minutes in all');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('list', { name: 'Subsystems' }).getByRole('listitem').first()).toContainText('isp');
    await expect(page.getByRole('button', { name: /^Agenda, ends at/ })).toBeVisible();
  });

  await test.step('the clock of the subsystem, and of who speaks', async () => {
    await me.type('#isp');
    await expect(page.getByText('0 of 15 min on subsystem')).toBeVisible();
    await me.type('q+ @ana');
    await me.type('qq+ @bo -- about that');
    const queue = page.getByRole('list', { name: 'Queue' });
    await expect(queue.getByRole('listitem')).toHaveText([/^boreply: about that/, /^anatopic/]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+A');
    await expect(page.getByText(/^0:0\d of 3:00$/)).toBeVisible();
    await page.keyboard.press('t');
    await expect(page.getByText(/^0:0\d of 3:00$/)).toBeHidden();
    await queue.getByRole('button', { name: 'ana leaves the queue' }).click();
    await expect(queue.getByRole('listitem')).toHaveCount(0);
    await page.keyboard.press('u');
    await expect(queue.getByRole('listitem')).toHaveCount(1);
  });

  await test.step('leaving says what is left behind, and asks nothing', async () => {
    await me.type('@bo obj -- not yet');
    await me.type('#uvc');
    const echo = page.getByRole('status', { name: 'Echo' });
    await expect(echo).toContainText(
      '#isp is left with 1 in the queue, 1 open objection and no call: Undo turns back.',
    );
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const subject = page.getByRole('region', { name: 'Subsystem' });
    await expect(subject).toContainText('#uvc');
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    // the screen turns back with the room
    await expect(subject).toContainText('#isp');
    await expect(page.getByRole('list', { name: 'Queue' }).getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('Control+r');
    await expect(subject).toContainText('#uvc');
  });

  await test.step('a closed queue takes points of order alone; what waits is no speaker', async () => {
    await me.type('#isp');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: /^Queue/ })).toBeVisible();
    await page.getByRole('button', { name: 'close queue' }).click();
    await page.keyboard.press('i');
    await page.keyboard.type('q+ @bo');
    await expect(page.getByRole('status', { name: 'Quick entry says' })).toContainText(
      'The queue of #isp is closed; points of order still pass.',
    );
    await page.keyboard.press('Control+u');
    await me.type('q+ @bo order');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('list', { name: 'Queue' }).getByRole('listitem')).toHaveText([/^boorder/, /^anatopic/]);
    await page.keyboard.press('Shift+A');
    // a second press at once is the same call
    await page.keyboard.press('Shift+A');
    await expect(page.getByRole('heading', { name: /^Speaking/ })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Queue' }).getByRole('listitem')).toHaveText([/^anatopic/]);
    await me.type('#uvc');
    await me.type('#isp');
    await expect(page.getByRole('list', { name: 'Queue' }).getByRole('listitem')).toHaveCount(1);
  });
});
