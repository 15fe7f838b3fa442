import { expect, test } from 'vitest';
import type { EntryOf, On } from '../record/entry';
import type { Id } from '../record/ids';
import { callOn, type CallInput } from '../session/calls';
import { rules } from '../session/rules';
import { record, type Build } from '../testing/build';
import { departureOf, snapshotOf } from './departure';
import { agreed, P, S, U, uvc } from './testing/cases';

/** Whether a call departs that is made on the assessment of the moment. */
function departs(b: Build, on: On, call: CallInput['call'], fields: Partial<CallInput> = {}): boolean {
  const assessment = snapshotOf(b.session, on, b.now);
  b.call(on, call, { ...fields, ...(assessment && { assessment }) });
  return departureOf(b.session, callOn(b.session, on)?.entry as EntryOf<'call-made'>) !== undefined;
}

test('a call departs where its state is not that of the assessment', () => {
  expect(departs(agreed(), { subsystem: uvc }, 'consensus', { stance: S })).toBe(false);
  expect(departs(agreed(), { subsystem: uvc }, 'rough', { stance: S })).toBe(false);
  expect(departs(agreed(), { subsystem: uvc }, 'no-consensus')).toBe(true);
  expect(departs(agreed(), { subsystem: uvc }, 'deferred')).toBe(false);
  const split = (): Build => agreed().position('b', 'uvc', U);
  expect(departs(split(), { subsystem: uvc }, 'consensus', { stance: S })).toBe(true);
  expect(departs(split(), { subsystem: uvc }, 'no-consensus')).toBe(false);
});

test('a call departs where it is for another stance than the one that carries', () => {
  expect(departs(agreed(), { subsystem: uvc }, 'consensus', { stance: P })).toBe(true);
});

test('a call on a rule departs where it is against what carries', () => {
  const ruled = (): Build => record().rule('a stack exists').answer('a', 1, 'supports').answer('b', 1, 'supports');
  const rule = (b: Build): On => ({ rule: rules(b.session)[0]?.id as Id });
  const yes = ruled();
  expect(departs(yes, rule(yes), 'consensus', { answer: 'supports' })).toBe(false);
  const no = ruled();
  expect(departs(no, rule(no), 'consensus', { answer: 'opposes' })).toBe(true);
});

test('a call is held against the assessment that it keeps, whatever was said since', () => {
  const b = agreed();
  departs(b, { subsystem: uvc }, 'consensus', { stance: P });
  const { entry } = callOn(b.session, { subsystem: uvc }) ?? {};
  b.position('a', 'uvc', P).position('b', 'uvc', P);
  expect(departureOf(b.session, entry as EntryOf<'call-made'>)?.state).toBe('unanimous');
});

test('a call that keeps no assessment is held against the one computed for it; a call on a question against none', () => {
  const b = agreed().call('uvc', 'consensus', { stance: P });
  expect(departureOf(b.session, callOn(b.session, { subsystem: uvc })?.entry as EntryOf<'call-made'>)).toBeDefined();
  const q = record().add({ kind: 'question-raised', number: 1, text: 'why?' });
  expect(departs(q, { question: q.last }, 'consensus')).toBe(false);
});
