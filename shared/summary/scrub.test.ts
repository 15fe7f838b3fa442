import { expect, test } from 'vitest';
import { scrubber } from './scrub';

test('a name is found in any case, over line ends, in ASCII, and by its parts', () => {
  const { text, isIn } = scrubber(new Map([['Zoë Field', 'participant 1']]));
  expect(text('ZOË\n FIELD, Zoe Field and Field said')).toBe('participant 1, participant 1 and participant 1 said');
  expect(isIn('zoe.field@lists.example')).toBe(true);
});

test('a name that is longer than any pattern is found as it is written', () => {
  const long = 'Ana '.repeat(20_000).trim();
  const { text, isIn } = scrubber(
    new Map([
      [long, 'participant 1'],
      ['Ben', 'participant 2'],
    ]),
  );
  expect(text(`${long} and Ben`)).toBe('participant 1 and participant 2');
  expect(isIn(long)).toBe(true);
});
