import { expect, test } from 'vitest';
import type { AnyEntry } from '../../shared/record/entry';
import { sha256Of } from '../../shared/record/sha256';
import { writeFile, writingFile } from '../../shared/file/write';
import { record } from '../../shared/testing/build';
import { madeBeside } from './made-beside';
import { cancelWork, isWorking } from './work';

/** So many lines are not made before the page can answer. */
function manyLines(): readonly AnyEntry[] {
  const [opened] = record({ title: 'Passthrough' }).lines;
  if (opened === undefined) throw new Error('a record has a first line');
  const note = (at: number): AnyEntry =>
    ({
      ...opened,
      id: `2024-09-18T08:00:00.000Z-${at.toString(36).padStart(3, '0')}-kaaaaaaa`,
      kind: 'note-taken',
      text: 'said '.repeat(40),
    }) as AnyEntry;
  return [opened, ...Array.from({ length: 20_000 }, (_, at) => note(at))];
}

function copy(entries: readonly AnyEntry[]): ReturnType<typeof madeBeside<string>> {
  return madeBeside('Making the copy', writingFile(entries, sha256Of), entries.length);
}

test('a large copy is made beside the keys, and can be ended, after which another is whole', async () => {
  const entries = manyLines();
  const ended = copy(entries);
  expect(isWorking()).toBe(true);
  cancelWork();
  expect(await ended).toEqual({ ok: true, value: undefined });
  expect(isWorking()).toBe(false);

  // the second one finds the place taken where work is shown, and is made all the same
  const both = await Promise.all([copy(entries), copy(entries)]);
  const text = writeFile(entries, sha256Of);
  expect(both).toEqual([
    { ok: true, value: text },
    { ok: true, value: text },
  ]);
});
