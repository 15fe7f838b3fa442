import { expect, test } from 'vitest';
import { archiveLink, footnotes } from './links';

test('a Message-ID is one segment of the archive’s path', () => {
  expect(archiveLink('YUJcN/dqa8f4R9w0@mit.example')).toBe('https://lore.kernel.org/r/YUJcN%2Fdqa8f4R9w0@mit.example');
  expect(archiveLink("a$&'()*+,;=:@!b%c?d#e@x")).toBe("https://lore.kernel.org/r/a$&'()*+,;=:@!b%25c%3Fd%23e@x");
});

test('what can’t be a Message-ID is no link', () => {
  for (const id of ['', '.', '..', 'a b@c', 'a\nb@c', '<a@b>', 'x'.repeat(251)])
    expect(archiveLink(id)).toBeUndefined();
});

test('a message has one number however often it is cited, and what was said in the room has none', () => {
  const notes = footnotes();
  const mail = (message: string) => ({ message, lines: ['x'] });
  expect(notes.cite([mail('a@x'), mail('b@x'), mail('a@x')])).toEqual([1, 2]);
  expect(notes.cite([mail('b@x'), { room: '2024-09-17T08:00:00.000Z' as never }])).toEqual([2]);
  expect(notes.links).toHaveLength(2);
});
