import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, newUserData, ROOT } from './support/app';
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
