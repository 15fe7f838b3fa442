import { expect, test } from 'vitest';
import { clean, oneLine, toAscii, width } from './characters';

test('controls and marks that turn the direction of writing are left out, letters of every script stay', () => {
  expect(clean('a\u0000b\u001b[31mc\u202ed\u200ee\ufefff')).toBe('ab[31mcdef');
  expect(clean('فارسی می\u200cخواهم, नमस्ते, 👩‍💻')).toBe('فارسی می\u200cخواهم, नमस्ते, 👩‍💻');
});

test('every line end is one, and every space is a space', () => {
  expect(clean('a\u0085b\u2028c\u2029d\te\u00a0f\u3000g')).toBe('a\nb\nc\nd e f g');
  expect(oneLine(' a\n\n b\tc ')).toBe('a b c');
});

test('a letter carries no more marks than a language writes', () => {
  expect(clean(`e${'\u0301'.repeat(50)}`)).toHaveLength(5);
});

test('in ASCII a letter keeps its base, a sign its form, and the rest is a question mark', () => {
  expect(toAscii('Größe – “naïve” Łódź … 漢')).toBe('Grosse - "naive" Lodz ... ?');
});

test('a column is what a terminal takes it for', () => {
  expect([width('abc'), width('é'), width('e\u0301'), width('漢字'), width('ｆ'), width('😀')]).toEqual([
    3, 1, 1, 4, 2, 2,
  ]);
});
