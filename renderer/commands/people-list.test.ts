import { expect, test } from 'vitest';
import { emptySession } from '../../shared/session/session';
import { record } from '../../shared/testing/build';
import { readPeople } from './people-list';

test('one person a line: name and address, with a handle or an affiliation where they are given', () => {
  const read = readPeople(
    emptySession(),
    'Ana Lind <ana@kernel.example>\n\n  @p7 "Bo, Kay" <bo@kernel.example>, Example Chips\ncy@kernel.example\nDi\n// nobody\n',
  );
  expect(read.ok && read.value).toEqual([
    { who: 'ana', name: 'Ana Lind', address: 'ana@kernel.example' },
    { who: 'p7', name: 'Bo, Kay', address: 'bo@kernel.example', affiliation: 'Example Chips' },
    { who: 'cy', address: 'cy@kernel.example' },
    { who: 'di', name: 'Di' },
  ]);
});

test('a handle is the shortest that nobody has', () => {
  const { session } = record().people('ana');
  const read = readPeople(session, 'Ana Lind\nAna Lund\nAna Larsson Lind\nÅsa\n');
  expect(read.ok && read.value.map(({ who }) => who)).toEqual(['ana-l', 'ana-lund', 'ana-lind', 'asa']);
});

test('somebody who is here by address keeps the handle', () => {
  const { session } = record().add({ kind: 'participant-added', who: 'p1', address: 'Ana@kernel.example' });
  const read = readPeople(session, 'Ana Lind <ana@kernel.example>');
  expect(read.ok && read.value).toEqual([{ who: 'p1', name: 'Ana Lind', address: 'ana@kernel.example' }]);
});

test('a line that names nobody is refused with its number', () => {
  expect(readPeople(emptySession(), 'Ana\n<>\n')).toMatchObject({ ok: false, error: { line: 2, found: '<>' } });
  expect(readPeople(emptySession(), ' \n')).toMatchObject({ ok: false });
});
