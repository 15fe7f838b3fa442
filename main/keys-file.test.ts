import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keysIn } from './keys-file';
import { temporaryFolder } from './testing/temporary';

test('keys are nothing where there is no file, and there after the next start', async () => {
  const folder = temporaryFolder();
  expect(keysIn(folder).read()).toEqual({ ok: true, value: '' });
  expect(await keysIn(folder).keep('{}\n')).toEqual({ ok: true, value: true });
  expect(keysIn(folder).read()).toEqual({ ok: true, value: '{}\n' });
  expect(fs.readdirSync(folder)).toEqual(['keys.json']);
});

test('a file with mistakes stays beside the one that is kept next', async () => {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'keys.json'), '{ nonsense');
  await keysIn(folder).keep('{}\n', true);
  expect(fs.readFileSync(path.join(folder, 'keys.mistaken.json'), 'utf8')).toBe('{ nonsense');
  expect(fs.readFileSync(path.join(folder, 'keys.json'), 'utf8')).toBe('{}\n');
});
