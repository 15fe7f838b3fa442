import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, newUserData } from './support/app';
import { moderator } from './support/moderator';

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
