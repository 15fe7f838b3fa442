import { expect, test } from 'vitest';
import { oneLine } from './one-line';

test('a text is one line, and nothing in it moves the cursor or turns the direction of writing', () => {
  expect(oneLine('a \n b\u2028c\td\u001b[2J\u202ee')).toBe('a / b / c d<U+001B>[2J<U+202E>e');
});

test('a text of spaces alone, a megabyte of them, is a line as any other', () => {
  const spaces = ' '.repeat(1_048_576);
  expect(oneLine(`a${spaces}b`)).toBe(`a${spaces}b`);
  expect(oneLine(`a${spaces}\n${spaces}b`)).toBe('a / b');
});
