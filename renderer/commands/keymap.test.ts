import { expect, test } from 'vitest';
import { isPressed, pressedKeys } from './bindings';
import { readers } from '../../main/requests';
import { clash, isInUse, keysOf, menuKeys, readKeymap, withKeys } from './keymap';
import { registry } from './registry';
import { parseKeybinding } from 'tinykeys';

const USUAL = { single: true, changed: {} } as const;
const lines = (text: string): readonly (readonly [number | undefined, string])[] =>
  readKeymap(text).mistakes.map(({ line, message }) => [line, message]);

test('no file, and an empty one, are the program’s own keys', () => {
  expect(readKeymap('')).toEqual({ keymap: USUAL, mistakes: [] });
  expect(readKeymap('{}')).toEqual({ keymap: USUAL, mistakes: [] });
});

test('keys of a file take the place of a command’s own', () => {
  const { keymap, mistakes } = readKeymap('{"single": false, "keys": {"record.call": ["F6", "g x"], "edit.undo": []}}');
  expect(mistakes).toEqual([]);
  const call = { id: 'record.call', ...registry['record.call'] } as const;
  expect(keysOf(call, keymap)).toEqual(['F6', 'g x']);
  expect(keysOf({ id: 'edit.undo', ...registry['edit.undo'] }, keymap)).toEqual([]);
  expect(keysOf(call, keymap).filter((keys) => isInUse(keys, keymap))).toEqual(['F6']);
});

test('each mistake is named with its line, and the rest holds', () => {
  const text = `{
  "single": "no",
  "keys": {
    "record.cal": ["F6"],
    "edit.undo": "F7",
    "edit.redo": ["Hyper+x"],
    "record.line": ["F8"],
    "help.keys": ["F9"]
  }
}`;
  expect(lines(text)).toEqual([
    [2, 'single is true or false'],
    [4, 'there is no command record.cal'],
    [5, 'edit.undo needs a list of keys'],
    [6, '"Hyper+x" is no key: Shift+c, $mod+k, F6 or g x are'],
    [7, 'record.line can’t have a key: it needs to be given something'],
  ]);
  expect(readKeymap(text).keymap).toEqual({ single: true, changed: { 'help.keys': ['F9'] }, mistaken: true });
  expect(lines('{\n"keys": ')[0]?.[0]).toBe(2);
  expect(lines('[]')).toEqual([[1, 'the file is no object']]);
});

test('a key that another command has is named with its line and left out, however it is spelled', () => {
  for (const key of ['$mod+k', 'Control+K', 'g']) {
    const { keymap, mistakes } = readKeymap(`{"keys": {\n"edit.undo": ["F7", "${key}"]}}`);
    expect(mistakes.map(({ line }) => line)).toEqual([2]);
    expect(mistakes[0]?.message).toContain(`${key} of edit.undo is a key of "`);
    expect(keymap.changed).toEqual({ 'edit.undo': ['F7'] });
  }
});

test('a clash is found where both commands can be run, and only there', () => {
  expect(clash('edit.undo', 'i', USUAL)?.id).toBe('record.entry');
  expect(clash('edit.undo', 'Shift+Control+z', USUAL)?.id).toBe('edit.redo');
  // the Summary's y and that of rows are never both there
  expect(clash('summary.copy', 'e', USUAL)).toBeUndefined();
  // a key that was taken from its command is free
  expect(clash('edit.undo', 'i', withKeys(USUAL, 'record.entry', ['F6']))).toBeUndefined();
  expect(withKeys(withKeys(USUAL, 'record.entry', ['F6']), 'record.entry', undefined)).toEqual(USUAL);
});

test('the menu shows a key with Ctrl or Alt, or a function key, as Electron writes it, and the one in use', () => {
  const shown = menuKeys(USUAL);
  for (const [id, keys] of [
    ['session.new', 'CmdOrCtrl+N'],
    ['edit.undo', 'CmdOrCtrl+Z'],
    ['view.live', 'Alt+1'],
    ['view.zoom-in', 'CmdOrCtrl+='],
    ['app.settings', 'CmdOrCtrl+,'],
    ['help.keys', 'F1'],
    ['record.entry', undefined],
  ] as const)
    expect(shown.find(({ command }) => command === id)?.key, id).toBe(keys);
  expect(menuKeys(withKeys(USUAL, 'record.entry', ['g x', '$mod++']))).toContainEqual({
    command: 'record.entry',
    key: 'CmdOrCtrl+Plus',
  });
  expect(readers['settings-write']({ menu: shown })).toEqual({ menu: shown });
});

test.each([
  ['a letter', { key: 'e' }, 'e'],
  ['a capital', { key: 'E', shiftKey: true }, 'Shift+e'],
  ['a sign, which needs Shift here and not there', { key: '?', shiftKey: true }, '?'],
  ['Ctrl and a letter', { key: 'e', ctrlKey: true }, '$mod+e'],
  ['Ctrl, Shift and a letter', { key: 'E', ctrlKey: true, shiftKey: true }, '$mod+Shift+e'],
  ['Alt and a digit', { key: '7', altKey: true }, 'Alt+7'],
  ['a function key', { key: 'F6' }, 'F6'],
  ['the space bar', { key: ' ', code: 'Space' }, 'Space'],
  ['Ctrl and plus', { key: '+', ctrlKey: true }, '$mod++'],
  ['a modifier alone', { key: 'Shift', shiftKey: true }, undefined],
  ['a dead key', { key: 'Dead' }, undefined],
  ['a letter with an accent', { key: 'é' }, undefined],
  ['AltGr', { key: '@', altGraph: true }, undefined],
  ['what an input method composes', { key: 'a', isComposing: true }, undefined],
] as const)('%s is written as keys.json has it, and leads back to the same press', (_, fields, keys) => {
  const event = {
    code: '',
    ctrlKey: false,
    shiftKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    ...fields,
    getModifierState: (name: string) =>
      ({
        AltGraph: 'altGraph' in fields,
        Control: 'ctrlKey' in fields,
        Shift: 'shiftKey' in fields,
        Alt: 'altKey' in fields,
      })[name] ?? false,
  } as unknown as KeyboardEvent;
  expect(pressedKeys(event)).toBe(keys);
  const [press] = keys === undefined ? [] : parseKeybinding(keys);
  if (press !== undefined) expect(isPressed(event, press)).toBe(true);
});
