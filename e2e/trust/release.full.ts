import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ROOT } from '../support/app';
import { figure } from './support/proof';

// Two packages, each made in a copy of the checkout of its own: what a user gets, and what somebody else would make.
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'gavel-release-'));
let first = '';
let second = '';
const PROGRAM = 'gavel-desktop';
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Copies what git knows or would know, and makes the package folder of it. */
function packageIn(folder: string): string {
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const name of names.toString().split('\0')) {
    if (name === '' || !fs.existsSync(path.join(ROOT, name))) continue;
    fs.cpSync(path.join(ROOT, name), path.join(folder, name));
  }
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  const made = execFileSync(process.execPath, ['scripts/package.mjs', '--dir'], { cwd: folder, encoding: 'utf8' });
  return made.trim().split('\n').at(-1) ?? '';
}

function sha256(file: string): string {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

/** The names of all files in an asar archive, from its header (https://github.com/electron/asar). */
function namesInAsar(file: string): readonly string[] {
  const bytes = fs.readFileSync(file);
  interface Folder {
    readonly files: Readonly<Record<string, Partial<Folder>>>;
  }
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Folder;
  const below = ({ files }: Folder, at: string): readonly string[] =>
    Object.entries(files).flatMap(([name, it]) => (it.files ? below(it as Folder, `${at}${name}/`) : [`${at}${name}`]));
  return below(header, '');
}

test.describe.configure({ mode: 'serial' });
test.beforeAll(() => {
  test.setTimeout(300_000);
  if (process.platform !== 'linux') return;
  first = packageIn(path.join(work, 'one'));
  second = packageIn(path.join(work, 'another'));
});
test.afterAll(() => {
  fs.rmSync(work, { recursive: true, force: true });
});
test.beforeEach(() => {
  test.skip(process.platform !== 'linux', 'packages are tried on Linux only: run npm run test:trust there');
});

test('Row 16: the fuses of the binary are those of the configuration', () => {
  const binary = fs.readFileSync(path.join(first, PROGRAM));
  const wire = binary.subarray(binary.indexOf(SENTINEL) + SENTINEL.length + 2).toString('latin1', 0, 8);
  // runAsNode, cookieEncryption, nodeOptions, nodeCliInspect, asarIntegrity, onlyLoadAppFromAsar, browserSnapshot, fileProtocol
  expect(wire).toBe('01001100');
  figure(
    `fuse wire ${wire}; that a changed app.asar is refused holds on macOS and Windows alone (Electron has it there)`,
  );
});

test('Row 16: the binary becomes neither a Node nor a debugger, and loads nothing but its archive', () => {
  const profile = fs.mkdtempSync(path.join(work, 'profile-'));
  const launch = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    spawnSync(path.join(first, PROGRAM), [...args, '--no-sandbox', `--user-data-dir=${profile}`], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout: 5_000,
    });
  const marker = path.join(work, 'ran');
  const script = path.join(work, 'evil.cjs');
  fs.writeFileSync(script, `require('fs').writeFileSync(${JSON.stringify(marker)}, 'x')`);
  expect(launch(['-e', 'console.log("I am Node")'], { ELECTRON_RUN_AS_NODE: '1' }).stdout).not.toContain('I am Node');
  launch([script], { ELECTRON_RUN_AS_NODE: '1' });
  launch([], { NODE_OPTIONS: `--require ${script}` });
  for (const flag of ['--inspect=0', '--inspect-brk=0'])
    expect(launch([flag]).stderr).not.toContain('Debugger listening');
  expect(fs.existsSync(marker)).toBe(false);
  // an unpacked folder beside the archive is not looked at
  const unpacked = path.join(second, 'resources', 'app');
  fs.mkdirSync(unpacked);
  fs.writeFileSync(path.join(unpacked, 'package.json'), '{"main":"index.js"}');
  fs.copyFileSync(script, path.join(unpacked, 'index.js'));
  fs.renameSync(path.join(second, 'resources', 'app.asar'), path.join(second, 'resources', 'aside.asar'));
  spawnSync(path.join(second, PROGRAM), ['--no-sandbox', `--user-data-dir=${profile}`], { timeout: 5_000 });
  expect(fs.existsSync(marker)).toBe(false);
  fs.renameSync(path.join(second, 'resources', 'aside.asar'), path.join(second, 'resources', 'app.asar'));
  fs.rmSync(unpacked, { recursive: true });
  figure('6 launches that would make it a Node, a debugger or another app: 0 did');
});

test('Row 16: two packages of one commit, made in different folders, hold the same app.asar', () => {
  const [one, other] = [first, second].map((folder) => sha256(path.join(folder, 'resources', 'app.asar')));
  expect(other).toBe(one);
  figure(`app.asar ${String(one).slice(0, 16)} twice`);
});

test('Row 16: the archive holds our bundles and nothing else', () => {
  const names = namesInAsar(path.join(first, 'resources', 'app.asar'));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(name).toMatch(/^(package\.json|out\/main\/[\w-]+\.cjs|out\/renderer\/[\w./-]+)$/);
  expect(names.filter((name) => /node_modules|\.map$|\.ts$|\.node$/.test(name))).toEqual([]);
  expect(fs.readdirSync(path.join(first, 'resources')).sort()).toEqual(['app.asar', 'gavel.mjs']);
});

test('Row 16: a package carries a bill of materials and the licences of what it is made of', () => {
  const bill = JSON.parse(fs.readFileSync(path.join(first, 'licenses', 'sbom.cdx.json'), 'utf8')) as {
    bomFormat: string;
    components: { name: string; version: string; licenses?: unknown[] }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  const lock = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const named = bill.components.map(({ name }) => name);
  for (const name of [...Object.keys(lock.dependencies), 'electron'])
    expect(
      named.some((it) => name === it || name.endsWith(`/${it}`)),
      name,
    ).toBe(true);
  for (const { name, licenses } of bill.components) expect(licenses, name).toBeDefined();
  expect(sha256(path.join(first, 'licenses', 'sbom.cdx.json'))).toBe(
    sha256(path.join(second, 'licenses', 'sbom.cdx.json')),
  );
  expect(fs.readFileSync(path.join(first, 'licenses', 'page.licenses.md'), 'utf8')).toContain('react');
  figure(`bill of materials: ${String(bill.components.length)} components, each with its licence`);
});

test('Row 11: the Electron that runs is the one that is packaged for users', () => {
  const pinned = (
    JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> }
  ).devDependencies['electron'];
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(ROOT, 'node_modules/electron/dist');
  const runs = fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  test.skip(
    runs !== pinned,
    `${runs} stands in for ${String(pinned)}, which cannot be downloaded here: run npm run test:trust where GitHub’s releases can be reached`,
  );
});
