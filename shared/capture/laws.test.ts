import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOf, parseLine } from '../record/canon';
import type { Handle, Writer } from '../record/ids';
import { foldAll, type Session } from '../session/session';
import { runs } from '../testing/runs';
import { complete } from './complete';
import { explain } from './explain';
import { readLine } from './read-line';
import { applyFix, plainText, type Reading } from './reading';
import { foldReading, room, stored } from './testing/room';

const LINES = [
  '#uvc',
  '@p1 std -- a // if b',
  '@p2 usr',
  '@p7 #isp usr ~pass -- works // if open',
  '@p3 obj -- no',
  '@p2 obj #isp -- no // unless yes',
  'address 2 -- done',
  'rule 3 -- text',
  '@p5 rule 3 yes',
  '? @dan -- why?',
  'call rough std #drm -- s',
  'poll -- q : a : b',
  'q+ @p9',
  'note -- a text',
];
const record = [...room().type(...LINES).lines];

/** The same record for every line: reading changes nothing, folding does. */
function session(): Session {
  return foldAll(record);
}

function read(into: Session, line: string, add: 'ask' | 'always' | 'never' = 'ask'): Reading {
  return readLine(
    into,
    line,
    { add },
    { now: Date.UTC(2024, 8, 18), by: 'scribe' as Handle, writer: 'lawslaws' as Writer },
  );
}

/** Words that mean something, and some that don't, put together at random: most lines are nearly something. */
const word = fc.constantFrom(
  ...'@p1 @p7 @p41 @ricrdo @p @* @ @p1,@p2 #uvc #isp #fwcl #nvme #u # std usr pass abs rec none sdt s u - ~pass ~std ~ ~sdt'.split(
    ' ',
  ),
  ...'obj hold 20m 7d 2024-09-24 tomorow accommodate withdraw address defer reopen dispute 1 2 9 2k7 rule 3 6 6! against yes ~yes no'.split(
    ' ',
  ),
  ...'inforce claimed except disputed ? answer call rough rouhg consensus no-consensus question to poll count reveal q+ q- q ack close open'.split(
    ' ',
  ),
  ...'here left regrets note priv todo todo? by met same + +if of affects seats for via from <a@b> a@b said 2024-07-25T09:26Z if unless because'.split(
    ' ',
  ),
  ...'-- // : the docs are public Ana <a@b>, s/a/b/ \ud800 \u0000 \u00a0 \t ñ 🙂 \u2028 __proto__ constructor toString'.split(
    ' ',
  ),
);
const nearly = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const noise = fc.oneof(
  { weight: 4, arbitrary: nearly },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...LINES), nearly).map(([line, more]) => `${line} ${more}`) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...LINES), fc.nat(), fc.string({ unit: 'binary', maxLength: 2 })).map(cutInto),
  },
);

function cutInto([line, at, put]: readonly [string, number, string]): string {
  const place = at % (line.length + 1);
  return line.slice(0, place) + put + line.slice(place + 1);
}

describe('reading a line', () => {
  test('never throws, on 10,000 lines of noise, and neither does completing it', () => {
    const into = session();
    fc.assert(
      fc.property(noise, fc.nat(70), fc.constantFrom('ask', 'always', 'never'), (line, caret, add) => {
        read(into, line, add);
        complete(into, line, Math.min(caret, line.length), { add });
      }),
      { numRuns: 10_000 },
    );
  });

  test('changes nothing', () => {
    const into = session();
    fc.assert(
      fc.property(noise, (line) => {
        read(into, line);
        expect(into.revision).toBe(record.length);
      }),
      { numRuns: runs },
    );
  });

  test('records what the format accepts, as one act in order', () => {
    const into = session();
    fc.assert(
      fc.property(noise, (line) => {
        const reading = read(into, line, 'always');
        const entries = reading.kind === 'record' ? reading.entries : (reading.entriesOnEnter ?? []);
        for (const entry of entries) {
          expect([line, parseLine(lineOf(entry))]).toEqual([line, { ok: true, value: entry }]);
          expect(entry.act ?? entries[0]?.id).toBe(entries[0]?.id);
        }
        expect(entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id).sort());
      }),
      { numRuns: runs * 2 },
    );
  });

  test('covers the whole line with tokens, without gap or overlap', () => {
    const into = session();
    fc.assert(
      fc.property(noise, (line) => {
        const { tokens } = read(into, line);
        let at = 0;
        for (const token of tokens) {
          expect(token.from).toBe(at);
          expect(token.to).toBeGreaterThan(token.from);
          at = token.to;
        }
        expect(at).toBe(line.length);
      }),
      { numRuns: runs * 2 },
    );
  });
});

describe('what is stored', () => {
  test('UX-11: is what was shown: the words are those of the entries once they are in the record', () => {
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 6 }), (lines) => {
        const into = session();
        for (const line of lines) {
          const reading = read(into, line, 'always');
          if (reading.kind === 'error' || reading.entries.length === 0) continue;
          const shown = plainText(reading.says);
          foldReading(into, reading);
          expect([line, plainText(explain(into, reading.entries))]).toEqual([line, shown]);
        }
      }),
      { numRuns: runs },
    );
  });

  test('differs where what is shown differs: lines that say the same store the same but for the words of texts', () => {
    const into = session();
    const known = new Map<string, { readonly line: string; readonly fields: string }>();
    const withoutTexts = (fields: readonly object[]): string =>
      JSON.stringify(fields, (key: string, value: unknown) =>
        TEXTS.has(key) ? (Array.isArray(value) ? value.length : 'text') : value,
      );
    fc.assert(
      fc.property(noise, (line) => {
        const reading = read(into, line, 'always');
        if (reading.kind === 'error') return;
        const shown = plainText(reading.says);
        const fields = withoutTexts(stored(reading.entries));
        const before = known.get(shown);
        if (before === undefined) known.set(shown, { line, fields });
        else expect([before.line, before.fields]).toEqual([before.line, fields]);
      }),
      { numRuns: runs * 3 },
    );
  });

  test('is the line itself, where Enter keeps it as a note', () => {
    const into = session();
    fc.assert(
      fc.property(noise, (line) => {
        const reading = read(into, line);
        if (reading.kind === 'record' || reading.enter !== 'note') return;
        // what the format can't hold becomes a space or U+FFFD
        const text = line
          .replace(/\p{Cs}/gu, '\uFFFD')
          .replace(/[\u0000-\u0008\u000a-\u001f]/g, ' ')
          .trim();
        expect(reading.entriesOnEnter).toMatchObject([{ kind: 'note-taken', text }]);
      }),
      { numRuns: runs * 2 },
    );
  });
});

/** Fields whose words the line itself shows: the parse line says that they are there. */
const TEXTS = new Set([
  'rationale',
  'remedy',
  'statement',
  'reason',
  'answer',
  'why',
  'scope',
  'lines',
  'conditions',
  'text',
  'question',
]);

describe('an offered fix', () => {
  test('removes the error that it is offered for', () => {
    const into = session();
    fc.assert(
      fc.property(noise, (line) => {
        const reading = read(into, line);
        if (reading.kind === 'record' || reading.fix === undefined) return;
        const fixed = read(into, applyFix(line, reading.fix));
        const same = fixed.kind === 'error' && fixed.code === reading.code && fixed.span.from === reading.span.from;
        expect([line, applyFix(line, reading.fix), same]).toEqual([line, applyFix(line, reading.fix), false]);
      }),
      { numRuns: runs * 2 },
    );
  });
});
