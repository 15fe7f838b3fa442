import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { settingsIn, readSettingsText } from './settings';
import { temporaryFolder } from './testing/temporary';

function storeWith(text: string) {
  const folder = temporaryFolder();
  const file = path.join(folder, 'settings.json');
  fs.writeFileSync(file, text);
  const said: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((line) => said.push(String(line)) > 0);
  const store = settingsIn(folder);
  write.mockRestore();
  return { folder, file, store, said };
}

describe('settings', () => {
  test('are defaults where there is no file, and none is made', () => {
    const folder = temporaryFolder();
    expect(settingsIn(folder).current()).toEqual({});
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  test('are there after the next start', async () => {
    const folder = temporaryFolder();
    const settings = { me: { handle: 'ana', name: 'Ana' }, theme: 'dark', text: 14, rail: false } as const;
    const store = settingsIn(folder);
    expect(await store.keep(settings)).toEqual({ ok: true, value: settings });
    expect(store.current()).toEqual(settings);
    expect(settingsIn(folder).current()).toEqual(settings);
    expect(fs.statSync(path.join(folder, 'settings.json')).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(folder)).toEqual(['settings.json']);
  });

  test('stay as they were where they can’t be written', async () => {
    const folder = path.join(temporaryFolder(), 'gone');
    const store = settingsIn(folder);
    expect(await store.keep({ text: 14 })).toMatchObject({ ok: false, error: { found: 'ENOENT' } });
    expect(store.current()).toEqual({});
  });

  test('with a mistake are used but for that, which is told with its line; the file is left alone', () => {
    const text = '{\n  "theme": "dark",\n  "text": 1000,\n  "later": {}\n}\n';
    const { file, store, said } = storeWith(text);
    expect(store.current()).toEqual({ theme: 'dark' });
    expect(said.join('')).toContain(`${file}:3: text is not a setting we can use`);
    expect(said.join('')).toContain('(found 1000, expected an integer from 12 to 16)');
    expect(fs.readFileSync(file, 'utf8')).toBe(text);
  });

  test('that were mistaken stay beside those that are kept next', async () => {
    const { folder, store } = storeWith('{ nonsense');
    expect((await store.keep({ text: 13 })).ok).toBe(true);
    expect((await store.keep({ text: 14 })).ok).toBe(true);
    expect(fs.readFileSync(path.join(folder, 'settings.mistaken.json'), 'utf8')).toBe('{ nonsense');
    expect(settingsIn(folder).current()).toEqual({ text: 14 });
  });

  test.each([
    ['{\n  "text": 13,\n}\n', 3],
    ['{\n\n"text": x}', 3],
    ['{\n  "text": 13\n', 3],
    ['', 1],
    ['[]', 1],
    ['{"theme":\n"dark",\n"me":\n{}}', 3],
  ])('%j: the line of the mistake is named', (text, line) => {
    const { mistakes } = readSettingsText(text, 'settings.json');
    expect(mistakes.map((mistake) => mistake.line)).toEqual([line]);
  });
});
