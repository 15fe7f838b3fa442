import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../testing/runs';
import { mailIndex, readSearch } from './mail-index';

const mail = (name: string, subject: string, body: string) => ({
  author: { name, address: `${name}@x.example` },
  subject,
  body,
});

test('a search is taken apart into sender, subject and words', () => {
  expect(readSearch('  from:Ana Layout subject:uvc  published ')).toEqual({
    from: ['ana'],
    subject: ['uvc'],
    text: ['layout', 'published'],
  });
  expect(readSearch('')).toEqual({ from: [], subject: [], text: [] });
});

test('every part must be in the mail, each where it belongs', () => {
  const index = mailIndex();
  index.add(mail('Ana', 'A layout', 'It is\npublished.'));
  index.add(mail('Bo', 'Re: A layout', '> It is published.\nNo.'));
  index.add(mail('Cy', 'Another thing', 'Layouts, says Ana'));
  const found = (typed: string) => index.search(readSearch(typed));
  expect(found('')).toEqual([0, 1, 2]);
  expect(found('LAYOUT')).toEqual([0, 1, 2]);
  expect(found('subject:layout publish')).toEqual([0, 1]);
  expect(found('from:ana')).toEqual([0]);
  expect(found('ana')).toEqual([0, 2]);
  expect(found('from:x.example no.')).toEqual([1]);
  expect(found('from:ana no.')).toEqual([]);
});

test('it finds just those texts that hold each word as they stand', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '>', 'é', '\u00a0'), maxLength: 30 });
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 8 }), fc.array(letters, { maxLength: 3 }), (bodies, typed) => {
      const index = mailIndex();
      for (const body of bodies) index.add(mail('Z', '', body));
      const wanted = readSearch(typed.join(' '));
      const holds = (body: string) => wanted.text.every((word) => body.includes(word));
      expect(index.search(wanted)).toEqual(bodies.flatMap((body, at) => (holds(body) ? [at] : [])));
    }),
    { numRuns: runs },
  );
});
