import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, expect, test } from '@playwright/test';

// Run by `npm run package` only: what a user installs. The program under test can't be attached to, by its own fuses, so
// what needs a look inside is done on a copy that differs from it in that one fuse.
const dir = given('GAVEL_PACKAGED_DIR');
const program = given('GAVEL_PACKAGED_PROGRAM');
const testable = given('GAVEL_PACKAGED_TESTABLE');

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

let profile: string;
test.beforeEach(() => {
  profile = fs.mkdtempSync(path.join(os.tmpdir(), 'gavel-packaged-'));
});
test.afterEach(() => {
  fs.rmSync(profile, { recursive: true, force: true });
});

test('the packaged app starts, from its sealed archive, and shows its page', async () => {
  const app = await _electron.launch({ executablePath: testable, args: [`--user-data-dir=${profile}`] });
  const page = await app.firstWindow();
  await expect(page).toHaveURL(/^app:\/\/gavel\//);
  await expect(page.locator('body')).toHaveText(/\S/);
  const about = await app.evaluate(({ app }) => ({
    packaged: app.isPackaged,
    path: app.getAppPath(),
    name: app.getName(),
  }));
  expect(about).toMatchObject({ packaged: true, name: 'Gavel' });
  expect(path.basename(about.path)).toBe('app.asar');
  await app.close();
});

test('its fuses are set as the configuration says', () => {
  const binary = fs.readFileSync(program);
  const wire = binary.subarray(binary.indexOf(SENTINEL) + SENTINEL.length + 2).toString('latin1', 0, 8);
  // runAsNode, cookieEncryption, nodeOptions, nodeCliInspect, asarIntegrity, onlyLoadAppFromAsar, browserSnapshot, fileProtocol
  expect(wire).toBe('01001100');
});

test('it can be made neither a Node nor a debugger', () => {
  const asNode = spawnSync(program, ['-e', 'console.log("I am Node")', '--no-sandbox', `--user-data-dir=${profile}`], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 5_000,
  });
  expect(asNode.stdout).not.toContain('I am Node');
  const inspected = spawnSync(program, ['--inspect=0', '--no-sandbox', `--user-data-dir=${profile}`], {
    encoding: 'utf8',
    timeout: 5_000,
  });
  expect(inspected.stderr).not.toContain('Debugger listening');
});

test('its command line runs on Node', () => {
  const help = spawnSync(path.join(dir, 'gavel'), ['--help'], { encoding: 'utf8' });
  expect(help.stdout + help.stderr).toContain('gavel');
  const script = path.join(dir, 'resources', 'gavel.mjs');
  expect(execFileSync(process.execPath, ['--check', script], { encoding: 'utf8' })).toBe('');
});

test('it carries the licences of what it is made of', () => {
  const present = fs.readdirSync(dir);
  expect(present).toEqual(
    expect.arrayContaining(['LICENSE.gavel.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html', 'licenses']),
  );
  expect(fs.readFileSync(path.join(dir, 'licenses', 'page.licenses.md'), 'utf8')).toContain('react');
});

function given(name: string): string {
  return process.env[name] ?? `${name} is set by npm run package`;
}
