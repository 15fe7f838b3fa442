import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOf } from '../record/canon';
import { sha256Of } from '../record/sha256';
import { records } from '../testing/arbitrary-record';
import { runs } from '../testing/runs';
import { headerLine } from './form';
import { readJournal, readJournalAsFile } from './journal';
import { readFile } from './read';
import { sessionNamed, writeFile } from './write';

/** A journal's text: any order of arrival, some lines twice. */
const journals = records.chain((record) =>
  fc
    .tuple(fc.shuffledSubarray([...record], { minLength: record.length }), fc.subarray([...record]))
    .map(([entries, again]) => {
      const lines = [...entries, ...again].map(lineOf);
      const session = sessionNamed(record);
      if (session === undefined) throw new Error('no session');
      return { session, lines, text: [headerLine(session), ...lines].map((line) => `${line}\n`).join('') };
    }),
);

test('a journal is read in order of arrival', () => {
  fc.assert(
    fc.property(journals, ({ session, lines, text }) => {
      const found = readJournal('j', text);
      expect(found).toMatchObject({ ok: true, value: { session, torn: false } });
      if (found.ok) expect(found.value.entries.map(lineOf)).toEqual(lines);
    }),
    { numRuns: runs },
  );
});

test('a journal that was cut short anywhere loses at most its torn last line', () => {
  fc.assert(
    fc.property(journals, fc.nat(), ({ lines, text }, at) => {
      const cut = text.slice(0, at % (text.length + 1));
      const whole = Math.max(0, cut.split('\n').length - 2);
      const found = readJournal('j', cut);
      expect(found).toMatchObject({ ok: true, value: { torn: cut !== '' && !cut.endsWith('\n') } });
      if (found.ok) expect(found.value.entries.map(lineOf)).toEqual(lines.slice(0, whole));
    }),
    { numRuns: runs },
  );
});

const HEADER = '{"gavel":1,"session":"2024-09-17T08:00:00.000Z-000-kaaaaaaa"}\n';
const NOTE = '{"id":"2024-09-17T08:00:01.000Z-000-kaaaaaaa","by":"ana","kind":"note-taken","text":"x"}\n';

test.each([
  ['a damaged line that is not the last', `${HEADER}${NOTE.slice(9)}${NOTE}`, 2],
  ['a damaged last line that has its line feed', `${HEADER}${NOTE}${NOTE.slice(0, 20)}\n`, 3],
  ['an empty line', `${HEADER}\n${NOTE}`, 2],
  ['a footer', `${HEADER}${NOTE}{"entries":1,"sha256":"${'0'.repeat(64)}"}\n`, 3],
  ['no header', NOTE, 1],
  ['the header of a newer format', HEADER.replace('1', '2'), 1],
])('nothing else is forgiven: %s', (_, text, line) => {
  expect(readJournal('j', text)).toMatchObject({ ok: false, error: { file: 'j', line } });
});

test('a journal is read as the file of its lines: sorted, each once; where none opens a session it is refused', () => {
  fc.assert(
    fc.property(journals, ({ session, lines, text }) => {
      const found = readJournalAsFile('j', text);
      expect(found).toMatchObject({ ok: true, value: { session } });
      if (!found.ok) return;
      const written = writeFile(found.value.entries, sha256Of);
      expect(readFile('f', written, sha256Of)).toEqual(found);
      expect(new Set(found.value.entries.map(lineOf))).toEqual(new Set(lines));
    }),
    { numRuns: runs },
  );
  expect(readJournalAsFile('j', '')).toMatchObject({ ok: false, error: { expected: 'a session-opened entry' } });
});
