import { describe, expect, test } from 'vitest';
import { bodyLines } from './body';
import { quotationOf } from './quotation';
import { firstOwnWords, linesThatAre, linesThatHold } from './find-lines';

const BODY = [
  'Hello,',
  '',
  '> A camera needs',
  '> a published layout.',
  '',
  'A camera without it has no',
  'user that we  can test.',
  'A published layout is enough.',
  '',
  '-- ',
  'user that we can test.',
].join('\n');
const lines = bodyLines(BODY);

describe('words are found', () => {
  test('over the end of a line, whatever the case and the spaces', () => {
    expect(linesThatHold(lines, 'has NO user  that we can')).toEqual({ from: 6, to: 7 });
    expect(linesThatHold(lines, 'test. a')).toEqual({ from: 7, to: 8 });
  });

  test('in the author’s own words before anybody else’s', () => {
    expect(linesThatHold(lines, 'a published layout')).toEqual({ from: 8, to: 8 });
    expect(linesThatHold(lines, 'needs a published')).toEqual({ from: 3, to: 4 });
  });

  test('and not where they are not', () => {
    expect(linesThatHold(lines, 'a camera with it')).toBeUndefined();
    expect(linesThatHold(lines, ' > ')).toBeUndefined();
    expect(linesThatHold(bodyLines(''), 'a')).toBeUndefined();
  });
});

test('the first words are those below a quote, else the first own ones', () => {
  expect(firstOwnWords(lines)).toEqual({ from: 6, to: 8 });
  expect(firstOwnWords(bodyLines('Yes.\nOf course.\n\nNo.'))).toEqual({ from: 1, to: 2 });
  expect(firstOwnWords(bodyLines('> only a quote\n'))).toBeUndefined();
});

test('lines are found again, at their place where they stand twice', () => {
  const twice = bodyLines('same\nother\nsame\nend');
  const kept = quotationOf({ id: 'a@b', author: {}, subject: '' }, twice, { from: 3, to: 4 });
  expect(kept).toEqual({ message: 'a@b', lines: ['same', 'end'], offset: 11 });
  expect(linesThatAre(twice, kept.lines, kept.offset)).toEqual({ from: 3, to: 4 });
  expect(linesThatAre(twice, ['same'], 11)).toEqual({ from: 3, to: 3 });
  expect(linesThatAre(twice, ['same'], undefined)).toEqual({ from: 1, to: 1 });
  expect(linesThatAre(twice, ['another'], 11)).toBeUndefined();
});
