import { expect, test } from 'vitest';
import { typesCharacter } from './typed-key';

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false, altGraph: false };

test.each([
  ['a letter', 'a', {}, 'linux', true],
  ['one beyond 16 bits', '🙂', {}, 'linux', true],
  ['a key with a name', 'Home', {}, 'linux', false],
  ['with Ctrl', 'w', { ctrlKey: true }, 'linux', false],
  ['with AltGr, which is Ctrl and Alt on Windows', '@', { ctrlKey: true, altKey: true, altGraph: true }, 'win32', true],
  ['with Alt', 'f', { altKey: true }, 'linux', false],
  ['with Alt on a Mac', '@', { altKey: true }, 'darwin', true],
  ['with Command on a Mac', 'k', { metaKey: true }, 'darwin', false],
] as const)('%s: %s', (_, key, held, platform, expected) => {
  const { altGraph, ...modifiers } = { ...PLAIN, ...held };
  expect(typesCharacter({ key, ...modifiers, getModifierState: () => altGraph }, platform)).toBe(expected);
});
