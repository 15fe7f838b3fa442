import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ROOT } from '../support/app';
import { figure } from './support/proof';

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
  for (const [n, rules] of found.entries()) {
    const caught = rules.some((rule) => /^no-(restricted-syntax|restricted-globals|eval|new-func)$/.test(rule ?? ''));
    expect(caught, UNSAFE[n]?.join(': ')).toBe(true);
  }
  const checked = run([path.join(ROOT, 'scripts/check.mjs'), 'lint', 'layers']);
  expect(checked.stdout).not.toContain('FAILED');
  expect(checked.status).toBe(0);
  figure(`${String(UNSAFE.length)} of ${String(UNSAFE.length)} unsafe lines caught, 0 findings in the source`);
});
