import { expect, test } from 'vitest';
import type { AnyEntry } from '../../shared/record/entry';
import { record } from '../../shared/testing/build';
import { addedInWords } from './added-words';

test('what a file adds is counted in the words of the room, the most first, and what is of a later version too', () => {
  const { lines } = record()
    .people('ana', 'ben')
    .subsystem('uvc')
    .position('ana', 'uvc', 'abstain')
    .add({ kind: 'action-assigned', text: 'Write it', who: ['ana'] });
  const later = { ...lines[0], kind: 'later-kind' } as AnyEntry;
  expect(addedInWords([...lines, later])).toEqual([
    '2 participants',
    '1 action',
    '1 position',
    '1 session line',
    '1 subsystem',
    '1 unknown line',
  ]);
});
