import { expect, test } from 'vitest';
import { showNotice } from './screen';
import { tellOfTrouble } from './start-told';
import { getState } from './store';

test('what goes wrong in the shell is told once, and never in the place of an error that is shown', () => {
  showNotice({ tone: 'error', text: 'Not saved.' });
  tellOfTrouble('no snapshot: the disk is full');
  expect(getState().notice?.text).toBe('Not saved.');
  showNotice(undefined);
  tellOfTrouble('no snapshot: the disk is full');
  expect(getState().notice).toEqual({ tone: 'error', text: 'no snapshot: the disk is full' });
  showNotice(undefined);
  tellOfTrouble('no snapshot: the disk is full');
  expect(getState().notice).toBeUndefined();
});
