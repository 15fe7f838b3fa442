import { CONFIRMED } from '../store/overlay';
import { parseKeybinding } from 'tinykeys';
import { expect, test } from 'vitest';
import { MENU } from '../../main/menu-table';
import { SECTIONS } from './command';
import { meet } from './condition';
import { COMMANDS, isCommandId } from './registry';

const MODIFIERS = ['Control', 'Meta', 'Shift', 'Alt'];
const bound = COMMANDS.flatMap((command) => (command.keys ?? []).map((keys) => ({ command, keys })));

test('UX-1: every command has a title and a section', () => {
  for (const { id, title, section } of COMMANDS) {
    expect(title.trim(), id).not.toBe('');
    expect(SECTIONS, id).toContain(section);
  }
});

test('UX-1: no two commands that the palette offers have one title', () => {
  const titles = COMMANDS.filter(({ input }) => input === undefined).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

test('no two words of the : line are the same, or a command’s id', () => {
  const words = COMMANDS.flatMap(({ line }) => line ?? []);
  expect(new Set(words).size).toBe(words.length);
  expect(words.filter(isCommandId)).toEqual([]);
});

test('every binding can be parsed: known modifiers, and a key', () => {
  for (const { command, keys } of bound) {
    for (const [modifiers, key] of parseKeybinding(keys)) {
      expect(
        modifiers.filter((each) => !MODIFIERS.includes(each)),
        `${command.id} ${keys}`,
      ).toEqual([]);
      expect(key, `${command.id} ${keys}`).toMatch(/^([!-~]|[A-Z][A-Za-z]*\d*)$/);
    }
  }
});

test('UX-1: no binding stands for two commands that can both be run, nor begins another one’s chord', () => {
  for (const [at, one] of bound.entries()) {
    for (const other of bound.slice(at + 1)) {
      const [short, long] = [one.keys.toLowerCase(), other.keys.toLowerCase()].sort((a, b) => a.length - b.length);
      const clash = short === long || long?.startsWith(`${short ?? ''} `) === true;
      expect(
        clash && meet(one.command.when, other.command.when),
        `${one.command.id} and ${other.command.id}: ${one.keys}`,
      ).toBe(false);
    }
  }
});

test('a command that needs input has no key and is not on the : line', () => {
  for (const { id, input, keys, line } of COMMANDS)
    if (input === 'needed') expect([id, keys, line]).toEqual([id, undefined, undefined]);
});

test('UX-6: nothing asks first but an import into a session that has entries, deleting a session, and :set-all', () => {
  expect(CONFIRMED).toEqual(['file.take-in', 'line.set-all', 'session.delete-now']);
  expect(CONFIRMED.every(isCommandId)).toBe(true);
});

test('every menu item is a command', () => {
  for (const entry of MENU.flatMap(({ entries }) => entries))
    if (entry !== 'separator' && 'command' in entry) expect(isCommandId(entry.command), entry.command).toBe(true);
});
