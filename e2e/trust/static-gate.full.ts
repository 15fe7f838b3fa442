import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ROOT } from '../support/app';
import { figure } from './support/proof';

/** The rules that ban something, of either linter. */
const BAN = /^(eslint\()?no-(restricted-syntax|restricted-globals|eval|new-func)\)?$/;

/** Code that must not pass, and in which file it would stand. */
const UNSAFE: readonly (readonly [string, string])[] = [
  ['renderer/views/times.ts', "document.body.innerHTML = 'x';"],
  ['renderer/views/times.ts', "document.body.outerHTML = 'x';"],
  ['renderer/views/times.ts', "document.body.insertAdjacentHTML('beforeend', 'x');"],
  ['renderer/views/times.ts', "document.write('x');"],
  ['renderer/views/mail-link.tsx', "export const X = () => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;"],
  ['renderer/views/times.ts', "eval('x');"],
  ['renderer/views/times.ts', "export const made = new Function('x');"],
  ['renderer/views/times.ts', "void fetch('https://host.example/');"],
  ['renderer/views/times.ts', "export const socket = new WebSocket('wss://host.example/');"],
  ['main/log.ts', "import { ipcMain } from 'electron'; ipcMain.removeAllListeners();"],
  ['main/log.ts', "import { shell } from 'electron'; void shell.openExternal('x');"],
  ['main/log.ts', "import { net } from 'electron'; void net.fetch('x');"],
  [
    'main/log.ts',
    "import { BrowserWindow } from 'electron'; new BrowserWindow({ webPreferences: { sandbox: false } });",
  ],
  ['shared/result.ts', 'export const now = Date.now();'],
];

test('Row 18: the lint rules catch each unsafe thing, and the source has none', () => {
  test.setTimeout(300_000);
  const script = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint({ cwd: process.cwd() });
    const found = [];
    for (const [filePath, code] of JSON.parse(process.argv[1])) {
      const [{ messages }] = await eslint.lintText(code + '\\n', { filePath });
      found.push(messages.map(({ ruleId }) => ruleId));
    }
    console.log(JSON.stringify(found));`;
  const run = (args: readonly string[]) =>
    spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', timeout: 280_000 });
  const linted = run(['--input-type=module', '-e', script, JSON.stringify(UNSAFE)]);
  const found = JSON.parse(linted.stdout) as (readonly (string | null)[])[];
  expect(found).toHaveLength(UNSAFE.length);
  const byOther = otherLinter(run);
  for (const [n, rules] of found.entries()) {
    const caught = [...rules, ...(byOther.get(n) ?? [])].some((rule) => BAN.test(rule ?? ''));
    expect(caught, UNSAFE[n]?.join(': ')).toBe(true);
  }
  const checked = run([path.join(ROOT, 'scripts/check.mjs'), 'lint', 'layers']);
  expect(checked.stdout).not.toContain('FAILED');
  expect(checked.status).toBe(0);
  figure(`${String(UNSAFE.length)} of ${String(UNSAFE.length)} unsafe lines caught, 0 findings in the source`);
});

/** What the linter that needs no selectors finds in the same lines, each in a file of its own, as it reads no other. */
function otherLinter(
  run: (args: readonly string[]) => { readonly stdout: string },
): ReadonlyMap<number, readonly string[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gavel-lint-'));
  // what is banned goes by the folder, below the one of the configuration
  const config = path.join(folder, '.oxlintrc.json');
  fs.copyFileSync(path.join(ROOT, '.oxlintrc.json'), config);
  for (const [n, [name, code]] of UNSAFE.entries()) {
    const file = path.join(folder, path.dirname(name), `${String(n)}${path.extname(name)}`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `${code}\n`);
  }
  const linter = path.join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = run([linter, '-c', config, '--format', 'json', folder]);
  fs.rmSync(folder, { recursive: true });
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly { code: string; filename: string }[] };
  const found = new Map<number, readonly string[]>();
  for (const { code, filename } of diagnostics) {
    const n = Number.parseInt(path.basename(filename), 10);
    found.set(n, [...(found.get(n) ?? []), code]);
  }
  return found;
}
