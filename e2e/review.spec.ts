import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { expect, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';
import { launchApp, ROOT, type RunningApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { chooseToSave, moderator, savedText, type Moderator } from './support/moderator';

const CLI = path.join(ROOT, 'out', 'cli', 'gavel.mjs');

const LINES = [
  '+ @p1 -- UVC maintainer <p1@maintainers.example>',
  '+ @p2 -- Media maintainer <p2@maintainers.example>',
  '+ #uvc seats @p1,@p2 -- USB Video Class',
  '#uvc',
  '@p1 std -- Webcams follow (?) a standard',
  '@p2 usr',
  '@p2 obj -- Bug reports become unreadable',
];

function gavel(...args: readonly string[]): string {
  return execFileSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
}

/** Begins a session and records what the room says. */
async function holdTheSession({ page }: RunningApp, mod: Moderator): Promise<void> {
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New session' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Device passthrough');
  await dialog.getByRole('textbox', { name: 'Time zone' }).fill('UTC');
  await page.keyboard.press('Control+Enter');
  for (const line of LINES) await mod.type(line);
  await page.keyboard.press('Escape');
}

/** What axe finds on the screen as it is. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  await page.evaluate(axe.source);
  const found = (): Promise<readonly string[]> =>
    page.evaluate(async () => {
      const { axe: here } = window as unknown as {
        axe: { run: () => Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }> };
      };
      return (await here.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
  await expect.poll(found, { message: screen }).toEqual([]);
}

/** What is selected, and whether all of it can be seen within an element. */
function selectedIn(element: Locator): Promise<{ readonly text: string; readonly inSight: boolean }> {
  return element.evaluate((shown) => {
    const selection = getSelection();
    const selected = selection?.rangeCount === 1 ? selection.getRangeAt(0).getBoundingClientRect() : new DOMRect();
    const seen = document.elementsFromPoint(selected.left + selected.width / 2, selected.top + selected.height / 2);
    const { top, bottom } = shown.getBoundingClientRect();
    const within = selected.height > 0 && selected.top >= top && selected.bottom <= Math.min(bottom, innerHeight);
    return { text: selection?.toString() ?? '', inSight: within && shown.contains(seen[0] ?? null) };
  });
}

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
    for (const line of [...LINES.slice(0, 4), '@p1 #uvc std -- A standard came']) await mod.type(line);
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

test('a line that is found fault with is selected and in sight, far down in a long mail too', async () => {
  const gavelApp = await launchApp();
  const { page } = gavelApp;
  const mod = moderator(gavelApp);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await page.getByRole('button', { name: 'Look at the example' }).press('Enter');
  await page.getByRole('button', { name: 'Make it mine' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Make it mine' })).toBeHidden();
  // too long for a line: it becomes one of the links at the mail's end, where no entry is to be shown
  const link = 'https://archive.example/2024-07/device-passthrough-considered-harmful/sender@xxxx.example';
  await mod.type(`@p9 #nvme usr -- I wrote why: ${link}`);
  await page.keyboard.press('Escape');
  await mod.goTo('Summary');
  await page.getByText(/\d+ to look at/).click();
  const found = page.getByRole('listitem').filter({ hasText: /Line \d+ holds an address that an archive masked/ });
  const number = Number(/Line (\d+)/.exec(await found.innerText())?.[1]);
  const mail = page.getByRole('document', { name: 'Summary mail' });
  const lines = ((await mail.textContent()) ?? '').split('\n');
  expect(lines[number - 1]).toMatch(/^\[\d+\] https:.*sender@xxxx/);
  expect(number, 'it is far down').toBeGreaterThan(lines.length / 2);
  expect(await mail.evaluate(({ scrollTop }) => scrollTop)).toBe(0);

  await found.getByRole('button', { name: 'show in the mail' }).press('Enter');
  expect(await selectedIn(mail)).toEqual({ text: lines[number - 1], inSight: true });
});

test('slips are answered, every form is saved, and what was sent is locked and proved', async () => {
  const userData = newUserData();
  const running = await launchApp({ userData });
  const { app, page } = running;
  const mod = moderator(running);
  await holdTheSession(running, mod);
  await mod.goTo('Summary');

  await test.step('what the mail lacks is said with its way out', async () => {
    const lacks = page.getByRole('list', { name: 'What it lacks' });
    await expect(lacks).toContainText('To names nobody');
    await lacks.getByRole('button', { name: 'go to To' }).press('Enter');
    await expect(page.getByRole('textbox', { name: 'To' })).toBeFocused();
    await page.getByRole('textbox', { name: 'To' }).fill('summit@lists.example');
    await expect(page.getByText('To names nobody')).toBeHidden();
    await expectAccessible(page, 'summary');
  });
  await test.step('a slip is sent to each, and a name that is withheld is nowhere', async () => {
    await page.getByRole('button', { name: 'Slips' }).click();
    const dialog = page.getByRole('dialog', { name: 'Slips' });
    await expectAccessible(page, 'slips');
    await chooseToSave(app, path.join(userData, 'slips.mbox'));
    await dialog.getByRole('button', { name: /Save all as mails/ }).click();
    expect(await savedText(path.join(userData, 'slips.mbox'))).toContain('To: UVC maintainer <p1@maintainers.example>');
    await dialog.getByRole('button', { name: /^Withheld: position on uvc/ }).click();
    await page.keyboard.press('Escape');
    await expect.poll(() => mod.summary()).not.toContain('UVC maintainer');
  });
  await test.step('every form is saved; the PDF is one', async () => {
    const forms = {
      PDF: 'x.pdf',
      HTML: 'x.html',
      Markdown: 'x.md',
      CSV: 'x.csv',
      JSON: 'x.json',
      'Draft for mutt -H': 'x.draft',
      'File for git send-email': 'x.txt',
      'Mails to each list (.mbox)': 'x.mbox',
    };
    for (const [title, name] of Object.entries(forms)) {
      const file = path.join(userData, name);
      await chooseToSave(app, file);
      await page.getByRole('button', { name: 'Save as' }).click();
      await page.getByRole('menuitem', { name: title }).click();
      await expect.poll(() => fs.existsSync(file), { message: title }).toBe(true);
      const bytes = fs.readFileSync(file);
      expect(bytes.length, title).toBeGreaterThan(200);
      expect(bytes.includes('UVC maintainer'), title).toBe(false);
      expect(bytes.subarray(0, 5).toString('latin1') === '%PDF-', title).toBe(title === 'PDF');
      expect(fs.statSync(file).mode & 0o777, title).toBe(0o600);
    }
    expect(() => JSON.parse(fs.readFileSync(path.join(userData, 'x.json'), 'utf8')) as unknown).not.toThrow();
  });
  await test.step('what was sent is recorded and locked, and the mail proves to be of it', async () => {
    const mail = path.join(userData, 'summary.eml');
    await chooseToSave(app, mail);
    await page.getByRole('button', { name: /Save .*\.eml/ }).click();
    await savedText(mail);
    await page.getByRole('button', { name: 'It was sent' }).click();
    await page.getByRole('button', { name: 'Lock the record' }).click();
    await expect(page.getByText('The record is locked', { exact: true })).toBeVisible();
    await mod.goTo('Live');
    await expect(page.getByRole('textbox', { name: 'Quick entry' })).toHaveAttribute('readonly');
    const record = path.join(userData, 'sent.gavel');
    await chooseToSave(app, record);
    await page.keyboard.press('Control+s');
    await savedText(record);
    expect(gavel('check', record, '--mail', mail)).toMatch(/mail/i);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByRole('textbox', { name: 'Quick entry' })).not.toHaveAttribute('readonly');
  });
});
