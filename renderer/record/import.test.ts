import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { writeFile } from '../../shared/file/write';
import type { AnyEntry } from '../../shared/record/entry';
import { sha256Of } from '../../shared/record/sha256';
import { foldAll } from '../../shared/session/session';
import { record } from '../../shared/testing/build';
import { readGavelText } from './gavel-text';
import { newTo } from './import';

const said = record().subsystem('uvc').people('ana', 'bo').position('ana', 'uvc', 'abstain');
const added = (...given: Parameters<typeof newTo>): readonly AnyEntry[] => {
  const steps = newTo(...given);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
};
const bytes = new TextEncoder().encode(writeFile(said.lines, sha256Of));

test('a file is read to its entries', () => {
  const read = readGavelText('a.gavel', bytes);
  expect(read.ok && read.value.entries).toEqual(said.lines);
});

test('a file that is cut short is refused with its name, its line, what was found and what was expected', () => {
  const read = readGavelText('a.gavel', bytes.slice(0, -80));
  expect(read).toMatchObject({
    ok: false,
    error: {
      file: 'a.gavel',
      line: expect.any(Number) as unknown,
      found: expect.any(String) as unknown,
      expected: expect.any(String) as unknown,
    },
  });
});

test('bytes that are no UTF-8 are refused', () => {
  const broken = bytes.slice();
  broken[100] = 0xff;
  expect(readGavelText('a.gavel', broken)).toMatchObject({ ok: false, error: { found: 'bytes that are not UTF-8' } });
});

test('new to a session are the entries that it lacks, and another content under an id that it has', () => {
  const here = foldAll(said.lines.slice(0, 3));
  expect(added(here, said.lines)).toEqual(said.lines.slice(3));
  const changed = { ...said.lines[1]!, by: 'mallory' as never };
  expect(added(here, [said.lines[1]!, changed])).toEqual([changed]);
});
