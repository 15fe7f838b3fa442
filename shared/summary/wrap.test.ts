import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../testing/runs';
import { width } from './characters';
import { wrap } from './wrap';

test('lines are filled, and the text’s own line ends stay', () => {
  expect(wrap('one two three four\nfive', 9)).toEqual(['one two', 'three', 'four', 'five']);
});

test('wide characters take two columns', () => {
  expect(wrap('漢字 漢字', 8)).toEqual(['漢字', '漢字']);
  expect(wrap('漢字 漢字', 9)).toEqual(['漢字 漢字']);
});

test('a word that no line holds is broken', () => {
  expect(wrap('abcdefgh ij', 4)).toEqual(['abcd', 'efgh', 'ij']);
});

test('no line is broken so that the next begins like a trailer', () => {
  expect(wrap('this was Acked-by: somebody', 14)).toEqual(['this', 'was Acked-by:', 'somebody']);
});

test.each([
  'Acked-by: A <a@b.example>',
  'From here on',
  '-- ',
  '---',
  'diff --git a b',
  'Index: x',
  '> said',
  '[1] https://x',
  '== Rule ==',
  '.',
])('a text that begins %j gets a bar in front', (text) => {
  expect(wrap(text, 40)).toEqual([`| ${text.trimEnd()}`]);
});

test('behind something that stands on the line already, the first line needs no bar', () => {
  expect(wrap('From: here', 40, true)).toEqual(['From: here']);
});

test('wrapping keeps every word in its order, and the width', () => {
  const word = fc.stringMatching(/^[a-z>:.-]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.integer({ min: 20, max: 72 }), (words, columns) => {
      const lines = wrap(words.join(' '), columns);
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
      const kept = lines.map((line) => line.replace(/^\| /, '')).join(' ');
      expect(kept.split(' ').filter((each) => each !== '')).toEqual(words);
    }),
    { numRuns: runs },
  );
});
