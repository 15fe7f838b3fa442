import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { launchApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { gavel, holdTheSession } from './support/held-session';
import { chooseToSave, moderator, savedText } from './support/moderator';
import { destinationsOf } from './support/pdf';

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

test('a PDF of the example has at each statement the ids of the entries behind it, as the HTML has them', async () => {
  const userData = newUserData();
  const running = await launchApp({ userData });
  const { app, page } = running;
  const mod = moderator(running);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await page.getByRole('button', { name: 'Look at the example' }).press('Enter');
  await mod.goTo('Summary');
  const saved = async (title: string, name: string): Promise<string> => {
    const file = path.join(userData, name);
    await chooseToSave(app, file);
    await page.getByRole('button', { name: 'Save as' }).click();
    await page.getByRole('menuitem', { name: title }).click();
    await savedText(file);
    return file;
  };
  const html = fs.readFileSync(await saved('HTML', 'x.html'), 'utf8');
  const file = await saved('PDF', 'x.pdf');
  const places = destinationsOf(fs.readFileSync(file)).filter(({ name }) => name.includes('='));
  const behind = [...html.matchAll(/ data-entries="([^"]*)"/g)].flatMap(([, ids = '']) => ids.split(' '));
  const named = places.flatMap(({ name }) => name.slice(6).split(',')).filter((id) => id !== '-');
  expect(behind.length).toBeGreaterThan(100);
  expect([...new Set(named)].sort()).toEqual([...new Set(behind)].sort());
  // the numbers go down the page and on to the next
  const pages = places.map((place) => place.page);
  expect(pages).toEqual([...pages].sort((a, b) => a - b));
  expect(pages[0]).toBe(1);
  expect(new Set(pages).size).toBeGreaterThan(5);

  const { stdout, error } = spawnSync('pdfinfo', ['-dests', file], { encoding: 'utf8' });
  if (error !== undefined) {
    test.info().annotations.push({ type: 'skipped', description: 'pdfinfo is not here' });
    return;
  }
  const listed = [...stdout.matchAll(/^ *(\d+) \[.*"(.*=.*)"$/gm)].map(([, at, name]) => ({ name, page: Number(at) }));
  expect(listed).toEqual(places);
});
