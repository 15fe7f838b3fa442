import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, newUserData, request, type RunningApp } from './support/app';
import { moderator } from './support/moderator';

/** A first start: who records, a session with a subsystem and two people. */
async function begin(app: RunningApp) {
  const me = moderator(app);
  await me.introduce('Ana', 'ana@gavel.example', 'ana');
  await app.page.getByRole('button', { name: 'New session' }).first().click();
  const dialog = app.page.getByRole('dialog', { name: 'New session' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Passthrough');
  await app.page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await me.type('+ #uvc -- USB video');
  await me.type('+ @p1 -- NVMe maintainer');
  return me;
}

/** All `.gavel` files below a folder. */
function snapshotsIn(userData: string): string[] {
  return fs
    .readdirSync(path.join(userData, 'snapshots'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.gavel'))
    .map((name) => path.join(userData, 'snapshots', name));
}

test('quitting leaves a snapshot that is a file like any other, and its age can be asked for', async () => {
  const userData = newUserData();
  const first = await launchApp({ userData });
  const me = await begin(first);
  await me.type('@p1 #uvc std -- works today');
  await me.expectSaved();
  await first.close();
  const [file = ''] = snapshotsIn(userData);
  const [header, ...rest] = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(header).toMatch(/^\{"gavel":1,"session":"/);
  expect(rest.at(-1)).toMatch(new RegExp(`^\\{"entries":${String(rest.length - 1)},"sha256":"[0-9a-f]{64}"\\}$`));

  const second = await launchApp({ userData });
  await expect(second.page.getByRole('tab', { name: 'Live' })).toBeVisible();
  await second.page.keyboard.press(':');
  await second.page.keyboard.type('w');
  await second.page.keyboard.press('Enter');
  await expect(second.page.getByRole('status', { name: 'Echo' })).toHaveText(
    new RegExp(`snapshot \\d+ \\w+ old, ${String(rest.length - 1)} entries`),
  );
  const kept = await request(second.page, 'journal-read', { whole: true });
  expect(kept.ok && kept.value.snapshots.map(({ entries }) => entries)).toEqual([rest.length - 1]);
});
