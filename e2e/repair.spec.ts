import { expect, type Locator } from '@playwright/test';
import { launchApp, type RunningApp } from './support/app';
import { test } from './support/cleanup';
import { moderator, type Moderator } from './support/moderator';

interface Room extends RunningApp {
  readonly me: Moderator;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly log: Locator;
  readonly echo: Locator;
}

/** A session with the room on uvc, three people in it. */
async function inTheRoom(): Promise<Room> {
  const running = await launchApp();
  const { page } = running;
  const me = moderator(running);
  await me.introduce('Moderator', 'moderator@gavel.example', 'mod');
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Device passthrough');
  await page.keyboard.press('Control+Enter');
  for (const line of ['+ @p1', '+ @p2', '+ @p3', '+ #uvc', '+ #isp', '#uvc']) await me.type(line);
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  return {
    ...running,
    me,
    press,
    log: page.getByRole('log', { name: 'Record' }),
    echo: page.getByRole('status', { name: 'Echo' }),
  };
}

test('any entry of the log is edited, struck and restored by keyboard, and what it said before stays readable', async () => {
  const { page, me, press, log, echo } = await inTheRoom();
  await me.type('@p1 std -- wrks today // if the layout is published');
  await me.type('note -- teh projector flickers');
  await me.type('s/teh/the/');
  await expect(log).toContainText('the projector flickers');
  await expect(log).toContainText('teh projector flickers');

  // the newest line is the correction; two below it stands the position
  await page.getByRole('button', { name: /^Notes/ }).click();
  await expect(log).toBeHidden();
  await press('g', 'e');
  await expect(log.locator('[aria-current]')).toContainText('the projector flickers');
  await press('j', 'j');
  await expect(log.locator('[aria-current]')).toContainText('wrks today');
  await press('e');
  const dialog = page.getByRole('dialog', { name: 'Edit the words' });
  await expect(dialog.getByRole('textbox', { name: 'Words' })).toHaveValue('wrks today');
  // what is typed goes on from there
  await page.keyboard.type(' too');
  await expect(dialog.getByRole('textbox', { name: 'Words' })).toHaveValue('wrks today too');
  await dialog.getByRole('textbox', { name: 'Words' }).fill('works today');
  await press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(me.cell('p1', 'uvc')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Positions' })).toContainText('works today');
  await expect(log).toContainText('wrks today');

  // the keys are the log's again: the older line shows what stands, and what stood before
  await expect(log.locator('[aria-current]')).toContainText('wrks today');
  await press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Words' })).toHaveValue('works today');
  await expect(dialog.getByRole('list', { name: 'Earlier words' })).toContainText('wrks today');
  await press('Escape');
  await expect(dialog).toBeHidden();
  await expect(log.locator('[aria-current]')).toBeFocused();

  await press('k', 'k');
  await expect(log.locator('[aria-current]')).toContainText('the projector flickers');
  await press('d');
  await expect(echo).toContainText('Recorded: struck');
  await expect(log.getByRole('listitem').filter({ hasText: ', struck' })).toContainText('the projector flickers');
  await press('d');
  await expect(echo).toContainText('Recorded: restored');
  await press('u');
  await expect(echo).toContainText('Undone: ');
  await press('Escape', 'k');
  await expect(log.locator('[aria-current]')).toContainText('the projector flickers');
  await expect(log.getByRole('listitem').first()).toContainText('recorded by mod');
});

test('any entry of the log is edited and struck with the mouse', async () => {
  const { page, me, log } = await inTheRoom();
  await me.type('@p1 obj -- reports become unreadble');
  const line = log.getByRole('listitem').filter({ hasText: 'unreadble' });
  await line.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Edit the words' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit the words' });
  await dialog.getByRole('textbox', { name: 'Words' }).fill('reports become unreadable');
  await dialog.getByRole('button', { name: /^Record/ }).click();
  await expect(page.getByRole('list', { name: 'Objections' })).toContainText('reports become unreadable');
  await expect(line).toHaveCount(1);
  await line.getByRole('button', { name: /^Menu of the line/ }).click();
  await page.getByRole('menuitem', { name: 'Strike' }).click();
  await expect(line).toContainText('struck');
});

test('tagged rows take one stance as one act, in Live and in the Matrix, and one undo takes all back', async () => {
  const { page, me, press, echo } = await inTheRoom();
  const held = (stance: RegExp): Locator => page.getByRole('gridcell', { name: stance });
  await press('Escape', 'g', 'g', 'x', 'j', 'j', 'x', '2');
  await expect(held(/^p[13]\b.*uvc.*Userspace allowed/i)).toHaveCount(2);
  await press('u');
  await expect(held(/Userspace allowed/i)).toHaveCount(0);
  await expect(echo).toContainText(/Undone: .*p1.*p3/);

  await me.goTo('Matrix');
  await press('g', 'g', 'x', 'j', 'x', 'l', '3');
  // the tags were for the column that they were set in
  await expect(held(/^p2\b.*isp.*Passthrough/i)).toHaveCount(1);
  await expect(held(/^p\d\b.*Passthrough/i)).toHaveCount(1);
  await press('u', 'h', 'k', 'x', 'j', 'x', '1');
  await expect(held(/^p[12]\b.*uvc.*Standard required/i)).toHaveCount(2);
  await press('u');
  await expect(held(/^p\d\b.*Standard required/i)).toHaveCount(0);
});

test('a stance for everybody is asked for with its number, and is one act', async () => {
  const { page, me, press } = await inTheRoom();
  await me.type('@p1 abs');
  await press('Escape', ':');
  await page.keyboard.type('set-all abs');
  await press('Enter');
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(dialog).toContainText('2 of 3 people on #uvc');
  await press('Control+Enter');
  await expect(page.getByRole('gridcell', { name: /Abstain/i })).toHaveCount(3);
  await press('u');
  await expect(page.getByRole('gridcell', { name: /Abstain/i })).toHaveCount(1);
});
