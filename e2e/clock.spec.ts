import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { moderator } from './support/moderator';
import { roomFile } from './support/room';

/** A moment so many minutes ago, as it is typed. */
function ago(minutes: number): string {
  return `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}Z`;
}

test('time goes on by itself: a gap while somebody speaks, a speaker who is over, a hold that ran out', async () => {
  const userData = newUserData();
  fs.writeFileSync(path.join(userData, 'settings.json'), '{"me":{"handle":"ana"}}\n');
  const file = roomFile(userData, [
    '+ @p1',
    '+ @p2',
    '+ @p3',
    '+ #uvc seats @p1',
    `#uvc said ${ago(50)}`,
    `@p1 std said ${ago(48)} -- works today`,
    `@p2 hold 30m said ${ago(40)} -- to ask the vendor`,
    `@p3 hold 50m said ${ago(40)} -- to read the patch`,
    `ack @p3 said ${ago(20)}`,
  ]);
  const running = await launchApp({ userData, args: [file] });
  const { page } = running;
  const objections = page.getByRole('list', { name: 'Objections' }).getByRole('listitem');
  await expect(objections.filter({ hasText: 'to ask the vendor' })).toContainText(
    /hold ran out at .*: it does not block/,
  );
  await expect(objections.filter({ hasText: 'to read the patch' })).toContainText(/hold, \d+ min left/);
  await expect(page.getByText(/^20:\d\d of 3:00$/)).toBeVisible();
  const gap = page.getByRole('status', { name: 'Gap' });
  await expect(gap).toHaveText(/^Nothing recorded since \d\d:\d\d$/);
  await moderator(running).type('@p3 usr -- as the patch says');
  await expect(gap).toBeHidden();
});
