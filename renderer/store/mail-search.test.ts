import { expect, test } from 'vitest';
import { readSearch } from './mail-search';

test('a search is taken apart into sender, subject and words', () => {
  expect(readSearch('  from:Ana Layout subject:uvc  published ')).toEqual({
    from: ['ana'],
    subject: ['uvc'],
    text: ['layout', 'published'],
  });
  expect(readSearch('')).toEqual({ from: [], subject: [], text: [] });
});
