import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp, ROOT } from './support/app';
import { newUserData, test } from './support/cleanup';
import { moderator } from './support/moderator';

const DATA = path.resolve(ROOT, '../shared/data');
const REAL = {
  thread: path.join(DATA, 'passthrough.t.mbox.gz'),
  maintainers: path.join(DATA, 'maintainers/linux-6.12-MAINTAINERS'),
} as const;
const BY_HAND = {
  thread: `From mboxrd@z Thu Jan  1 00:00:00 1970
From: Jonathan Cameron <someone@cxl.example>
To: summit@lists.example
Date: Mon, 08 Jul 2024 15:26:43 -0700
Message-ID: <root@maintainers.example>
Subject: How much passthrough is too much?

A published layout comes first.

`,
  maintainers: `COMPUTE EXPRESS LINK (CXL)
M:\tJonathan Cameron <someone@cxl.example>
L:\tlinux-cxl@lists.example
S:\tMaintained
F:\tdrivers/cxl/
`,
} as const;

/** Drops files on the window together, as a person does. */
async function drop(page: Page, files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<void> {
  await page.evaluate(
    (given) => {
      const data = new DataTransfer();
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data }));
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );
}

test('thread and MAINTAINERS are dropped together, make a session, and a quote stands in the summary with its link', async () => {
  const real = fs.existsSync(REAL.thread) && fs.existsSync(REAL.maintainers);
  if (!real) console.log('data/ is not there: a thread and a MAINTAINERS file written by hand stand in for it');
  const read = (what: 'thread' | 'maintainers'): Buffer =>
    real ? fs.readFileSync(REAL[what]) : Buffer.from(BY_HAND[what]);
  const gavel = await launchApp({ userData: newUserData() });
  const { page } = gavel;
  const mod = moderator(gavel);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await drop(page, [
    { name: 'MAINTAINERS', bytes: read('maintainers') },
    { name: real ? 'passthrough.t.mbox.gz' : 'thread.mbox', bytes: read('thread') },
  ]);

  await test.step('the thread begins the session, its mails come in', async () => {
    const dialog = page.getByRole('dialog', { name: 'New session' });
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue(/passthrough/i);
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
  });
  await test.step('MAINTAINERS waits for it: a section becomes a subsystem with its seats', async () => {
    const dialog = page.getByRole('dialog', { name: 'Subsystems from MAINTAINERS' });
    await dialog.getByRole('textbox', { name: 'Find a section' }).fill('drivers/cxl/core/port.c');
    await dialog.getByRole('checkbox', { name: /^COMPUTE EXPRESS LINK/ }).check();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('list', { name: 'Subsystems' }).getByRole('button')).toHaveCount(1);
  });
  await test.step('the first line that Jonathan Cameron wrote himself is pinned to his position', async () => {
    await mod.goTo('Live');
    await mod.type('@jonathan #cxl usr -- as the mail says');
    await page.keyboard.press('Escape');
    await mod.goTo('Thread');
    await page.keyboard.press('/');
    await page.keyboard.type('from:cameron');
    await expect(page.getByRole('status', { name: 'Mails found' })).toHaveText(/^\d+ of \d+$/);
    await expect(page.getByRole('tree', { name: 'Thread' }).getByRole('treeitem').first()).toContainText('Cameron');
    await page.keyboard.press('Enter');
    await page.keyboard.press('g');
    await page.keyboard.press('g');
    await page.keyboard.press('Enter');
    const own = page.getByRole('option').filter({ hasNotText: /^>|^On |wrote:$/ });
    const words = (
      await own
        .filter({ hasText: /\w+ \w+ \w+/ })
        .first()
        .innerText()
    ).trim();
    await own.filter({ hasText: words }).first().click();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Pin the quote' });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await mod.goTo('Summary');
    const mail = await mod.summary();
    expect(mail).toContain(`> ${words}`);
    expect(mail).toMatch(/^\[\d+\] https:\/\/lore\.kernel\.org\/r\/\S+$/m);
  });
});
