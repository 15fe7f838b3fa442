import { expect } from '@playwright/test';
import { test } from './support/cleanup';
import { find, smallRoom } from './support/small-room';

test('UX-17: who is here, questions, polls that name nobody, notes and actions', async () => {
  const { app, page, me } = await smallRoom();
  const dialog = page.getByRole('dialog');

  await test.step('attendance: one key marks a person and goes on; the header counts, and quorum follows', async () => {
    await find(page, 'attendance');
    await expect(dialog).toHaveAccessibleName('Attendance');
    const rows = dialog.getByRole('grid', { name: 'Attendance' }).getByRole('row');
    await expect(rows.first()).toBeFocused();
    await page.keyboard.press('p');
    await page.keyboard.press('l');
    await page.keyboard.press('r');
    await expect(rows).toHaveText([/^ana.*, present/, /^bo.*, left/, /^cat.*, regrets/, /^dee.*, not noted/]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('k');
    await page.keyboard.press('p');
    await dialog.getByRole('button', { name: 'The rest is present' }).click();
    await expect(dialog).toContainText('3 present, 1 regrets');
    await page.keyboard.press('Control+z');
    await expect(rows.last()).toHaveText(/not noted/);
    await dialog.getByRole('button', { name: 'dee: present' }).click();
    await page.keyboard.press('Escape');
    const header = page.getByRole('button', { name: /^Attendance/ });
    await expect(header).toHaveAccessibleName('Attendance: 3 present, 1 regrets');
    await me.type('#isp');
    await me.type('@ana #isp std');
    // the only seat sent regrets
    await expect(page.getByRole('region', { name: 'Subsystem' })).toContainText('every seat recused or sent regrets');
    await me.type('regrets @ana');
    await expect(header).toHaveAccessibleName('Attendance: 2 present, 2 regrets');
    await me.type('#uvc');
    await page.keyboard.press('Escape');
  });

  await test.step('a question is asked, stays at hand, and is answered', async () => {
    await find(page, 'ask a question');
    await page.keyboard.type('Who documents the layout?');
    await dialog.getByRole('combobox', { name: 'Who asks' }).selectOption('ana');
    await dialog.getByRole('textbox', { name: 'To whom' }).fill('@bo @nobody');
    await expect(dialog).toContainText('Nobody called "nobody".');
    await dialog.getByRole('textbox', { name: 'To whom' }).fill('@bo, @cat');
    await page.keyboard.press('Control+Enter');
    const questions = page.getByRole('list', { name: 'Questions' });
    await expect(questions).toContainText('Who documents the layout?');
    await expect(questions).toContainText('1 · ana · to bo, cat');
    await questions.getByRole('button', { name: 'call on question 1' }).click();
    await expect(dialog).toContainText('Call on question 1');
    await page.keyboard.press('4');
    await dialog.getByRole('textbox', { name: 'Statement' }).fill('Taken to the list');
    await page.keyboard.press('Control+Enter');
    await expect(questions).toContainText('call: deferred');
    await find(page, 'answer a question');
    await expect(dialog).toHaveAccessibleName('Answer question 1');
    await page.keyboard.type('The vendor does');
    await page.keyboard.press('Control+Enter');
    await expect(questions.getByRole('listitem')).toHaveCount(0);
    await page.getByRole('button', { name: '1 answered' }).click();
    await expect(questions).toContainText('bo: The vendor does');
  });

  await test.step('UX-17: a poll is asked, counted and revealed; the room sees no count before, and never a name', async () => {
    const opening = app.waitForEvent('window');
    await page.keyboard.press('Shift+P');
    const room = await opening;
    await find(page, 'poll');
    await page.keyboard.type('Is a layout enough?');
    await dialog.getByRole('textbox', { name: 'Options' }).fill('yes\nno');
    await page.keyboard.press('Control+Enter');
    const shown = room.getByRole('region', { name: 'Poll' });
    await expect(shown).toContainText('Is a layout enough?');
    await find(page, 'poll');
    await dialog.getByRole('textbox', { name: 'yes', exact: true }).fill('three');
    await expect(dialog).toContainText('A whole number.');
    await dialog.getByRole('textbox', { name: 'yes', exact: true }).fill('31');
    await dialog.getByRole('textbox', { name: 'no', exact: true }).fill('17');
    const reveal = dialog.getByRole('button', { name: 'Reveal' });
    await expect(reveal).toBeDisabled();
    await page.keyboard.press('Control+Enter');
    await expect(reveal).toBeEnabled();
    const here = page.getByRole('region', { name: 'Poll', includeHidden: true });
    await expect(here).toContainText('counted, not revealed');
    await expect(here).not.toContainText('31');
    await expect(shown).not.toContainText('31');
    await reveal.click();
    await expect(here).toContainText('31 yes');
    await expect(shown).toContainText('31 yes');
    await room.close();
  });

  await test.step('notes and actions: who, what, by when, asked or accepted, done or dropped', async () => {
    await find(page, 'take a note');
    await page.keyboard.type('The beamer was late');
    await dialog.getByRole('checkbox', { name: /^Private/ }).check();
    await page.keyboard.press('Control+Enter');
    await find(page, 'notes of this session');
    await expect(page.getByRole('list', { name: 'Notes' })).toContainText('The beamer was lateprivate · #uvc');
    for (const [text, due] of [
      ['Write the layout down', '2020-10-01'],
      ['Ask the vendor', ''],
    ] as const) {
      await find(page, 'assign an action');
      await page.keyboard.type(text);
      await dialog.getByRole('textbox', { name: 'Who' }).fill('@bo');
      await dialog.getByRole('textbox', { name: 'By when' }).fill(due);
      if (due === '') await dialog.getByRole('checkbox').uncheck();
      await page.keyboard.press('Control+Enter');
    }
    await page.getByRole('button', { name: /^Actions 2/ }).click();
    const list = page.getByRole('list', { name: 'Actions' });
    await expect(list).toContainText('bo · by 2020-10-01 · #uvc · late');
    await expect(list).toContainText('bo · only asked · #uvc');
    await list.getByRole('button', { name: 'accepted: Ask the vendor' }).click();
    await expect(list).not.toContainText('only asked');
    await list.getByRole('button', { name: 'done: Write the layout down' }).click();
    await expect(list).toContainText('#uvc · done');
    await list.getByRole('button', { name: 'drop: Ask the vendor' }).click();
    await page.keyboard.type('the vendor is gone');
    await page.keyboard.press('Control+Enter');
    await expect(list).toContainText('dropped: the vendor is gone');
    await find(page, 'record: every line');
    await expect(page.getByRole('log', { name: 'Record' })).toBeVisible();
  });
});
