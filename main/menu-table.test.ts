import { expect, test } from 'vitest';
import { DEVELOPER_ENTRIES, MENU } from './menu-table';

const entries = [...MENU.flatMap((section) => section.entries), ...DEVELOPER_ENTRIES].filter(
  (entry) => entry !== 'separator',
);
const keys = entries.flatMap((entry) => ('key' in entry ? [entry.key] : []));

test('no two items of the menu have one key', () => {
  expect(new Set(keys).size).toBe(keys.length);
});

test('nothing reloads the page or closes the window by a key', () => {
  expect(keys).not.toContain('CmdOrCtrl+R');
  expect(keys).not.toContain('CmdOrCtrl+W');
  expect(entries.flatMap((entry) => ('role' in entry ? [entry.role] : []))).toEqual([
    'quit',
    'cut',
    'copy',
    'paste',
    'selectAll',
    'togglefullscreen',
  ]);
});
