import PostalMime from 'postal-mime';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../testing/runs';
import { flowedLines, unflow } from './flowed';
import { good, multipart } from './testing/one-mail';

describe('flowed text', () => {
  const text =
    '> \n> As I said this is a long \n> line of text.\n>> deeper \n>> text\n> back\nI agree \nwith that.\n-- \nsig';
  const lines = [
    { depth: 1, text: '' },
    { depth: 1, text: 'As I said this is a long line of text.' },
    { depth: 2, text: 'deeper text' },
    { depth: 1, text: 'back' },
    { depth: 0, text: 'I agree with that.' },
    { depth: 0, text: '-- ' },
    { depth: 0, text: 'sig' },
  ];
  const shown = '>\n> As I said this is a long line of text.\n> > deeper text\n> back\nI agree with that.\n-- \nsig';

  test('MAIL-8: quote depths are counted before lines are joined', () => {
    expect(flowedLines(text, false)).toEqual(lines);
  });

  test('MAIL-8: it is ours in a plain mail and in a part of one; the library still has the method that we replace', async () => {
    const part = ['Content-Type: text/plain; charset=utf-8; format=flowed', '', ...text.split('\n')];
    expect((await good(...part)).body).toBe(shown);
    expect((await good(...multipart(part))).body).toBe(shown);
    const { root } = new PostalMime() as unknown as { root: object };
    for (const replaced of ['getTextContent', 'setupContentDecoder']) {
      expect(Object.getPrototypeOf(root)).toHaveProperty(replaced);
    }
  });

  test('DelSp takes the space at a break; a stuffed mark is no quote', () => {
    expect(unflow('ab \ncd\n >no quote', true)).toBe('abcd\n >no quote');
  });

  test('a soft break before another depth joins nothing: nobody gets the words of somebody else', () => {
    expect(unflow('> they said \nI say \n> they said', false)).toBe('> they said\nI say \n> they said');
  });

  test('no depth is ever made that no line had', () => {
    const line = fc.stringMatching(/^>{0,3} {0,2}[ab-]{0,3} ?$/);
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), (flowed, delSp) => {
        const had = new Set(flowed.map((each) => /^>*/.exec(each)?.[0].length));
        expect(flowedLines(flowed.join('\n'), delSp).every(({ depth }) => had.has(depth) || flowed.length === 0)).toBe(
          true,
        );
      }),
      { numRuns: runs },
    );
  });
});
