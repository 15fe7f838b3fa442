import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp, ROOT } from './support/app';
import { newUserData, test } from './support/cleanup';
import { moderator } from './support/moderator';

const REAL = path.resolve(ROOT, '../shared/data/passthrough.t.mbox.gz');

/** The real thread where it is there, else one of three mails written by hand (and a line that says so). */
function thread(folder: string): { readonly file: string; readonly mails: number } {
  if (fs.existsSync(REAL)) return { file: REAL, mails: 126 };
  console.log('data/passthrough.t.mbox.gz is not there: a thread written by hand stands in for it');
  const file = path.join(folder, 'thread.mbox');
  fs.writeFileSync(file, ['', '1', '2'].map(mail).join(''));
  return { file, mails: 3 };
}

function mail(answers: string): string {
  return [
    'From mboxrd@z Thu Jan  1 00:00:00 1970',
    `From: Maintainer ${answers} <m${answers}@maintainers.example>`,
    'To: summit@lists.example',
    'Date: Mon, 08 Jul 2024 15:26:43 -0700',
    `Message-ID: <mail${answers}@maintainers.example>`,
    ...(answers === '' ? [] : ['In-Reply-To: <mail@maintainers.example>']),
    'Subject: How much passthrough is too much?',
    '',
    '> What do you hold?',
    '',
    'A published layout comes first.',
    '',
    '',
  ].join('\n');
}

test('a thread comes in with the session that it begins, once however often it is opened', async () => {
  const userData = newUserData();
  const { file, mails } = thread(userData);
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await mod.openMail(file);
  const echo = page.getByRole('status', { name: 'Echo' });
  await expect(echo).toContainText(`${String(mails)} new mails, 0 known already.`);
  await mod.goTo('Thread');
  await mod.reopen(file);
  await expect(echo).toContainText(`0 new mails, ${String(mails)} known already.`);
});

const QUOTED = `From mboxrd@z Thu Jan  1 00:00:00 1970
From: Device maintainer <device@maintainers.example>
To: summit@lists.example
Date: Mon, 08 Jul 2024 15:26:43 -0700
Message-ID: <root@maintainers.example>
Subject: How much passthrough is too much?

Is a published layout needed?

From mboxrd@z Thu Jan  1 00:00:00 1970
From: Media maintainer <media@maintainers.example>
Date: Tue, 09 Jul 2024 10:00:00 +0200
Message-ID: <answer@maintainers.example>
In-Reply-To: <root@maintainers.example>
Subject: Re: How much passthrough is too much?

> Is a published layout needed?

A camera without it has no
user that we can test.

`;

test('a maildir is opened: cur and new, and what is no mail is said', async () => {
  const userData = newUserData();
  const box = path.join(userData, 'summit');
  const [root = '', answer = ''] = QUOTED.split(/^From mboxrd.*\n/m).slice(1);
  for (const folder of ['cur', 'new', 'tmp']) fs.mkdirSync(path.join(box, folder), { recursive: true });
  fs.writeFileSync(path.join(box, 'cur', '1:2,S'), root);
  fs.writeFileSync(path.join(box, 'new', '2'), answer);
  fs.writeFileSync(path.join(box, 'new', '3'), 'nothing that is a mail');
  fs.writeFileSync(path.join(box, 'tmp', '4'), answer.replace('<answer@', '<other@'));
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  const chosen = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('maildir');
  await page.keyboard.press('Enter');
  await (await chosen).setFiles(box);
  const dialog = page.getByRole('dialog', { name: 'New session' });
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('How much passthrough is too much?');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('summit: 2 new mails, 0 known already.')).toBeVisible();
  await expect(page.getByText('This is no mail.')).toBeVisible();
  await mod.goTo('Thread');
  await expect(page.getByRole('tree', { name: 'Thread' }).getByRole('treeitem')).toHaveCount(2);
});

test('a quote is found by keyboard, pinned to a position, and stands in the summary with its link', async () => {
  const userData = newUserData();
  const file = path.join(userData, 'quoted.mbox');
  fs.writeFileSync(file, QUOTED);
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await mod.openMail(file);
  await mod.addPeople('@media Media maintainer <media@maintainers.example>');
  for (const line of ['+ #uvc -- USB Video Class', '@media #uvc std']) await mod.type(line);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+5');
  const tree = page.getByRole('tree', { name: 'Thread' });
  await expect(tree.getByRole('treeitem')).toHaveCount(2);

  await test.step('search finds words of the text', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('camera from:media');
    await expect(page.getByRole('status', { name: 'Mails found' })).toHaveText('1 of 2');
    await page.keyboard.press('Enter');
    await page.keyboard.press('j');
  });
  await test.step('lines are chosen and pinned', async () => {
    const lines = page.getByRole('listbox', { name: 'Lines of the mail' });
    await expect(lines.getByRole('option')).toHaveCount(4);
    await page.keyboard.press('Enter');
    await expect(lines).toBeFocused();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await expect(page.getByText('Nothing stands there to be pinned.')).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    for (const key of ['ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Pin the quote' });
    await expect(dialog.getByRole('combobox')).toContainText('media');
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(tree.getByRole('treeitem').first()).toContainText('quoted');
  });
  await test.step('the summary shows the exact lines with their link; undone they are gone', async () => {
    await mod.goTo('Summary');
    const text = await mod.summary();
    expect(text).toContain('> A camera without it has no');
    expect(text).toContain('> user that we can test.');
    expect(text).toContain('https://lore.kernel.org/r/answer@maintainers.example');
    await page.keyboard.press('u');
    await expect(page.getByRole('document', { name: 'Summary mail' })).not.toContainText('A camera without it');
    await page.keyboard.press('Control+r');
  });
  await test.step('one key goes from the position back to the lines of the mail', async () => {
    await mod.goTo('Matrix');
    await mod.cell('media', 'uvc').click();
    await page.keyboard.press('v');
    await expect(page.getByRole('tab', { name: 'Thread' })).toHaveAttribute('aria-selected', 'true');
    await expect(tree.getByRole('treeitem', { selected: true })).toContainText('Media maintainer');
    await expect(page.getByRole('option', { selected: true })).toHaveText([
      'A camera without it has no',
      'user that we can test.',
    ]);
  });
  await test.step('a typed line that names the mail keeps its exact lines, wherever they are broken', async () => {
    await mod.goTo('Live');
    await mod.type(
      '@media #uvc obj from answer@maintainers.example -- a camera without it has no user // unless it has',
    );
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'mail' }).click();
    await expect(page.getByRole('option', { selected: true })).toHaveText([
      'A camera without it has no',
      'user that we can test.',
    ]);
  });
});
