import path from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { launchApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { gavel, holdTheSession, LINES_SAID } from './support/held-session';
import { chooseToSave, moderator, savedText } from './support/moderator';

test('the example is replayed to a time and back, in every view, and can’t be changed meanwhile', async () => {
  const gavelApp = await launchApp();
  const { page } = gavelApp;
  const mod = moderator(gavelApp);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await page.getByRole('button', { name: 'Look at the example' }).click();
  const subsystems = page.getByRole('list', { name: 'Subsystems' });
  await expect(subsystems).toContainText('fwctl');
  const log = page.getByRole('log', { name: 'Record' });
  await expect(log).toContainText('poll revealed');

  await test.step('every line is found, and a chart tells how the stances came to be', async () => {
    await mod.goTo('Review');
    await page.keyboard.press('l');
    await expect(page.getByRole('img', { name: /Stances on fwctl over time/ })).toBeVisible();
    await page.keyboard.press('/');
    await page.getByRole('textbox', { name: 'Search the record' }).fill('kind:call #drm');
    await expect(page.getByRole('status', { name: 'Found' })).toHaveText('1 of 140 lines');
    await expectAccessible(page, 'timeline');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('status', { name: 'Found' })).toHaveText('140 lines');
  });
  await test.step('at 10:10 there was no call on #drm yet, wherever one looks', async () => {
    await page.keyboard.type(':replay 10:10');
    await page.keyboard.press('Enter');
    const bar = page.getByRole('status', { name: 'Replay shows' });
    await expect(bar).toContainText('As of 10:10, replay');
    await expectAccessible(page, 'replay');
    await mod.goTo('Live');
    await expect(log).toContainText('objection 4');
    await expect(log).not.toContainText('rough consensus');
    await expect(page.getByRole('textbox', { name: 'Quick entry' })).toHaveAttribute('readonly');
    await mod.goTo('Summary');
    expect(await mod.summary()).toContain('until Tue, 17 Sep 2024, 10:08');
    await mod.goTo('Matrix');
    await expect(page.getByRole('grid', { name: 'Positions' })).toBeVisible();
    await expect(mod.cell('p12', 'accel')).toHaveAccessibleName(/No position/i);
  });
  await test.step('a key goes a line on; Esc is now', async () => {
    const slider = page.getByRole('slider', { name: 'Moment of the replay' });
    const before = Number(await slider.inputValue());
    await page.keyboard.press('.');
    await expect(slider).toHaveValue(String(before + 1));
    await page.keyboard.press(',');
    await expect(slider).toHaveValue(String(before));
    await page.keyboard.press('Escape');
    await expect(slider).toBeHidden();
    await expect(mod.cell('p12', 'accel')).toHaveAccessibleName(/Passthrough/i);
  });
  await test.step('what changed between two moments is read as a list', async () => {
    await mod.goTo('Review');
    await page.keyboard.press('d');
    await page.getByRole('textbox', { name: 'From' }).fill('10:10');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Changes' })).toContainText('call on #drm: rough consensus');
    await expectAccessible(page, 'changes');
  });
});

test('what waits is checked by keyboard; a second scribe’s file is merged, settled and taken out again', async () => {
  const userData = newUserData();
  const running = await launchApp({ userData });
  const { app, page } = running;
  const mod = moderator(running);
  await holdTheSession(running, mod);
  const waiting = page.getByRole('list', { name: 'To check' });
  const copy = path.join(userData, 'ana.gavel');

  await test.step('unclear words, a position without rationale, an objection without remedy', async () => {
    await mod.goTo('Review');
    await expect(waiting.getByRole('listitem')).toHaveText([
      /Objection 1 of p2 does not say what would remove it/,
      /with rationale/,
      /p2: Userspace allowed, no rationale/,
    ]);
    await expectAccessible(page, 'triage');
    await page.keyboard.press('e');
    await page.keyboard.type('the layout is in the tree');
    await page.keyboard.press('Control+Enter');
    await expect(waiting.getByRole('listitem')).toHaveCount(2);
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: 'Reads now as' }).fill('Webcams follow a standard');
    await page.keyboard.press('Control+Enter');
    await expect(waiting.getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('y');
    await expect(page.getByRole('status', { name: 'Progress' })).toHaveText('1 of 1, 1 looked at');
  });
  await test.step('two scribes go on from one copy and record the same position differently', async () => {
    await chooseToSave(app, copy);
    await page.keyboard.press('Control+s');
    await savedText(copy);
    await mod.goTo('Live');
    await mod.type('@p1 #uvc pass -- Only for bring-up');
    await page.keyboard.press('Escape');
    gavel('record', copy, '--by', 'ben', '@p1 #uvc usr -- A layout is published', '@p2 #uvc std');
  });
  const dialog = page.getByRole('dialog', { name: 'Merge into the session that is here?' });
  await test.step('the file says what it would bring before it does', async () => {
    await mod.reopen(copy);
    await expect(dialog.getByRole('list', { name: 'Conflicts' })).toContainText('what p1 holds on #uvc');
    await expect(dialog).toContainText('2 lines');
    await expectAccessible(page, 'merge');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
  });
  await test.step('undone it is out of the record; merged again the conflict waits', async () => {
    await page.getByRole('button', { name: 'Undo the merge' }).click();
    await expect(page.getByRole('status', { name: 'Echo' })).toContainText('The merge is undone: 2 lines');
    await mod.reopen(copy);
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await mod.goTo('Review');
    await waiting.getByRole('button', { name: /Two scribes differ about what p1 holds/ }).click();
    const choices = page.getByRole('list', { name: 'Which one stands' });
    await expect(choices.getByRole('button')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    await expect(waiting.getByRole('button', { name: /Two scribes differ/ })).toHaveCount(0);
  });
  await test.step('two sittings on one discussion are compared', async () => {
    await page.keyboard.press('Control+n');
    await page.getByRole('dialog', { name: 'New session' }).getByRole('textbox', { name: 'Title' }).fill('A year on');
    await page.keyboard.press('Control+Enter');
    for (const line of [...LINES_SAID.slice(0, 4), '@p1 #uvc std -- A standard came']) await mod.type(line);
    await page.keyboard.press('Escape');
    await mod.goTo('Review');
    await page.keyboard.press('d');
    await page.getByRole('combobox', { name: 'Or with' }).selectOption({ label: 'Device passthrough' });
    const changes = page.getByRole('list', { name: 'Changes' });
    await expect(changes).toContainText('A standard came');
    await expect(changes).toContainText(/p2 on #uvc: .*standard required/);
  });
  await test.step('a restart has the merged record', async () => {
    await mod.expectSaved();
    await running.close();
    const again = await launchApp({ userData });
    await again.page.getByRole('button', { name: 'Device passthrough', exact: true }).click();
    await moderator(again).goTo('Matrix');
    await expect(moderator(again).cell('p2', 'uvc')).toHaveAccessibleName(/Standard required/i);
    await again.close();
  });
});
