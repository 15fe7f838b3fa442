import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { ROOT } from '../support/app';
import { newUserData } from '../support/cleanup';
import { figure, rounds, test } from './support/proof';

const SESSION = '2024-09-17T08:14:05.123Z-000-k7f3q2xa';

/** A program that writes one snapshot after the other with the app's own bundle, until it is killed. */
const WRITER = `
const { Worker } = require('node:worker_threads');
const [bundle, journal, folder] = process.argv.slice(1);
let n = 0;
(function next() {
  const at = new Date(Date.UTC(2026, 10, 27) + Number(process.env.FROM) + n++).toISOString();
  new Worker(bundle, { workerData: { journal, folder, at } }).once('message', (written) => {
    if (written.ok) process.stdout.write(written.value.name + '\\n');
    next();
  });
})();`;

/** Whether a file's footer counts and sums up what stands before it. */
function isWhole(file: string): boolean {
  const text = fs.readFileSync(file, 'utf8');
  const start = text.lastIndexOf('\n', text.length - 2) + 1;
  const footer = JSON.parse(text.slice(start)) as { entries: number; sha256: string };
  const sum = createHash('sha256').update(text.slice(0, start)).digest('hex');
  return text.endsWith('\n') && footer.sha256 === sum && footer.entries === text.slice(0, start).split('\n').length - 2;
}

test('Row 23: a snapshot with its name is whole, whenever the program that writes it is killed', async () => {
  const many = rounds(200, 10);
  test.setTimeout(60_000 + many * 5_000);
  const data = newUserData();
  const folder = path.join(data, 'snapshots');
  const journal = path.join(data, 'x.gavel-journal');
  const lines = Array.from({ length: 12_000 }, (_, n) => {
    const id =
      n === 0 ? SESSION : SESSION.replace('08:14:05.123', new Date(n * 1_000 + 36_000_000).toISOString().slice(11, 23));
    const rest =
      n === 0 ? '"kind":"session-opened","title":"Trust"' : `"kind":"note-taken","text":"${'x'.repeat(500)}"`;
    return `{"id":"${id}","by":"ana",${rest}}`;
  });
  fs.writeFileSync(journal, [`{"gavel":1,"session":"${SESSION}"}`, ...lines, ''].join('\n'));
  const bundle = path.join(ROOT, 'out/main/snapshot-worker.cjs');
  let whole = 0;
  let unfinished = 0;
  for (let round = 0; round < many; round += 1) {
    const writer = spawn(process.execPath, ['-e', WRITER, bundle, journal, folder], {
      env: { ...process.env, FROM: String(round * 10_000) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const named: string[] = [];
    writer.stdout.setEncoding('utf8').on('data', (text: string) => void named.push(...text.trim().split('\n')));
    // one must be being written: a file is there that was not told of; then at any moment of its writing
    while (named.length === 0 || fs.readdirSync(folder).every((name) => named.includes(name))) await sleep(1);
    await sleep(Math.random() * 40);
    const gone = once(writer, 'exit');
    writer.kill('SIGKILL');
    await gone;
    const files = fs.readdirSync(folder);
    const snapshots = files.filter((name) => name.endsWith('.gavel'));
    expect(named.filter((name) => !snapshots.includes(name))).toEqual([]);
    for (const name of snapshots) expect(isWhole(path.join(folder, name)), name).toBe(true);
    const others = files.filter((name) => !name.endsWith('.gavel'));
    for (const name of others) expect(name).toMatch(/^\.gavel-[0-9a-f]{12}\.tmp$/);
    whole += snapshots.length;
    unfinished += others.length;
    for (const name of files) fs.rmSync(path.join(folder, name));
  }
  expect(unfinished, 'kills that came in the middle of one').toBeGreaterThan(0);
  figure(
    `${String(many)} kills while snapshots were written: ${String(whole)} with a name, all whole; ` +
      `${String(unfinished)} cut off without one`,
  );
});
