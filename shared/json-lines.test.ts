import { expect, test } from 'vitest';
import { lineOfKey, readJson } from './json-lines';

test('a mistake in JSON is refused with its line', () => {
  expect(readJson('{"a": 1}', 'x.json')).toEqual({ ok: true, value: { a: 1 } });
  expect(readJson('{\n  "a": 1,\n  oops\n}', 'x.json')).toMatchObject({ error: { file: 'x.json', line: 3 } });
  expect(readJson('{\n  "a": 1\n', 'x.json')).toMatchObject({ error: { line: 3 } });
});

test('a key is found on its line, whatever letters it has', () => {
  const text = '{\n  "a.b": 1,\n  "axb" : 2\n}';
  expect([lineOfKey(text, 'a.b'), lineOfKey(text, 'axb'), lineOfKey(text, 'c')]).toEqual([2, 3, 1]);
});
