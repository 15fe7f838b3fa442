import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp, ROOT } from './support/app';
import { newUserData, test } from './support/cleanup';
import { moderator } from './support/moderator';

const FOLDER = path.resolve(ROOT, '../shared/data/models');

for (const [name, people, subsystems] of [
  ['passthrough', 19, 13],
  ['accelerators', 25, 11],
] as const) {
  test(`a real discussion opens, counts alike in app and command line, and becomes a mail: ${name}`, async () => {
    const file = path.join(FOLDER, `${name}.gavel`);
    test.skip(!fs.existsSync(file), `data/models/${name}.gavel is not there`);
    const userData = newUserData();
    fs.writeFileSync(path.join(userData, 'settings.json'), '{"me":{"handle":"ana"}}\n');
    const running = await launchApp({ userData, args: [file] });
    const mod = moderator(running);
    await expect(running.page.getByRole('list', { name: 'Subsystems' }).getByRole('listitem')).toHaveCount(subsystems);
    await mod.goTo('Matrix');
    const grid = running.page.getByRole('grid', { name: 'Positions' });
    await expect(grid).toHaveAttribute('aria-rowcount', /\d+/);
    await mod.goTo('Summary');
    const mail = await mod.summary();
    expect(mail.split('\n').filter((line) => [...line].length > 72 && !/^\[\d+\] https:/.test(line))).toEqual([]);
    const cli = path.join(ROOT, 'out', 'cli', 'gavel.mjs');
    const checked = execFileSync(process.execPath, [cli, 'check', file], { encoding: 'utf8' });
    expect(checked).toMatch(new RegExp(`participants: ${String(people)}\\b`));
    expect(checked).toMatch(new RegExp(`subsystems: ${String(subsystems)}\\b`));
    const said = execFileSync(process.execPath, [cli, 'summary', file, '--format', 'mail'], { encoding: 'utf8' });
    expect(said.trim()).toBe(mail.trim());
  });
}
