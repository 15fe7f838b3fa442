import { expect, type Locator, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './support/app';
import { test } from './support/cleanup';
import { moderator, type Moderator } from './support/moderator';

const LINES = [
  '+ @ana -- Ana Lind',
  '+ @bo -- Bo Kay',
  '+ @cat -- Cat Roe',
  '+ @dee -- Dee Poe',
  '+ #uvc seats @ana,@bo -- USB Video Class',
  '+ #isp seats @cat -- Camera ISPs',
  '#uvc',
  '@ana std -- Webcams follow a standard',
  '@bo usr ~std -- Some controls have none // if the layout is published // if the code is public',
];

/** What a palette entry does: found by its words, run with Enter. */
async function find(page: Page, words: string): Promise<void> {
  // what a dialog before it records may still be on its way
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`>${words}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Find or run' })).toBeHidden();
}

/** A session with four people and two subsystems, the room on the first of them. */
async function opened(): Promise<RunningApp & { readonly me: Moderator }> {
  const running = await launchApp();
  const { page } = running;
  const me = moderator(running);
  await me.introduce('Moderator', 'moderator@example.org', 'mod');
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Device passthrough');
  await page.keyboard.press('Control+Enter');
  for (const line of LINES) await me.type(line);
  await page.keyboard.press('Escape');
  return { ...running, me };
}

function row(page: Page, who: string): Locator {
  return page.getByRole('grid', { name: 'Positions' }).getByRole('row', { name: new RegExp(`^${who}\\b`) });
}

test('the room: what a moderator does live with things other than positions', async () => {
  const { app, page, me } = await opened();
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

  await test.step('rules: proposed, countered, answered, ruled on and called, with what stands behind each cell', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('u');
    const grid = page.getByRole('grid', { name: 'Rules' });
    const behind = page.getByRole('complementary', { name: 'Rule' });
    const cell = (name: RegExp): Locator => grid.getByRole('gridcell', { name });
    await cell(/^rule 1, at large/).click();
    await behind.getByRole('button', { name: 'counter' }).click();
    await expect(dialog).toHaveAccessibleName('Propose a rule');
    await page.keyboard.type('A layout in the tree is enough');
    await page.keyboard.press('Control+Enter');
    await expect(
      grid.getByRole('rowheader', { name: /^2 A layout in the tree is enough against rule 1/ }),
    ).toBeVisible();
    await expect(behind).toContainText('countered by rule 2');

    await page.keyboard.press('l');
    await page.keyboard.press('a');
    await expect(dialog).toHaveAccessibleName('Answer rule 1 #uvc');
    await page.keyboard.press('l');
    await dialog.getByRole('textbox', { name: 'Who' }).fill('@ana @bo');
    await dialog.getByRole('textbox', { name: 'Conditions' }).fill('it is published');
    await page.keyboard.press('Control+Enter');
    const answers = behind.getByRole('list', { name: 'Answers' });
    await expect(answers.getByRole('listitem')).toContainText([/ana can live with/, /bo can live with/]);
    await expect(cell(/^rule 1, uvc, 2 answers$/)).toBeVisible();
    await answers.getByRole('button', { name: 'Met: it is published' }).first().click();
    await expect(answers).toContainText('met: if it is published');

    await page.keyboard.press('s');
    await dialog.getByRole('combobox', { name: 'How it stands' }).selectOption('exception');
    const recordIt = dialog.getByRole('button', { name: /^Record the ruling/ });
    await expect(recordIt).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Scope' }).fill('old webcams');
    await dialog.getByRole('textbox', { name: 'Until' }).fill('2020-06-30');
    await dialog.getByRole('textbox', { name: 'Why' }).fill('nobody makes them any more');
    await page.keyboard.press('Control+Enter');
    await expect(behind).toContainText(
      'exception for old webcams, ran out on 2020-06-30, because nobody makes them any more',
    );
    await expect(cell(/^rule 1, uvc, exception, 2 answers$/)).toHaveText('except.');

    await page.keyboard.press('o');
    await dialog.getByRole('combobox', { name: 'Who objects' }).selectOption('dee');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('They are still sold');
    await page.keyboard.press('Control+Enter');
    await expect(behind).toContainText('They are still sold');
    await expect(behind).toContainText('contested: objection');
    await page.keyboard.press('Shift+C');
    await expect(dialog).toContainText('Call on rule 1 #uvc');
    await page.keyboard.press('3');
    await dialog.getByRole('textbox', { name: 'Statement' }).fill('It goes to the list');
    await page.keyboard.press('Control+Enter');
    await expect(behind).toContainText('Chair: no consensus. It goes to the list');

    await page.keyboard.press('e');
    await dialog.getByRole('textbox', { name: 'Text' }).fill('A standard is followed where a public one exists');
    await dialog.getByRole('checkbox').check();
    await page.keyboard.press('Control+Enter');
    await expect(answers).toContainText('held before the text changed');
    await expect(behind).toContainText('Held before the text changed: ruling and call.');
    const texts = behind.getByRole('list', { name: 'Texts of the rule' });
    await expect(texts.getByRole('listitem')).toContainText([/changed in substance/, /where there is one/]);
    await page.getByRole('group', { name: 'Matrix of' }).getByRole('button', { name: 'Positions' }).click();
    await expect(page.getByRole('grid', { name: 'Positions' })).toBeVisible();
  });

  await test.step('who can’t live with a stance is asked by stance, without a count, and answered there', async () => {
    await me.goTo('Live');
    await page.keyboard.press('w');
    await expect(dialog).toHaveAccessibleName('Who can’t live with');
    await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
    const cannot = dialog.getByRole('list', { name: 'Can’t live with it' });
    await page.keyboard.press('s');
    await expect(cannot.getByRole('listitem')).toHaveCount(0);
    await expect(dialog).toContainText('Can live with it: bo');
    await page.keyboard.press('u');
    await expect(cannot.getByRole('listitem')).toContainText([/ana.*Webcams follow a standard/]);
    await cannot.getByRole('button', { name: 'ana can live with it' }).click();
    await expect(dialog).toContainText('Can live with it: ana');
    await page.keyboard.press('Escape');
    await row(page, 'ana').click();
    await expect(row(page, 'ana')).toContainText('can live with userspace allowed');
  });

  await test.step('parts and layers lead to each other; what is deferred is listed, and resumed with its queue', async () => {
    await me.type('+ #tuning of isp affects uvc');
    await page.keyboard.press('Escape');
    const list = page.getByRole('list', { name: 'Subsystems' });
    await expect(list.getByRole('listitem')).toContainText([/uvc/, /isp/, /tuning/]);
    const subject = page.getByRole('region', { name: 'Subsystem' });
    await subject.getByRole('button', { name: '#tuning' }).click();
    await expect(subject).toContainText('part of #isp');
    await expect(subject).toContainText('affects #uvc');
    await row(page, 'dee').click();
    await me.type('#tuning');
    await page.keyboard.press('Escape');
    for (const kind of ['question', 'point of order', 'reply']) await find(page, `queue a ${kind}`);
    const queue = page.getByRole('list', { name: 'Queue' }).getByRole('listitem');
    await expect(queue).toContainText([/order/, /question/, /reply/]);
    await me.type('call defer #tuning to the media summit -- Not today');
    await me.type('#uvc');
    const deferred = page.getByRole('list', { name: 'Deferred' });
    await expect(deferred).toContainText('#tuning to the media summit');
    await deferred.getByRole('button', { name: 'resume #tuning' }).click();
    await expect(deferred).toBeHidden();
    await expect(subject).toContainText('#tuning');
    await expect(queue).toHaveCount(3);
  });
});
