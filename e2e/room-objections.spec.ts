import { expect } from '@playwright/test';
import { test } from './support/cleanup';
import { find, row, smallRoom } from './support/small-room';

test('UX-23: conditions are met, objections raised, settled and disputed, and a call stands beside them', async () => {
  const { page, me } = await smallRoom();
  const echo = page.getByRole('status', { name: 'Echo' });
  const objections = page.getByRole('list', { name: 'Objections' });
  const dialog = page.getByRole('dialog');

  await test.step('conditions are met one by one: with a press, with m, and with the number of the line', async () => {
    await row(page, 'bo').click();
    await row(page, 'bo').getByRole('button', { name: 'Met: the layout is published' }).click();
    await expect(row(page, 'bo')).toContainText('met: if the layout is published');
    await page.keyboard.press('u');
    await expect(row(page, 'bo')).not.toContainText('met: if');
    await page.keyboard.press('m');
    await expect(dialog).toHaveAccessibleName('Conditions of bo on #uvc');
    await page.keyboard.press('2');
    await expect(dialog.getByRole('list', { name: 'Conditions' })).toContainText('met: if the code is public');
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await expect(dialog).toBeHidden();
    await expect(row(page, 'bo')).toContainText('met: if the layout is published');
    await page.keyboard.press('m');
    await expect(echo).toHaveText('bo waits for no condition on #uvc.');
  });

  await test.step('an objection is raised now, its reason and end given later; a hold says how long it runs', async () => {
    await row(page, 'ana').click();
    await page.keyboard.press('o');
    await expect(dialog).toHaveAccessibleName('Objection of ana on #uvc');
    await page.keyboard.press('Control+Enter');
    await expect(objections).toContainText('No reason yet: it does not block.');
    await expect(objections).toContainText('1 · ana · seat');
    await find(page, 'edit an objection');
    await expect(dialog).toHaveAccessibleName('Edit objection 1');
    await page.keyboard.type('Bug reports become unreadable');
    await dialog.getByRole('textbox', { name: 'Hold until' }).fill('soon');
    await expect(dialog).toContainText('"soon" is not a time.');
    await dialog.getByRole('textbox', { name: 'Hold until' }).fill('20m');
    await page.keyboard.press('Control+Enter');
    await expect(objections).toContainText('Bug reports become unreadable');
    await expect(objections).toContainText('hold, 20 min left');
    await objections.getByRole('button', { name: 'edit objection 1' }).click();
    await dialog.getByRole('textbox', { name: 'Hold until' }).fill('-');
    await page.keyboard.press('Control+Enter');
    await expect(objections).not.toContainText('hold');
  });

  await test.step('how an objection was settled is chosen with the arrows', async () => {
    await row(page, 'ana').click();
    await page.keyboard.press('Shift+O');
    await expect(dialog).toHaveAccessibleName('Settle objection 1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Enter');
    await expect(objections).toContainText('withdrawn');
    await page.keyboard.press('u');
    await expect(objections).not.toContainText('withdrawn');
  });

  await test.step('anybody disputes an objection, from the list or by name', async () => {
    await objections.getByRole('button', { name: 'dispute objection 1' }).click();
    await dialog.getByRole('combobox', { name: 'Who disputes it' }).selectOption('bo');
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Nobody saw such a report');
    await page.keyboard.press('Control+Enter');
    await expect(objections).toContainText('open, disputed by bo');
  });

  await test.step('an objection to a rule, which is on no subsystem, is in sight', async () => {
    await me.type('rule 1 -- A standard is followed where there is one');
    await me.type('@cat obj rule 1 -- It names no standard');
    await expect(objections).toContainText('2 · cat · on rule 1');
    await page.keyboard.press('Escape');
    await me.type('+ #isp -- Camera ISPs');
    await page.keyboard.press('Escape');
    await page.keyboard.press(']');
    await expect(page.getByRole('heading', { name: 'Objections none here' })).toBeVisible();
    await page.keyboard.press('[');
  });

  await test.step('UX-23: a call wants a statement, and a reason where it departs; its objections stand beside it', async () => {
    await page.keyboard.press('Shift+C');
    await expect(dialog).toHaveAccessibleName("Chair's call");
    // nothing is chosen, whatever the counts say
    await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(1);
    await expect(dialog.getByRole('radio', { name: /for none/ })).toBeChecked();
    await expect(dialog).toContainText('Objection 1 is open.');
    const record = dialog.getByRole('button', { name: /^Record call/ });
    await page.keyboard.press('2');
    await page.keyboard.press('s');
    await expect(record).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Statement' }).fill('Extension units need a layout');
    await expect(dialog).toContainText('The assessment says contested: say why the call departs from it');
    // the chair may leave it out: then the call is marked, and waits in Review
    await expect(record).toBeEnabled();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The layout answers it');
    await page.keyboard.press('Control+Enter');
    const subject = page.getByRole('region', { name: 'Subsystem' });
    await expect(subject).toContainText('Rough consensus');
    await expect(subject).toContainText('1 open objection');
    await expect(page.locator('body')).not.toContainText('%');
    await page.keyboard.press('Shift+C');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('More was said');
    await dialog.getByRole('button', { name: 'Reopen' }).click();
    await expect(subject).toContainText('No call yet');
    await expect(echo).toHaveText('Recorded: call on #uvc: reopened, with reason');
  });

  await test.step('a key that is pressed again before the first press is on the disk records once', async () => {
    const log = page.getByRole('log', { name: 'Record' });
    await row(page, 'cat').click();
    await page.keyboard.press('o');
    await page.keyboard.type('Said once');
    await Promise.all([1, 2, 3].map(() => page.keyboard.press('Control+Enter')));
    await expect(dialog).toBeHidden();
    await expect(log.getByText('Said once')).toHaveCount(1);
    await me.type('note -- what came after it');
    await expect(log.getByText('Said once')).toHaveCount(1);
  });
});
