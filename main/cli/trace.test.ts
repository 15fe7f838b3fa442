import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readFile } from '../../shared/file/read';
import { toInstant, type Slug } from '../../shared/record/ids';
import { foldAll } from '../../shared/session/session';
import { mailText } from '../../shared/summary/mail-text';
import { summarise } from '../../shared/summary/summarise';
import { sha256 } from './shell';
import { place } from './testing/run-in';

const root = join(import.meta.dirname, '../..');
const { gavel, path: at } = place();

beforeEach(async () => {
  await gavel([
    'record',
    's.gavel',
    '--add',
    '--title',
    'Summit',
    '@ana #uvc std -- it works',
    '@bob #uvc std -- it works',
  ]);
  writeFileSync(at('m.eml'), (await gavel(['summary', 's.gavel', '--format', 'eml', '--to', 'list@example.org'])).out);
});

/** The ids of the two positions. */
function positions(): readonly string[] {
  const file = readFile('s', readFileSync(at('s.gavel'), 'utf8'), sha256);
  return file.ok ? file.value.entries.filter(({ kind }) => kind === 'position-taken').map(({ id }) => id) : [];
}

async function traced(mail: string): Promise<readonly (readonly string[])[]> {
  const { exit, out } = await gavel(['trace', '-', 's.gavel'], { input: mail });
  expect(exit).toBe(0);
  return out.split('\n').map((line) => line.split('\t'));
}

test('each line of a mail has the entries behind it, and the same words twice have each their own', async () => {
  const mail = readFileSync(at('m.eml'), 'utf8');
  const rows = await traced(mail);
  expect(rows.slice(0, -1).map(([, , text]) => text)).toEqual(mail.slice(0, -1).split('\n'));
  const works = rows.filter(([, , text]) => text?.trim() === 'it works');
  expect(works.map(([, ids]) => ids)).toEqual(positions());
});

test('lines that are not Gavel’s are marked, and what follows them is still found', async () => {
  const mail = readFileSync(at('m.eml'), 'utf8').replace('Hi all,', 'Hi all, and those\nwho were not there,');
  const rows = await traced(mail);
  expect(rows.find(([, , text]) => text === 'who were not there,')?.[1]).toBe('?');
  expect(rows.filter(([, , text]) => text?.trim() === 'it works').map(([, ids]) => ids)).toEqual(positions());
});

test('a PDF is refused with where its ids are', async () => {
  const { exit, out, messages } = await gavel(['trace', '-', 's.gavel'], { input: '%PDF-1.4\n' });
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(messages.join()).toContain('pdfinfo -dests');
});

test('what was recorded since does not matter', async () => {
  await gavel(['record', 's.gavel', '@ana #uvc none']);
  const rows = await traced(readFileSync(at('m.eml'), 'utf8'));
  expect(rows.filter(([, , text]) => text?.trim() === 'it works')).toHaveLength(2);
  expect(rows.filter(([, ids]) => ids === '?').every(([, , text]) => /^[A-Z][\w-]+: /.test(text ?? ''))).toBe(true);
});

test('a mail’s text without its headers is traced as of the minute that it was written in, as it says itself', async () => {
  writeFileSync(at('s.gavel'), readFileSync(join(root, 'assets/example.gavel'), 'utf8'));
  const rows = await traced(readFileSync(join(root, 'docs/example-summary.txt'), 'utf8'));
  expect(rows.filter(([, ids]) => ids === '?')).toEqual([]);
});

test('assessments are those of the moment that the mail was made for', async () => {
  await gavel(['record', 's.gavel', '@ana hold 10m #uvc']);
  const mail = (
    await gavel(['summary', 's.gavel', '--format', 'eml', '--to', 'l@x.example', '--at', '2024-09-17T08:05Z'])
  ).out;
  expect(mail).toContain('asks for time');
  const rows = await traced(mail);
  expect(rows.filter(([, ids, text]) => ids === '?' && text?.includes('asks for time'))).toEqual([]);
});

test('a mail on chosen subsystems is known as well as one on all, in whatever order they were chosen', async () => {
  await gavel([
    'record',
    's.gavel',
    '--add',
    '@ana #isp pass -- it is niche',
    '@bob #drm usr',
    '@bob obj #isp -- not here',
  ]);
  const file = readFile('s', readFileSync(at('s.gavel'), 'utf8'), sha256);
  const session = foldAll(file.ok ? file.value.entries : []);
  const subsystems = ['isp', 'uvc'] as Slug[];
  for (const settings of [{}, { ascii: true, rationales: false }]) {
    const moment = toInstant(Date.parse('2024-09-17T09:00:00.000Z'));
    const mail = mailText(summarise(session, { at: moment, sha256, subsystems, ...settings }));
    expect(mail).not.toContain('== drm ==');
    const rows = await traced(mail);
    expect(rows.filter(([, ids]) => ids === '?')).toEqual([]);
    expect(mailText(summarise(session, { at: moment, sha256, subsystems: subsystems.toReversed(), ...settings }))).toBe(
      mail,
    );
  }
});

test('a mail of another record is refused', async () => {
  expect(await gavel(['trace', '-', 's.gavel'], { input: 'Hi\n' })).toMatchObject({ exit: 1, out: '' });
});
