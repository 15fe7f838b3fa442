import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp } from '../support/app';
import { newUserData } from '../support/cleanup';
import { figure, rounds, test } from './support/proof';
import { begin, typeNotes } from './support/typing';

/** One call of the system as strace tells it: when it had returned (in milliseconds), which, of which file, how many bytes. */
interface Call {
  readonly at: number;
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

// `12345 1795773914.006123 write(31</data/journal/x>, ""..., 120) = 120 <0.000034>`, or, where another thread came between,
// `... write(31</data/journal/x>, ""..., 120 <unfinished ...>` and later `... <... write resumed>) = 120 <0.000034>`
const BEGUN = /^(\d+) +(\d+\.\d+) (write|pwrite64|writev|fdatasync|fsync)\(\d+<([^>]*)>/;
const RESUMED = /^(\d+) +(\d+\.\d+) <\.\.\. (write|pwrite64|writev|fdatasync|fsync) resumed>/;
const ENDED = /= (\d+) <(\d+\.\d+)>$/;

function callsIn(trace: string): readonly Call[] {
  const begun = new Map<string, { readonly name: string; readonly file: string; readonly start: number }>();
  return trace.split('\n').flatMap((line) => {
    const [, thread = '', start, name = '', file = ''] = BEGUN.exec(line) ?? [];
    if (start !== undefined) begun.set(thread, { name, file, start: Number(start) });
    const call = begun.get(RESUMED.exec(line)?.[1] ?? thread);
    const [, bytes, took] = ENDED.exec(line) ?? [];
    if (call === undefined || bytes === undefined) return [];
    return [{ ...call, at: (call.start + Number(took)) * 1_000, bytes: Number(bytes) }];
  });
}

const isFlush = ({ name }: Call): boolean => name === 'fdatasync' || name === 'fsync';

test('Row 20: each acknowledged entry had been flushed, in both copies: a power cut costs none of them', async () => {
  test.skip(
    process.platform !== 'linux' || spawnSync('strace', ['-V']).status !== 0,
    'strace is not here to watch the flushes: install strace',
  );
  const many = rounds(400, 60);
  const userData = newUserData();
  const gavel = await launchApp({ userData });
  await begin(gavel);
  // The lines that make the session may still be on their way: acknowledged after them, this one has them all before it.
  await typeNotes(gavel.page, ['before anybody watches'], () => undefined);
  const [name = ''] = fs.readdirSync(path.join(userData, 'journal')).filter((file) => file.endsWith('.gavel-journal'));
  const journal = path.join(userData, 'journal', name);
  const before = fs.statSync(journal).size;
  const log = path.join(userData, 'calls.txt');
  const calls = 'trace=write,pwrite64,writev,fdatasync,fsync';
  const pids = processesOf(gavel.app.process().pid ?? 0);
  const watching = spawn(
    'strace',
    ['-f', '-y', '-ttt', '-T', '-s', '0', '-e', calls, '-o', log, ...pids.flatMap((pid) => ['-p', String(pid)])],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  watching.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  await expect.poll(() => said.match(/attached/g)?.length ?? 0).toBeGreaterThanOrEqual(pids.length);
  expect(fs.statSync(journal).size, 'nothing is written that was not typed').toBe(before);
  const told: { readonly text: string; readonly at: number }[] = [];
  const texts = Array.from({ length: many }, (_, n) => `note ${String(n)} .`);
  await typeNotes(gavel.page, texts, (text) => void told.push({ text, at: Date.now() }));
  watching.kill('SIGINT');
  await once(watching, 'exit');
  const seen = callsIn(fs.readFileSync(log, 'utf8'));
  const ofJournal = seen.filter(({ file }) => file === journal);
  const ofDatabase = seen.filter(({ file }) => /\.leveldb\/\d+\.log$/.test(file));

  // what a power cut at the moment of each acknowledgement would have left of the journal: what was flushed by then
  const whole = fs.readFileSync(journal, 'utf8');
  let written = before;
  const flushed = ofJournal.flatMap((call) => {
    if (isFlush(call)) return [{ at: call.at, bytes: written }];
    written += call.bytes;
    return [];
  });
  expect(written).toBe(Buffer.byteLength(whole));
  const lost = told.filter(({ text, at }) => {
    const survives = Math.max(before, ...flushed.filter((flush) => flush.at <= at).map(({ bytes }) => bytes));
    return !Buffer.from(whole).subarray(0, survives).includes(`"text":"${text}"`);
  });
  expect(lost).toEqual([]);
  const flushes = ofDatabase.filter(isFlush).length;
  expect(flushed.length).toBeGreaterThanOrEqual(many);
  expect(flushes).toBeGreaterThanOrEqual(many);
  figure(
    `${String(many)} acknowledged entries: ${String(flushed.length)} flushes of the journal, ${String(flushes)} of the ` +
      'database; cut at any acknowledgement, 0 missing',
  );
});

/** A process and all below it. */
function processesOf(root: number): readonly number[] {
  const parents = fs.readdirSync('/proc').flatMap((name) => {
    try {
      return [
        [Number(name), Number(/^PPid:\s*(\d+)/m.exec(fs.readFileSync(`/proc/${name}/status`, 'utf8'))?.[1])] as const,
      ];
    } catch {
      return [];
    }
  });
  const below = (pid: number): readonly number[] => [
    pid,
    ...parents.filter(([, parent]) => parent === pid).flatMap(([child]) => below(child)),
  ];
  return below(root);
}
