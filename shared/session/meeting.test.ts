import { expect, test } from 'vitest';
import type { Handle } from '../record/ids';
import { record } from '../testing/build';
import { decideAmendSession, meetingOf, type MeetingChanges } from './meeting';

const known = () => record({ title: 'Passthrough', place: 'Vienna', chair: 'ana', gapMinutes: 10, windowDays: 14 });
const amended = (changes: MeetingChanges) =>
  meetingOf(known().do((session, env) => decideAmendSession(session, changes, env)).session)?.entry;

test('what is not named in a change of the session keeps its value', () => {
  expect(amended({ place: 'Prague' })).toMatchObject({
    title: 'Passthrough',
    place: 'Prague',
    chair: 'ana',
    gapMinutes: 10,
  });
});

test('a field that a change names without a value is cleared, and absent from the line', () => {
  const entry = amended({ chair: 'bo' as Handle, place: undefined, gapMinutes: undefined });
  expect(entry).toMatchObject({ title: 'Passthrough', chair: 'bo', windowDays: 14 });
  expect(Object.keys(entry ?? {})).not.toEqual(expect.arrayContaining(['place']));
  expect(Object.keys(entry ?? {})).not.toEqual(expect.arrayContaining(['gapMinutes']));
});
