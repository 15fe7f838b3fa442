import { expect, test } from 'vitest';
import { positionOf } from '../session/positions';
import type { Handle, Slug } from '../record/ids';
import { record } from './build';

test('a record is said in a line', () => {
  const { session, lines } = record()
    .people('ana', 'bob')
    .subsystem('uvc', { maintainers: ['ana', 'bob'] })
    .position('ana', 'uvc', 'standard-required', { conditions: ['the docs are public'] });
  expect(positionOf(session, 'ana' as Handle, 'uvc' as Slug)?.stance).toBe('standard-required');
  expect(lines.map(({ kind }) => kind)).toEqual([
    'session-opened',
    'participant-added',
    'participant-added',
    'subsystem-added',
    'position-taken',
  ]);
});

test('a step that is refused throws its words', () => {
  expect(() => record().position('ana', 'uvc', 'abstain')).toThrow('There is no subsystem #uvc.');
});
