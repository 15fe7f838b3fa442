import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessSubsystem } from '../consensus/assess';
import { lineOf } from '../record/canon';
import type { AnyEntry } from '../record/entry';
import type { Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { refusalText } from '../result';
import { foldAll, versionsOf } from '../session/session';
import { openClashes } from '../session/verdicts';
import { record } from '../testing/build';
import { runs } from '../testing/runs';
import { aheadOf } from './ahead';
import { mergeFiles } from './merge';
import { readFile, type GavelFile } from './read';
import { writeFile } from './write';

const HEAD = '"id":"2024-09-17T08:00:01.000Z-000-kaaaaaaa","by":"ana","kind"';
const OPENED = '{"id":"2024-09-17T08:00:00.000Z-000-kaaaaaaa","by":"ana","kind":"session-opened","title":"t"}';
const HEADER = '{"gavel":1,"session":"2024-09-17T08:00:00.000Z-000-kaaaaaaa"}';
const later = (field: string): string => `{${HEAD}:"later-kind",${field}}`;

/** A file with the footer that fits it, so that nothing but its lines can be refused. */
function sealed(...lines: readonly string[]): string {
  const body = [HEADER, OPENED, ...lines].map((line) => `${line}\n`).join('');
  return `${body}{"entries":${String(lines.length + 1)},"sha256":"${sha256Of(body)}"}\n`;
}
function refusal(text: string): string {
  const found = readFile('x.gavel', text, sha256Of);
  return found.ok ? 'it was read' : refusalText(found.error);
}
function read(text: string): GavelFile {
  const found = readFile('x.gavel', text, sha256Of);
  if (!found.ok) throw new Error(refusalText(found.error));
  return found.value;
}
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test('TRUST-28: a key that would change prototypes is refused, and one that only looks so is data', () => {
  for (const field of ['"__proto__":{"admin":true}', '"a":{"__proto__":{"admin":true}}', '"a":[{"__proto__":1}]'])
    expect(refusal(sealed(later(field)))).toMatch(/^x\.gavel:3: .*found key "__proto__"/);
  const harmless = sealed(later('"constructor":{"prototype":{"admin":true}},"toString":"x","valueOf":1'));
  expect(writeFile(read(harmless).entries, sha256Of)).toBe(harmless);
  const said = record()
    .subsystem('constructor')
    .people('constructor')
    .position('constructor', 'constructor', 'abstain');
  const asOf = '2026-01-01T00:00:00.000Z' as Instant;
  expect(assessSubsystem(said.session, 'constructor' as never, asOf).state).toBe('no-input');
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
});

test('TRUST-29: what is nested too deep is refused with the depth that is allowed', () => {
  for (const deep of [nested(5_000), `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`])
    expect(refusal(sealed(later(`"a":${deep}`)))).toMatch(/^x\.gavel:3: .*\(found depth 17, expected at most 16\)/);
});

test('TRUST-30: cut short at any byte, a file is refused and says where', () => {
  const bytes = new TextEncoder().encode(
    sealed(`{${HEAD}:"note-taken","text":"Grüße 🙂"}`, later('"a":1').replace('01.000', '02.000')),
  );
  const decoder = new TextDecoder('utf-8');
  for (let end = 0; end < bytes.length; end += 1)
    expect(refusal(decoder.decode(bytes.subarray(0, end)))).toMatch(/^x\.gavel:\d+: /);
});

test.each([
  ['the same key twice', later('"a":1,"a":2')],
  ['the same key twice, once the head’s', `{${HEAD}:"note-taken","kind":"note-taken","text":"x"}`],
  ['NaN', later('"a":NaN')],
  ['a number beyond all', later('"a":1e999')],
  ['a number that loses digits', later('"a":9007199254740993')],
  ['minus zero', later('"a":-0')],
  ['a fraction', later('"a":1.5')],
  ['a lone surrogate', later('"a":"\\ud800"')],
  ['a NUL', later('"a":"\\u0000"')],
])('TRUST-31: %s is refused, with its line', (_, line) => {
  expect(refusal(sealed(line))).toMatch(/^x\.gavel:3: .*found .*expected /);
});

test('TRUST-32: a newer format is refused with its number; a kind of a later program is kept as it is', () => {
  expect(refusal(sealed().replace('"gavel":1', '"gavel":2'))).toMatch(/^x\.gavel:1: .*newer Gavel, in format 2/);
  const kept = sealed(later('"deep":[{"a":null}],"who":"nobody"'));
  expect(writeFile(read(kept).entries, sha256Of)).toBe(kept);
});

test('TRUST-33: of one id with two contents both are kept and neither counts until a person picks; an absent prev is legal', () => {
  const [one, other] = ['a', 'b'].map((text) => `{${HEAD}:"note-taken","text":"${text}"}`) as [string, string];
  const clash = read(sealed(one, other));
  const session = foldAll(clash.entries);
  expect([...versionsOf(session, clash.entries[1]!.id)].map(lineOf).sort()).toEqual([one, other]);
  expect(openClashes(session)).toHaveLength(1);
  expect(writeFile(clash.entries, sha256Of)).toBe(sealed(one, other));
  const absent = '"prev":["2024-01-01T00:00:00.000Z-000-absentaa"]';
  expect(refusal(sealed(`{${HEAD}:"session-amended",${absent},"title":"u"}`))).toBe('it was read');
});

// as many as is asked in full, and a tenth of them in `npm test`
const KNOWN = process.env['GAVEL_TRUST'] === 'full' ? 1_000_000 : 100_000;

test(`TRUST-34: lines that are all known already change nothing`, ({ annotate }) => {
  const entries = Array.from(
    { length: KNOWN },
    (_, n): AnyEntry =>
      ({
        id: new Date(Date.UTC(2024, 8, 17, 8, 1) + n).toISOString().concat('-000-kaaaaaaa'),
        by: 'ana',
        kind: 'note-taken',
        text: `n ${String(n)}`,
      }) as unknown as AnyEntry,
  );
  const file = { ...read(sealed()), entries: [...read(sealed()).entries, ...entries], name: 'x.gavel' };
  const merged = mergeFiles([file, file]);
  if (!merged.ok) throw new Error(refusalText(merged.error));
  expect(merged.value.entries).toHaveLength(KNOWN + 1);
  expect(writeFile(merged.value.entries, sha256Of)).toBe(writeFile(file.entries, sha256Of));
  return annotate(`${String(KNOWN)} known lines merged: 0 changes`, 'figure').then(() => undefined);
});

test('TRUST-35: a clock that runs ten years ahead is flagged before anything of it is taken over', () => {
  const ahead = `{"id":"2034-09-17T08:00:00.000Z-000-kbbbbbbb","by":"bo","kind":"note-taken","text":"x"}`;
  const { entries } = read(sealed(ahead));
  expect(aheadOf(entries, Date.UTC(2024, 8, 17, 9)).map(lineOf)).toEqual([ahead]);
});

test('TRUST-36: an older copy, or any part of a record, takes nothing away', () => {
  const said = record()
    .subsystem('uvc')
    .people('ana', 'bo')
    .position('ana', 'uvc', 'abstain')
    .position('bo', 'uvc', 'recuse');
  const whole = read(writeFile(said.lines, sha256Of));
  fc.assert(
    fc.property(fc.subarray([...whole.entries].slice(1)), (some) => {
      const older = { name: 'older.gavel', session: whole.session, entries: [whole.entries[0]!, ...some] };
      const now = { name: 'now.gavel', ...whole };
      for (const files of [
        [now, older],
        [older, now],
      ])
        expect(mergeFiles(files)).toEqual({ ok: true, value: whole });
    }),
    { numRuns: runs },
  );
});
