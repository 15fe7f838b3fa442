import { expect, test } from 'vitest';
import type { Handle } from '../../../shared/record/ids';
import { changesIn, formOf } from './session-fields';

const form = formOf({
  title: 'Passthrough',
  place: 'Vienna',
  chair: 'ana' as Handle,
  zone: 'Europe/Vienna',
  gapMinutes: 10,
});

test('a field that was emptied is a change that clears it', () => {
  expect(changesIn({ ...form, place: ' ', chair: '', zone: '', gap: '' })).toStrictEqual({
    title: 'Passthrough',
    question: undefined,
    heldOn: undefined,
    place: undefined,
    zone: undefined,
    chair: undefined,
    gapMinutes: undefined,
  });
  expect(changesIn(form)).toMatchObject({ place: 'Vienna', chair: 'ana', zone: 'Europe/Vienna', gapMinutes: 10 });
});

test('a form without a title, or with something wrong in a field, is no change', () => {
  expect(changesIn({ ...form, title: ' ' })).toBeUndefined();
  expect(changesIn({ ...form, gap: 'ten' })).toBeUndefined();
});
