import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readFile } from '../../shared/file/read';
import type { Instant } from '../../shared/record/ids';
import { foldAll } from '../../shared/session/session';
import { mailText } from '../../shared/summary/mail-text';
import { summarise } from '../../shared/summary/summarise';
import { sha256 } from './shell';
import { place } from './testing/run-in';

const { gavel, path: at } = place();
const AT = ['--at', '2024-10-01T10:00Z'];

beforeEach(async () => {
  await gavel([
    'record',
    's.gavel',
    '--add',
    '--title',
    'Summit',
    '@ana #uvc std -- it works',
    '@bob #uvc abs',
    'priv -- between us',
  ]);
});

test('the mail is the text that the app shows', async () => {
  const { exit, out } = await gavel(['summary', 's.gavel', ...AT]);
  expect(exit).toBe(0);
  const file = readFile('s', readFileSync(at('s.gavel'), 'utf8'), sha256);
  const entries = file.ok ? file.value.entries : [];
  expect(out).toBe(mailText(summarise(foldAll(entries), { at: '2024-10-01T10:00:00.000Z' as Instant, sha256 })));
  expect(out).not.toContain('between us');
});

test('with --at the same record gives the same bytes', async () => {
  const args = ['summary', 's.gavel', '--format', 'eml', '--to', 'list@example.org', ...AT];
  const once = await gavel(args);
  expect(once.exit).toBe(0);
  expect(await gavel(args)).toEqual(once);
});

test('the whole mail is from whom git knows, to the list', async () => {
  const { out } = await gavel([
    'summary',
    's.gavel',
    '--format',
    'eml',
    '--to',
    '"B, C" <b@example.org>, list@example.org',
    ...AT,
  ]);
  expect(out).toMatch(/^From: .*<ana@example[.]org>$/m);
  expect(out).toMatch(/^To: "B, C" <b@example[.]org>, list@example[.]org$/m);
  expect(out).toMatch(/^Date: Tue, 1 Oct 2024 10:00:00 \+0000$/m);
  const named = await gavel([
    'summary',
    's.gavel',
    '--format',
    'eml',
    '--to',
    'l@x.example',
    '--from',
    'D <d@x.example>',
  ]);
  expect(named.out).toMatch(/^From: D <d@x[.]example>$/m);
});

test('whom git knows may have any name', async () => {
  const eml = ['summary', 's.gavel', '--format', 'eml', '--to', 'l@x.example', ...AT];
  const { out } = await gavel(eml, { user: { name: 'Miller, Hans', address: 'h@x.example' } });
  expect(out).toMatch(/^From: "Miller, Hans" <h@x[.]example>$/m);
});

test('a whole mail needs somebody who sends it and a list that gets it', async () => {
  const eml = ['summary', 's.gavel', '--format', 'eml'];
  expect((await gavel(eml)).messages).toEqual(['To which list? The session names none. Add --to LIST.']);
  const nobody = await gavel([...eml, '--to', 'l@x.example'], { user: {} });
  expect(nobody).toMatchObject({ exit: 2, out: '' });
  expect(await gavel([...eml, '--to', 'not an address'])).toMatchObject({ exit: 1, out: '' });
});

test.each([
  ['md', '# Summit\n'],
  ['html', '<!doctype html>\n'],
  ['csv', 'table,number,'],
  ['json', '{\n  "gavelSummary": 1,'],
])('the format %s is there, for the same moment the same bytes, and each line is traced', async (format, start) => {
  const made = await gavel(['summary', 's.gavel', '--format', format, ...AT]);
  expect(made).toMatchObject({ exit: 0, messages: [] });
  expect(made.out.startsWith(start)).toBe(true);
  expect(made.out).toContain('it works');
  expect(made.out).not.toContain('between us');
  expect(await gavel(['summary', 's.gavel', '--format', format, ...AT])).toEqual(made);
  const traced = await gavel(['trace', '-', 's.gavel'], { input: made.out });
  expect(traced.out.split('\n').filter((line) => line.split('\t')[1] === '?')).toEqual([]);
});

test('what it holds is chosen: subsystems, people, reasons, the log, ASCII', async () => {
  await gavel(['record', 's.gavel', '--add', '@ana #isp usr -- naïve', '+ @ana -- Ana Svoboda']);
  const of = async (...options: readonly string[]): Promise<string> =>
    (await gavel(['summary', 's.gavel', ...AT, ...options])).out;
  expect(await of('--subsystems', 'isp')).not.toContain('uvc ==');
  expect(await of('--people', 'initials')).toContain('A.S.');
  expect(await of('--people', 'initials')).not.toContain('Svoboda');
  expect(await of('--no-reasons')).not.toContain('naïve');
  expect(await of('--log')).toContain('== Log ==');
  expect(await of('--ascii')).toContain('naive');
});

test('an option that makes no sense is misuse, and says what would', async () => {
  for (const options of [
    ['--people', 'faces'],
    ['--subsystems', 'isb'],
    ['--since', 'then'],
    ['--since', '3'],
  ]) {
    const { exit, out, messages } = await gavel(['summary', 's.gavel', ...options]);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(messages[0]).toContain(options[0]);
  }
});

test('the mail in docs/ is the example’s, as it is written today', async () => {
  const root = join(import.meta.dirname, '../..');
  const { out } = await gavel(['summary', join(root, 'assets/example.gavel'), '--at', '2024-09-24T10:00Z']);
  expect(out).toBe(readFileSync(join(root, 'docs/example-summary.txt'), 'utf8'));
});

test('an mbox is the whole and an extract for the list of each subsystem; who has no list is said', async () => {
  const { out, messages } = await gavel(['summary', 's.gavel', '--format', 'mbox', '--to', 'l@x.example', ...AT]);
  expect(out).toMatch(/^From mboxrd@z Thu Jan {2}1 00:00:00 1970\nDate: /);
  expect(messages).toEqual(['no list is recorded for uvc: no extract']);
});

test('an unknown format and a time that is none are misuse', async () => {
  expect(await gavel(['summary', 's.gavel', '--format', 'pdf'])).toMatchObject({ exit: 2 });
  expect(await gavel(['summary', 's.gavel', '--at', 'tomorow'])).toMatchObject({ exit: 2 });
});
