import { expect, test } from 'vitest';
import type { Handle, Id } from '../record/ids';
import { record } from '../testing/build';
import { actions, decideAction, decideAmendAction, decideEndAction } from './actions';
import { alreadyStands } from './already';

const ana = 'ana' as Handle;
const assigned = () =>
  record()
    .people('ana', 'bo')
    .do((session, env) =>
      decideAction(session, { text: 'a policy', who: [ana], accepted: false, due: '2024-10-01' as never }, env),
    );

test('an action that was only asked is accepted, and keeps its words and its date', () => {
  const b = assigned();
  const { id } = actions(b.session)[0]!;
  b.do((session, env) => decideAmendAction(session, { action: id, accepted: true }, env));
  expect(actions(b.session)).toMatchObject([{ id, text: 'a policy', who: ['ana'], accepted: true, due: '2024-10-01' }]);
  expect(actions(b.session)[0]?.versions).toHaveLength(2);
});

test('an action is done, or dropped with a reason; the last of both counts', () => {
  const b = assigned();
  const { id } = actions(b.session)[0]!;
  b.do((session, env) => decideEndAction(session, { action: id, end: 'dropped', why: 'nobody has time' }, env));
  expect(actions(b.session)[0]).toMatchObject({ state: 'dropped', why: 'nobody has time' });
  b.do((session, env) => decideEndAction(session, { action: id, end: 'done' }, env));
  expect(actions(b.session)[0]).toMatchObject({ state: 'done' });
  expect(actions(b.session)[0]).not.toHaveProperty('why');
});

test('an action that is done is so already; that it was dropped is new', () => {
  const b = assigned();
  const { id } = actions(b.session)[0]!;
  b.do((session, env) => decideEndAction(session, { action: id, end: 'done' }, env));
  const env = { now: Date.parse(b.now), by: ana, writer: 'testtest' as never };
  const again = (end: 'done' | 'dropped') => {
    const decided = decideEndAction(b.session, { action: id, end }, env);
    return decided.ok ? alreadyStands(b.session, decided.value) : 'refused';
  };
  expect(again('done')).toBe('That action is done already.');
  expect(again('dropped')).toBeUndefined();
});

test('an action that is not in the record is neither amended nor ended', () => {
  const { session } = assigned();
  const gone = '2024-09-17T08:00:00.000Z-000-testtest' as Id;
  const env = { now: 0, by: ana, writer: 'testtest' as never };
  expect(decideAmendAction(session, { action: gone, accepted: true }, env).ok).toBe(false);
  expect(decideEndAction(session, { action: gone, end: 'done' }, env).ok).toBe(false);
});
