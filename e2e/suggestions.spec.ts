import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { chooseToSave, moderator, savedText } from './support/moderator';

const THREAD = `From mboxrd@z Thu Jan  1 00:00:00 1970
From: Device maintainer <device@maintainers.example>
To: summit@lists.example
Date: Mon, 08 Jul 2024 15:26:43 -0700
Message-ID: <root@maintainers.example>
Subject: How much passthrough is too much?

A published layout is not needed.

From mboxrd@z Thu Jan  1 00:00:00 1970
From: Media maintainer <media@maintainers.example>
To: summit@lists.example
Date: Tue, 09 Jul 2024 10:00:00 +0200
Message-ID: <answer@maintainers.example>
In-Reply-To: <root@maintainers.example>
Subject: Re: How much passthrough is too much?

> A published layout is not needed.

I disagree. The layout comes first.

> NAK

`;

test('what a mail suggests waits in Review, is recorded by a person with the exact lines, and does not return', async () => {
  const userData = newUserData();
  const file = path.join(userData, 'thread.mbox');
  fs.writeFileSync(file, THREAD);
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await mod.openMail(file);
  await mod.type('+ #uvc -- USB Video Class');
  await mod.goTo('Review');
  const waiting = page.getByRole('region', { name: 'Suggestions from the thread' });
  await expect(waiting.getByRole('listitem')).toHaveCount(1);
  await expect(waiting).toContainText('I disagree. The layout comes first.');

  await test.step('nothing is recorded before a person says so', async () => {
    await mod.goTo('Live');
    await expect(page.getByRole('log', { name: 'Record' })).toContainText('USB Video Class');
    await expect(page.getByRole('log', { name: 'Record' })).not.toContainText(/media|standard/i);
    await mod.goTo('Review');
  });
  await test.step('the sender becomes a participant, and the position rests on the lines', async () => {
    await waiting.getByRole('button', { name: /add Media maintainer/ }).click();
    await waiting.getByRole('button', { name: /Standard required of Media maintainer/ }).click();
    await expect(waiting).toBeHidden();
    await mod.goTo('Summary');
    const text = await mod.summary();
    expect(text).toContain('> I disagree. The layout comes first.');
    expect(text).toContain('https://lore.kernel.org/r/answer@maintainers.example');
  });
  await test.step('undone it waits again; dismissed it is gone', async () => {
    await mod.goTo('Review');
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await waiting.getByRole('button', { name: /Dismiss what Media maintainer said/ }).click();
    await expect(waiting).toBeHidden();
  });
});

test('an answer to the summary comes back with the thread, and becomes an objection to the call', async () => {
  const userData = newUserData();
  const file = path.join(userData, 'thread.mbox');
  fs.writeFileSync(file, THREAD);
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  const mod = moderator(gavel);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await mod.openMail(file);
  await mod.addPeople('@media Media maintainer <media@maintainers.example>');
  for (const line of ['+ #uvc -- USB Video Class', '@media #uvc std', 'call rough std #uvc -- The layout comes first'])
    await mod.type(line);
  await mod.goTo('Summary');
  await page.getByRole('textbox', { name: 'To' }).fill('summit@lists.example');
  const saved = path.join(userData, 'summary.eml');
  await chooseToSave(gavel.app, saved);
  await page.getByRole('button', { name: /Save .*\.eml/i }).click();
  const messageId = /^Message-ID:\s+<([^>]+)>/m.exec(await savedText(saved))?.[1] ?? '';
  await page.getByRole('button', { name: 'It was sent' }).click();
  await expect(page.getByRole('status', { name: 'Echo' })).toContainText('summary 1 sent to summit@lists.example');

  const later = path.join(userData, 'later.mbox');
  fs.writeFileSync(
    later,
    `${THREAD}From mboxrd@z Thu Jan  1 00:00:00 1970
From: Media maintainer <media@maintainers.example>
Date: Wed, 10 Jul 2024 10:00:00 +0200
Message-ID: <objection@maintainers.example>
In-Reply-To: <${messageId}>
Subject: Re: How much passthrough is too much?

> rough consensus

That is not what I said in the room.
`,
  );
  await mod.goTo('Thread');
  await mod.reopen(later);
  await expect(page.getByRole('status', { name: 'Echo' })).toContainText('1 new mail, 2 known already.');
  await mod.goTo('Review');
  await page
    .getByRole('list', { name: 'To check' })
    .getByRole('button', { name: /answered:/ })
    .click();
  const answers = page.getByRole('region', { name: 'Answers to the summary' });
  await expect(answers.getByRole('listitem')).toHaveCount(1);
  await answers.getByRole('button', { name: 'Record what Media maintainer answered as an objection' }).click();
  await expect(answers).toBeHidden();
  await mod.goTo('Live');
  await expect(page.getByRole('list', { name: 'Objections' })).toContainText('That is not what I said in the room.');
});
