import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { place } from './testing/run-in';

const { gavel, path: at } = place();

beforeEach(async () => {
  await gavel(['record', 'a.gavel', '--title', 'Summit', '+ #uvc -- USB Video']);
  copyFileSync(at('a.gavel'), at('b.gavel'));
  copyFileSync(at('a.gavel'), at('c.gavel'));
  await gavel(['record', 'b.gavel', '--add', '@ana #uvc std']);
  await gavel(['record', 'c.gavel', '--add', '@bob #uvc usr']);
});

test('a merge is the union, and any order of arguments and any repetition gives the same bytes', async () => {
  const merged = await gavel(['merge', 'a.gavel', 'b.gavel', 'c.gavel']);
  expect(merged).toMatchObject({ exit: 0, messages: [] });
  for (const args of [
    ['c.gavel', 'b.gavel'],
    ['b.gavel', 'c.gavel', 'b.gavel', 'a.gavel'],
  ]) {
    expect(await gavel(['merge', ...args])).toEqual(merged);
  }
  writeFileSync(at('m.gavel'), merged.out);
  expect((await gavel(['check', 'm.gavel'])).out).toContain('entries: 6\n');
});

test('one file merged is itself, also through standard input', async () => {
  const bytes = readFileSync(at('b.gavel'), 'utf8');
  expect((await gavel(['merge', 'b.gavel'])).out).toBe(bytes);
  expect((await gavel(['merge', '-'], { input: bytes })).out).toBe(bytes);
  expect(await gavel(['merge', '-', '-'])).toMatchObject({ exit: 2 });
});

test('files of other sessions merge only when asked', async () => {
  await gavel(['record', 'other.gavel', '--title', 'Other', 'hello']);
  const refused = await gavel(['merge', 'a.gavel', 'other.gavel']);
  expect(refused).toMatchObject({ exit: 1, out: '' });
  expect(refused.messages.join()).toContain('--join');
  expect(await gavel(['merge', '--join', 'a.gavel', 'other.gavel'])).toMatchObject({ exit: 0 });
});
