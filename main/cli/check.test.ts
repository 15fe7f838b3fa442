import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from './shell';
import { place } from './testing/run-in';

const { gavel, path: at } = place();

describe('a file', () => {
  beforeEach(async () => {
    await gavel([
      'record',
      's.gavel',
      '--add',
      '--title',
      'Summit',
      '@ana #uvc std -- it works',
      '@bob obj #uvc -- no',
    ]);
  });

  test('that is whole is counted', async () => {
    expect(await gavel(['check', 's.gavel'])).toEqual({
      exit: 0,
      messages: [],
      out: [
        'entries: 6',
        'kinds: 5',
        '  objection-raised: 1',
        '  participant-added: 2',
        '  position-taken: 1',
        '  session-opened: 1',
        '  subsystem-added: 1',
        'participants: 2',
        'subsystems: 1',
        'positions: 1',
        'objections: 1',
        'calls: 0',
        'struck: 0',
        'conflicts: 0',
        'clashes: 0',
        '',
      ].join('\n'),
    });
  });

  test('is read from standard input as well', async () => {
    const input = readFileSync(at('s.gavel'));
    expect((await gavel(['check', '-'], { input })).out).toContain('entries: 6\n');
  });

  test('that is not what it was is refused, with file, line, found and expected', async () => {
    writeFileSync(at('s.gavel'), readFileSync(at('s.gavel'), 'utf8').replace('it works', 'it never works'));
    const { exit, out, messages } = await gavel(['check', 's.gavel']);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(messages.join()).toMatch(/s[.]gavel:8: .*\(found [0-9a-f]{64}, expected [0-9a-f]{64}\)/);
  });

  test('that was cut short, or is not UTF-8, is refused', async () => {
    const bytes = readFileSync(at('s.gavel'));
    writeFileSync(at('s.gavel'), bytes.subarray(0, -200));
    expect(await gavel(['check', 's.gavel'])).toMatchObject({ exit: 1 });
    const { messages } = await gavel(['check', '-'], { input: new Uint8Array([...bytes, 0xff]) });
    expect(messages.join()).toContain('-: The file is not UTF-8 text');
  });
});

describe('a mail', () => {
  beforeEach(async () => {
    await gavel(['record', 's.gavel', '--add', '--title', 'Summit', '@ana #uvc std -- it works']);
    const { out } = await gavel(['summary', 's.gavel', '--format', 'eml', '--to', 'list@example.org']);
    writeFileSync(at('m.eml'), out);
  });

  test('that covers lines of the record says that these are as they were, whatever was recorded since', async () => {
    expect((await gavel(['check', 's.gavel', '--mail', 'm.eml'])).out).toContain(
      'mail: it is of this record, whose lines that it covers are as they were\n' +
        'its lines that Gavel does not write so: 0\ninserted later: 0\nrecorded since: 0\n',
    );
    await gavel(['record', 's.gavel', 'afterwards']);
    expect((await gavel(['check', 's.gavel', '--mail', 'm.eml'])).out).toContain(
      'inserted later: 0\nrecorded since: 1\n',
    );
  });

  test('whose own words were changed shows the lines that Gavel does not write so, by their numbers', async () => {
    const edited = readFileSync(at('m.eml'), 'utf8').replace('it works', 'it never works');
    const line = edited.split('\n').findIndex((text) => text.includes('it never works')) + 1;
    const { exit, out } = await gavel(['check', 's.gavel', '--mail', '-'], { input: edited });
    expect(exit).toBe(0);
    expect(out).toContain(`its lines that Gavel does not write so: 1\n  ${String(line)}:      it never works\n`);
  });

  test('out of an mbox is the same; one that was encoded on its way is not held to its words', async () => {
    const eml = readFileSync(at('m.eml'), 'utf8');
    const inBox = await gavel(['check', 's.gavel', '--mail', '-'], {
      input: `From mboxrd@z Thu Jan  1 00:00:00 1970\n${eml}`,
    });
    expect(inBox.out).toContain('its lines that Gavel does not write so: 0\n');
    const encoded = eml.replace(/^Content-Transfer-Encoding: .*$/m, 'Content-Transfer-Encoding: quoted-printable');
    const { out } = await gavel(['check', 's.gavel', '--mail', '-'], { input: encoded });
    expect(out).toContain('its words: not checked, since they are encoded; decode them first\n');
  });

  test('that does not say when it was made is not held to its words', async () => {
    const body = readFileSync(at('m.eml'), 'utf8').split('\n\n').slice(1).join('\n\n');
    const { out } = await gavel(['check', 's.gavel', '--mail', '-'], { input: body });
    expect(out).toContain('its words: not checked, since it does not say when it was made\n');
  });

  test('what was merged in among its lines is listed', async () => {
    const early = readFileSync(at('s.gavel'), 'utf8').split('\n').slice(0, 2);
    expect(early[1]).toContain('session-opened');
    // somebody else's copy, in which only the opening had arrived when they wrote
    const note = `{"id":"2024-09-17T08:01:00.000Z-001-othercpy","by":"bob","kind":"note-taken","text":"in between"}`;
    const body = `${early.join('\n')}\n${note}\n`;
    writeFileSync(at('o.gavel'), `${body}{"entries":2,"sha256":"${sha256(body)}"}\n`);
    writeFileSync(at('both.gavel'), (await gavel(['merge', 's.gavel', 'o.gavel'])).out);
    const { out } = await gavel(['check', 'both.gavel', '--mail', 'm.eml']);
    expect(out).toMatch(
      /inserted later: 1\n {2}2024-09-17 08:01 {2}\S+ {2}bob {2}note: "in between"\nrecorded since: 0\n/,
    );
  });

  test('that is of another record, or of none, is refused', async () => {
    await gavel(['record', 'other.gavel', '--title', 'Other', 'hello']);
    expect(await gavel(['check', 'other.gavel', '--mail', 'm.eml'])).toMatchObject({ exit: 1, out: '' });
    const outcome = await gavel(['check', 's.gavel', '--mail', '-'], { input: 'Hi all,\n' });
    expect(outcome.messages.join()).toContain('-: The mail does not say which record it was made from.');
  });
});

const MODELS = path.resolve(import.meta.dirname, '../../../shared/data/models');
const models = existsSync(MODELS) ? readdirSync(MODELS).filter((name) => name.endsWith('.gavel')) : [];
if (models.length === 0) console.log(`no models in ${MODELS}: files made by hand are not checked`);

test.runIf(models.length > 0).each(models)('the model %s, made by hand, is a record', async (name) => {
  const file = path.join(MODELS, name);
  const lines = readFileSync(file, 'utf8').split('\n').length - 3;
  const outcome = await gavel(['check', file]);
  expect(outcome).toMatchObject({ exit: 0, messages: [] });
  expect(outcome.out).toContain(`entries: ${String(lines)}\n`);
  expect(await gavel(['merge', file])).toMatchObject({ out: readFileSync(file, 'utf8') });
  for (const command of ['log', 'summary'])
    expect(await gavel([command, file])).toMatchObject({ exit: 0, messages: [] });
});
