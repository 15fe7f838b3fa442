import fc from 'fast-check';
import { expect } from 'vitest';
import { assessSubsystem } from '../consensus/assess';
import { lineOf } from '../record/canon';
import type { Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { foldAll } from '../session/session';
import { subsystems } from '../session/subsystems';
import { records } from '../testing/arbitrary-record';
import { fuzz, mutated, reshaped } from '../testing/fuzz';
import { readFile } from './read';
import { writeFile } from './write';

const RECORDS = fc.sample(records, { numRuns: 40, seed: 26 });
const FILES = RECORDS.map((record) => writeFile(record, sha256Of));

/** The gate, and all behind it: what it lets in is written back the same and can be looked at. */
function through(text: string): void {
  const read = readFile('x.gavel', text, sha256Of);
  expect(({} as { admin?: unknown }).admin).toBeUndefined();
  if (!read.ok) {
    expect(read.error).toMatchObject({ file: 'x.gavel', message: expect.stringMatching(/\S/) as string });
    expect(read.error.line).toBeGreaterThan(0);
    return;
  }
  expect(writeFile(read.value.entries, sha256Of)).toBe(text);
  const session = foldAll(read.value.entries);
  for (const { slug } of subsystems(session)) assessSubsystem(session, slug, '2026-01-01T00:00:00.000Z' as Instant);
}

const decoder = new TextDecoder();
fuzz('a .gavel file', mutated(FILES), (bytes) => {
  through(decoder.decode(bytes));
});

/** One line of a record changed in its shape, and the footer made to fit: only the schema stands between it and us. */
const resealed = fc
  .tuple(
    fc.constantFrom(...FILES),
    fc.nat(),
    reshaped(RECORDS.flat().map((entry) => JSON.parse(lineOf(entry)) as unknown)),
  )
  .map(([file, at, entry]) => {
    const lines = file.split('\n').slice(0, -2);
    const [header = '', ...others] = lines;
    others[at % others.length] = JSON.stringify(entry);
    const body = [header, ...others.sort()].map((line) => `${line}\n`).join('');
    return new TextEncoder().encode(`${body}{"entries":${String(others.length)},"sha256":"${sha256Of(body)}"}\n`);
  });

fuzz('a resealed .gavel file', resealed, (bytes) => {
  through(decoder.decode(bytes));
});
