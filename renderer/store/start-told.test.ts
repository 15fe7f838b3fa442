import { beforeEach, expect, test } from 'vitest';
import type { Id } from '../../shared/record/ids';
import { showNotice } from './screen';
import { tellOfCopies, tellOfTrouble } from './start-told';
import { getState } from './store';

const REPEATS = { type: 'trouble', text: 'no snapshot: the disk is full', repeats: true } as const;
const FULL = { type: 'trouble', text: 'The disk is full.' } as const;
const MOVED = { type: 'trouble', text: 'The database was moved.' } as const;

beforeEach(() => {
  showNotice(undefined);
});

test('what goes wrong in the shell again and again is told once, and never beside an error that is shown', () => {
  showNotice({ tone: 'error', text: 'Not saved.' });
  tellOfTrouble(REPEATS);
  expect(getState().notice).toEqual({ tone: 'error', text: 'Not saved.' });
  showNotice(undefined);
  tellOfTrouble(REPEATS);
  expect(getState().notice).toEqual({ tone: 'error', text: 'no snapshot: the disk is full' });
  showNotice(undefined);
  tellOfTrouble(REPEATS);
  expect(getState().notice).toBeUndefined();
});

// it was told once in a run, whatever it was: of the second full disk nobody heard
test('what happened is told each time it happens, and not twice while it stands', () => {
  tellOfTrouble(FULL);
  tellOfTrouble(FULL);
  expect(getState().notice).toEqual({ tone: 'error', text: 'The disk is full.' });
  showNotice(undefined);
  tellOfTrouble(FULL);
  expect(getState().notice).toEqual({ tone: 'error', text: 'The disk is full.' });
});

test('what happened once stands beside an error that is shown, and so does what came of the copies then', () => {
  tellOfTrouble(FULL);
  tellOfTrouble(MOVED);
  tellOfTrouble(MOVED);
  expect(getState().notice).toEqual({ tone: 'error', text: FULL.text, detail: [MOVED.text] });
  const session = '2024-09-17T08:14:05.123Z-000-k7f3q2xa' as Id;
  const done = [{ session, title: 'Passthrough', replayed: 2, drafts: [], journaled: 0, mended: [], troubles: [] }];
  tellOfCopies({ done, open: [] });
  expect(getState().notice).toEqual({
    tone: 'error',
    text: FULL.text,
    detail: [MOVED.text, 'Lines were missing in the database. They are back from the journal.', 'Passthrough: 2 lines'],
  });
  showNotice(undefined);
  tellOfCopies({ done, open: [] });
  expect(getState().notice).toMatchObject({ tone: 'info', detail: ['Passthrough: 2 lines'] });
});
