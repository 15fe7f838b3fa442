import { expect, test } from 'vitest';
import { record } from '../../shared/testing/build';
import { namedPeople } from './named-people';

const { session } = record().people('p1', 'p12', 'ricardo');

test('people are named by handle, with or without @, parted by spaces or commas, each once', () => {
  expect(namedPeople(session, '@p1, p12;@p1 ')).toEqual({ ok: true, value: ['p1', 'p12'] });
  expect(namedPeople(session, ' @ ')).toEqual({ ok: true, value: [] });
});

test('nobody is made up: a near miss is proposed, a prefix is not taken for somebody', () => {
  expect(namedPeople(session, '@ricrdo')).toMatchObject({
    error: { message: 'Nobody called "ricrdo". Did you mean @ricardo?' },
  });
  expect(namedPeople(session, 'p1 ric')).toMatchObject({ error: { message: 'Nobody called "ric".' } });
});
