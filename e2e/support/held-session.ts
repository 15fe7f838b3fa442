import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ROOT, type RunningApp } from './app';
import type { Moderator } from './moderator';

const CLI = path.join(ROOT, 'out', 'cli', 'gavel.mjs');

/** What is typed in it. */
export const LINES_SAID = [
  '+ @p1 -- UVC maintainer <p1@maintainers.example>',
  '+ @p2 -- Media maintainer <p2@maintainers.example>',
  '+ #uvc seats @p1,@p2 -- USB Video Class',
  '#uvc',
  '@p1 std -- Webcams follow (?) a standard',
  '@p2 usr',
  '@p2 obj -- Bug reports become unreadable',
];

/** What the command line answers. */
export function gavel(...args: readonly string[]): string {
  return execFileSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
}

/** Begins a session and records what the room says. */
export async function holdTheSession({ page }: RunningApp, mod: Moderator): Promise<void> {
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New session' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Device passthrough');
  await dialog.getByRole('textbox', { name: 'Time zone' }).fill('UTC');
  await page.keyboard.press('Control+Enter');
  for (const line of LINES_SAID) await mod.type(line);
  await page.keyboard.press('Escape');
}
