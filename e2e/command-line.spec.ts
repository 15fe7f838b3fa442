import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp, ROOT } from './support/app';
import { newUserData, test } from './support/cleanup';
import { chooseToSave, moderator, savedText } from './support/moderator';

const LINES = [
  '+ @p1 -- UVC maintainer',
  '+ @p2 -- Media maintainer',
  '+ #uvc seats @p1,@p2 -- USB Video Class',
  '#uvc',
  '@p1 std -- Webcams follow a standard',
  '@p2 usr ~std -- Some controls have none // if the layout is published',
  '@p2 obj -- Bug reports become unreadable // unless the layout is in the tree',
  'call rough std #uvc -- Extension units need a published layout // because the objection is answered by it',
];

function gavel(...args: readonly string[]): string {
  return execFileSync(process.execPath, [path.join(ROOT, 'out', 'cli', 'gavel.mjs'), ...args], { encoding: 'utf8' });
}

/** A mail's body without what names the very record: two recordings of the same words have different ids and times. */
function words(body: string): string {
  return body
    .slice(0, body.lastIndexOf('\n-- \n'))
    .replace(/It was recorded by [^.]*\./s, '')
    .replace(/\s+/g, ' ');
}

test('the command line says of a record what the app says of it', async () => {
  const folder = newUserData();
  const running = await launchApp({ userData: folder });
  const { page } = running;
  const mod = moderator(running);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New session' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Device passthrough');
  await dialog.getByRole('textbox', { name: 'Time zone' }).fill('UTC');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  for (const line of LINES) await mod.type(line);
  await page.keyboard.press('Alt+4');
  const shown = await mod.summary();

  const copy = path.join(folder, 'copy.gavel');
  await chooseToSave(running.app, copy);
  await page.keyboard.press('Control+s');
  await savedText(copy);
  expect(gavel('summary', copy, '--format', 'mail').trim()).toBe(shown.trim());

  const typed = path.join(folder, 'typed.gavel');
  gavel('record', typed, '--title', 'Device passthrough', '--by', 'ana', ...LINES);
  expect(words(gavel('summary', typed, '--format', 'mail'))).toBe(words(shown));
});

test('a result that the disk does not take is told in words, with exit 1', () => {
  test.skip(!fs.existsSync('/dev/full'), '/dev/full is not here');
  const full = fs.openSync('/dev/full', 'w');
  try {
    const program = path.join(ROOT, 'out', 'cli', 'gavel.mjs');
    const { status, stderr } = spawnSync(process.execPath, [program, '--help'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    expect(stderr).toBe(
      'gavel: standard output: not written: the disk is full: make room and try again (found ENOSPC)\n',
    );
    expect(status).toBe(1);
  } finally {
    fs.closeSync(full);
  }
});
