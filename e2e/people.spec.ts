import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { moderator } from './support/moderator';

function mail(id: string, from: string, text: string): string {
  return [
    'From mboxrd@z Thu Jan  1 00:00:00 1970',
    `From: ${from}`,
    'Date: Mon, 08 Jul 2024 10:00:00 +0200',
    `Message-ID: <${id}@maintainers.example>`,
    ...(id === 'root' ? [] : ['In-Reply-To: <root@maintainers.example>']),
    'Subject: How much passthrough is too much?',
    '',
    text,
    '',
    '',
  ].join('\n');
}

const THREAD = [
  mail('root', 'Storage Maintainer <storage@kernel.example>', 'A question.'),
  mail('one', 'Storage Maintainer <storage@mail.example>', 'From another machine.'),
  mail('two', 'Media Maintainer <media@old.example>', 'An answer.'),
  mail('three', 'Storage M\u0430intainer <nobody@mail.example>', 'Somebody who looks like another.'),
].join('');

test('those who wrote become participants when somebody says so, and nobody is merged by the program', async () => {
  const userData = newUserData();
  const file = path.join(userData, 'thread.mbox');
  fs.writeFileSync(file, THREAD);
  const mailmap = path.join(userData, '.mailmap');
  fs.writeFileSync(mailmap, 'Media Maintainer <media@kernel.example> <media@old.example>\n');
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await mod.openMail(file);
  await expect(page.getByText('4 who wrote are no participants: :authors adds them.')).toBeVisible();

  await test.step('the thread proposes them; a name that looks like another is marked', async () => {
    await page.getByRole('button', { name: 'Add those who wrote' }).click();
    const dialog = page.getByRole('dialog', { name: 'Participants from the thread' });
    const authors = dialog.getByRole('list', { name: 'Authors' });
    await expect(authors.getByRole('checkbox')).toHaveCount(5);
    await expect(authors.getByRole('checkbox', { name: /nobody@mail.example.*looks like another name/ })).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Find somebody' }).fill('media');
    await expect(authors.getByRole('checkbox')).toHaveCount(2);
    await dialog.getByRole('textbox', { name: 'Find somebody' }).fill('');
    for (const who of [/storage@kernel/, /storage@mail/, /media@old/])
      await authors.getByRole('checkbox', { name: who }).check();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
  });
  const perhaps = page.getByRole('region', { name: 'Perhaps one person' });
  await test.step('Review proposes who may be one person: by name, and by a .mailmap that is opened', async () => {
    await mod.goTo('Review');
    await expect(perhaps.getByRole('listitem')).toHaveText([/Storage Maintainer.*the same name/]);
    await mod.reopen(mailmap);
    const waiting = page.getByRole('list', { name: 'To check' });
    await expect(waiting.getByRole('button', { name: /may be/ })).toHaveCount(2);
    await waiting.getByRole('button', { name: /may be written to/ }).click();
    await perhaps.getByRole('button', { name: /^Take that address for media/ }).click();
    await perhaps.getByRole('button', { name: /are one person$/ }).click();
    await expect(perhaps).toBeHidden();
  });
  await test.step('undone they are proposed again; denied they are not', async () => {
    await page.keyboard.press('u');
    await perhaps.getByRole('button', { name: /^Not so/ }).click();
    await expect(perhaps).toBeHidden();
  });
  await test.step('what somebody wrote from an old address is theirs', async () => {
    await page.keyboard.type(':authors');
    await page.keyboard.press('Enter');
    const authors = page.getByRole('list', { name: 'Authors' });
    await expect(authors.getByRole('checkbox')).toHaveCount(2);
  });
});
