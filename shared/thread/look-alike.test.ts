import { expect, test } from 'vitest';
import { looksLikeAnother, lookOf, withMarks } from './look-alike';

test.each([
  'Ana Be',
  'Ana Bé',
  'Łukasz Żółć',
  'Иван Петров',
  'Иван (Ivan) Petrov',
  'Νίκος',
  '内存 Wang',
  'Ana Bé',
  "Seán O'Brien",
])('%s is a name like any other', (name) => {
  expect(looksLikeAnother(name)).toBe(false);
});

test.each([
  'A\u202ena',
  'A\u2066na',
  'A\u200bna',
  'A\u00adna',
  '\u0410na Be',
  'Ana B\u03b5',
  'Ａｎａ',
  '𝐀𝐧𝐚',
  'A\u0000na',
])('TRUST-20: %j looks like another name', (name) => {
  expect(looksLikeAnother(name)).toBe(true);
});

test('TRUST-20: names that the eye takes for one look the same, and are not', () => {
  for (const other of ['Аnа Вe', 'ana  be', 'Ana\u200b Be', 'Ａna Be', 'Ana Bé']) expect(lookOf(other)).toBe('ana be');
  expect(lookOf('Ana Bo')).not.toBe('ana be');
});

test('what nobody can see is shown', () => {
  expect(withMarks('A\u202ena\u200b Bé')).toBe('A<U+202E>na<U+200B> Bé');
});
