import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyEntry } from '../record/entry';
import { lineOf } from '../record/canon';
import { sha256Of } from '../record/sha256';
import { refusalText } from '../result';
import { foldAll } from '../session/session';
import { records } from '../testing/arbitrary-record';
import { runs } from '../testing/runs';
import { snapshot } from '../testing/snapshot';
import { notUtf8 } from './form';
import { readFile } from './read';
import { writeFile } from './write';

const OPENED = '{"id":"2024-09-17T08:00:00.000Z-000-kaaaaaaa","by":"ana","kind":"session-opened","title":"t"}';
const NOTE = '{"id":"2024-09-17T08:00:01.000Z-000-kaaaaaaa","by":"ana","kind":"note-taken","text":"é"}';
const LATER = '{"id":"2024-09-17T08:00:02.000Z-000-kaaaaaaa","by":"ana","kind":"later-kind","maybe":null}';
const HEADER = '{"gavel":1,"session":"2024-09-17T08:00:00.000Z-000-kaaaaaaa"}';

/** A file of some lines, with the footer that fits it. */
function file(...lines: readonly string[]): string {
  return sealed([HEADER, ...lines].map((line) => `${line}\n`).join(''), lines.length);
}
function sealed(body: string, entries: number): string {
  return `${body}{"entries":${String(entries)},"sha256":"${sha256Of(body)}"}\n`;
}
const read = (text: string): ReturnType<typeof readFile> => readFile('x.gavel', text, sha256Of);
function refusal(text: string): string {
  const found = read(text);
  return found.ok ? 'it was read' : refusalText(found.error);
}

test('a file that is written is read, and written back the same to the byte', () => {
  fc.assert(
    fc.property(records, (record) => {
      const text = writeFile(record, sha256Of);
      const found = read(text);
      expect(found).toMatchObject({ ok: true });
      if (!found.ok) return;
      expect(writeFile(found.value.entries, sha256Of)).toBe(text);
      expect(snapshot(foldAll(found.value.entries))).toBe(snapshot(foldAll(record)));
    }),
    { numRuns: runs },
  );
});

test('the same set of entries is the same bytes, in whatever order and however often they come', () => {
  const shuffled = records.chain((record) =>
    fc.tuple(
      fc.constant(record),
      fc.shuffledSubarray([...record], { minLength: record.length }),
      fc.subarray([...record]),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([record, other, again]) => {
      expect(writeFile([...other, ...again], sha256Of)).toBe(writeFile(record, sha256Of));
    }),
    { numRuns: runs },
  );
});

test('a file is its header, its lines sorted as `LC_ALL=C sort -u` sorts them, and its footer', () => {
  fc.assert(
    fc.property(records, (record) => {
      const lines = writeFile(record, sha256Of).split('\n').slice(1, -2);
      const bytes = [...new Set(record.map(lineOf))]
        .map((line) => Buffer.from(line))
        .sort((a, b) => Buffer.compare(a, b));
      expect(lines).toEqual(bytes.map(String));
    }),
    { numRuns: runs },
  );
});

test('a file that was cut short anywhere is refused', () => {
  fc.assert(
    fc.property(records, fc.nat(), (record, at) => {
      const text = writeFile(record, sha256Of);
      expect(read(text.slice(0, at % text.length)).ok).toBe(false);
    }),
    { numRuns: runs },
  );
  const text = file(OPENED, NOTE, LATER);
  for (let end = 0; end < text.length; end += 1) expect(read(text.slice(0, end)).ok).toBe(false);
});

test('a file of which one byte was changed is refused', () => {
  const text = file(OPENED, NOTE, LATER);
  for (let at = 0; at < text.length; at += 1) {
    expect(read(`${text.slice(0, at)}~${text.slice(at + 1)}`).ok).toBe(false);
  }
});

test('unknown kinds and fields are kept', () => {
  const found = read(file(OPENED, LATER));
  expect(found).toMatchObject({ ok: true, value: { entries: [{}, { kind: 'later-kind', maybe: null }] } });
});

const [OPENED_ID, NOTE_ID] = ['2024-09-17T08:00:00.000Z-000-kaaaaaaa', '2024-09-17T08:00:01.000Z-000-kaaaaaaa'];
const body = `${HEADER}\n${OPENED}\n`;

describe('a refusal says file, line, found and expected', () => {
  test.each([
    ['nothing', '', 'x.gavel:1: The file is empty. (found nothing, expected {"gavel":1,"session":"<id>"})'],
    ['a line feed alone', '\n', 'x.gavel:1: The file is empty. (found nothing, expected {"gavel":1,"session":"<id>"})'],
    [
      'another file',
      '<html>\n',
      'x.gavel:1: This is not a Gavel file: its first line is another. (found <html>, expected {"gavel":1,"session":"<id>"})',
    ],
    [
      'a byte order mark',
      `\uFEFF${file(OPENED)}`,
      'x.gavel:1: The file begins with a byte order mark. Save it as UTF-8 without one. (found U+FEFF, expected {"gavel":1,"session":"<id>"})',
    ],
    [
      'a newer format',
      `{"gavel":2,"session":"x","more":true}\n`,
      'x.gavel:1: The file was written by a newer Gavel, in format 2. Update Gavel to read it. (found "gavel":2, expected "gavel":1)',
    ],
    [
      'a newer format, whatever comes then',
      '{"gavel":12}',
      'x.gavel:1: The file was written by a newer Gavel, in format 12. Update Gavel to read it. (found "gavel":12, expected "gavel":1)',
    ],
    [
      'CR LF',
      file(OPENED).replaceAll('\n', '\r\n'),
      'x.gavel:1: The file has carriage returns: it was saved with the line ends of another system. (found CR LF, expected LF)',
    ],
    [
      'a header with more in it',
      file(OPENED).replace('"}', '","x":1}'),
      'x.gavel:1: This is not a Gavel file: its first line is another. (found {"gavel":1,"session":"2024-09-17T08:00:00.000Z-000-kaaaaa..., expected {"gavel":1,"session":"<id>"})',
    ],
    [
      'a header alone',
      `${HEADER}\n`,
      'x.gavel:1: The file ends without its footer: it was cut short. (found {"gavel":1,"session":"2024-09-17T08:00:00.000Z-000-kaaaaa..., expected {"entries":<n>,"sha256":"<hex>"})',
    ],
    [
      'no footer',
      body,
      'x.gavel:2: The file ends without its footer: it was cut short. (found {"id":"2024-09-17T08:00:00.000Z-000-kaaaaaaa","by":"ana",..., expected {"entries":<n>,"sha256":"<hex>"})',
    ],
    [
      'no last line feed',
      file(OPENED).slice(0, -1),
      'x.gavel:3: The last line has no line feed: the file was cut short or edited. (found the end, expected LF)',
    ],
    [
      'an empty last line',
      `${file(OPENED)}\n`,
      'x.gavel:4: The file ends without its footer: it was cut short. (found an empty line, expected {"entries":<n>,"sha256":"<hex>"})',
    ],
    [
      'another count',
      sealed(body, 2),
      'x.gavel:3: Entries are missing or were added. (found 1 entries, expected 2 entries)',
    ],
    [
      'another checksum',
      `${body}{"entries":1,"sha256":"${'0'.repeat(64)}"}\n`,
      `x.gavel:3: The file is not what it was when it was written: its checksum differs. (found ${sha256Of(body)}, expected ${'0'.repeat(64)})`,
    ],
    [
      'a line out of order',
      file(NOTE, OPENED),
      `x.gavel:3: The lines are not in order. (found ${OPENED_ID}, expected lines sorted by id then bytes, each once)`,
    ],
    [
      'a line twice',
      file(OPENED, OPENED),
      'x.gavel:3: The line is there twice. (found a repeated line, expected lines sorted by id then bytes, each once)',
    ],
    [
      'contents of one id out of order',
      file(OPENED, NOTE, NOTE.replace('é', 'e')),
      `x.gavel:4: The lines are not in order. (found ${NOTE_ID}, expected lines sorted by id then bytes, each once)`,
    ],
    [
      'a line that isn’t canonical',
      file(OPENED, NOTE.replace(',"text"', ', "text"')),
      'x.gavel:3: The line is not a canonical entry. (found "te-taken\\", \\"text\\":\\"é\\"}", expected "te-taken\\",\\"text\\":\\"é\\"}")',
    ],
    [
      'a line that the schema refuses',
      file(OPENED, NOTE.replace('é', '')),
      'x.gavel:3: The line is not a canonical entry: text is wrong. (found "", expected a text that is not empty)',
    ],
    [
      'an empty line',
      file(OPENED, ''),
      'x.gavel:3: The line is not a canonical entry. (found an empty line, expected an entry)',
    ],
    [
      'a carriage return behind a line',
      file(OPENED, `${NOTE}\r`),
      'x.gavel:3: The file has carriage returns: it was saved with the line ends of another system. (found CR LF, expected LF)',
    ],
    [
      'the header of another session',
      file(OPENED)
        .replace('-kaaaaaaa"}', '-kbbbbbbb"}')
        .replace(/sha256":"\w+/, `sha256":"${sha256Of(body.replace('-kaaaaaaa"}', '-kbbbbbbb"}'))}`),
      `x.gavel:1: The header names another session than the file holds. (found 2024-09-17T08:00:00.000Z-000-kbbbbbbb, expected ${OPENED_ID})`,
    ],
    [
      'no session',
      file(NOTE),
      `x.gavel:1: The header names another session than the file holds. (found ${OPENED_ID}, expected a session-opened entry)`,
    ],
    [
      'nothing between header and footer',
      file(),
      `x.gavel:1: The header names another session than the file holds. (found ${OPENED_ID}, expected a session-opened entry)`,
    ],
  ])('%s', (_, text, words) => {
    expect(refusal(text)).toBe(words);
  });

  test('bytes that are no UTF-8, which the caller finds', () => {
    expect(refusalText(notUtf8('x.gavel'))).toBe(
      'x.gavel: The file is not UTF-8 text, so it can’t be a Gavel file. Nothing of it was read. (found bytes that are not UTF-8, expected UTF-8)',
    );
  });
});

test('a header names the earliest session-opened, struck or not, also where two sessions were joined', () => {
  const earlier = '{"id":"2024-09-16T08:00:00.000Z-000-kaaaaaaa","by":"ana","kind":"session-opened","title":"t"}';
  const struck = `{"id":"2024-09-18T08:00:00.000Z-000-kaaaaaaa","by":"ana","kind":"entry-struck","entry":"2024-09-16T08:00:00.000Z-000-kaaaaaaa"}`;
  const entries = [OPENED, struck, earlier].map((line) => JSON.parse(line) as AnyEntry);
  expect(writeFile(entries, sha256Of)).toContain('"session":"2024-09-16T08:00:00.000Z-000-kaaaaaaa"');
});

test('entries among which no session is opened can’t be written', () => {
  expect(() => writeFile([JSON.parse(NOTE) as AnyEntry], sha256Of)).toThrow('session-opened');
});

describe('real discussions that were put into the format by hand', () => {
  const models = path.resolve(import.meta.dirname, '../../../shared/data/models');
  const names = fs.existsSync(models) ? fs.readdirSync(models).filter((name) => name.endsWith('.gavel')) : [];
  if (names.length === 0) console.warn(`not tried: there is no ${models}`);

  test.runIf(names.length > 0).each(names)('%s is read, folds, and is written back the same to the byte', (name) => {
    const text = fs.readFileSync(path.join(models, name), 'utf8');
    const found = readFile(name, text, sha256Of);
    expect(found).toMatchObject({ ok: true });
    if (!found.ok) return;
    expect(writeFile(found.value.entries, sha256Of)).toBe(text);
    const session = foldAll(found.value.entries);
    expect(session.latest).toBe(found.value.entries.at(-1)?.id);
    expect(snapshot(session).length).toBeGreaterThan(text.length);
  });
});
