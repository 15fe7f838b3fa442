import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refuse } from '../../shared/result';
import { emptySession } from '../../shared/session/session';
import type { Id } from '../../shared/record/ids';
import { showSession } from './open-session';
import { noticeIfRefused, passNotice, showNotice } from './screen';
import { getState } from './store';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  showNotice(undefined);
});

const refused = () => noticeIfRefused(refuse('It is no record.', { file: 'a.gavel' }));
const text = () => getState().notice?.text;

test('the notice of a refused file goes with a turn to another session, and stays with one to the same', () => {
  showSession('a' as Id, emptySession(), false);
  refused();
  vi.advanceTimersByTime(20_000);
  showSession('a' as Id, emptySession(), false);
  expect(text()).toBe('a.gavel: It is no record.');
  showSession('b' as Id, emptySession(), false);
  expect(text()).toBeUndefined();
});

test('but not before it can have been read, and then alone', () => {
  refused();
  vi.advanceTimersByTime(1_000);
  passNotice();
  vi.advanceTimersByTime(8_000);
  expect(text()).toBe('a.gavel: It is no record.');
  vi.advanceTimersByTime(2_000);
  expect(text()).toBeUndefined();
  refused();
  passNotice();
  showNotice({ tone: 'error', text: 'The disk is full.' });
  vi.advanceTimersByTime(20_000);
  expect(text()).toBe('The disk is full.');
});

test('what is of the window, not of a file, stays', () => {
  showNotice({ tone: 'error', text: 'The disk is full.' });
  vi.advanceTimersByTime(20_000);
  passNotice();
  expect(text()).toBe('The disk is full.');
});
