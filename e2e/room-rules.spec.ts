import { expect, type Locator } from '@playwright/test';
import { test } from './support/cleanup';
import { find, row, smallRoom } from './support/small-room';

test('rules and where they hold, who can’t live with a stance, and subsystems that belong together', async () => {
  const { page, me } = await smallRoom();
  const dialog = page.getByRole('dialog');
  await me.type('rule 1 -- A standard is followed where there is one');

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
