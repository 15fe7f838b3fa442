import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../testing/runs';
import { parseMailmap, properPerson } from './mailmap';

const MAP = parseMailmap(`# people
Ana Bé <ana@old.example>
<ben@new.example> <ben@old.example>
Cem Dar <cem@new.example> <Cem@Old.example>
Dee Eff <dee@new.example> Root <root@host.example>
Fay Gee <fay@new.example> # a remark
 # Not A Remark <indented@x.example>
no address here
Half <open@x.example
<> <nobody@x.example>
`);

test.each([
  [
    { name: 'ana', address: 'ana@old.example' },
    { name: 'Ana Bé', address: 'ana@old.example' },
  ],
  [
    { name: 'Ben', address: 'ben@old.example' },
    { name: 'Ben', address: 'ben@new.example' },
  ],
  [{ address: 'cem@OLD.example' }, { name: 'Cem Dar', address: 'cem@new.example' }],
  [
    { name: 'ROOT', address: 'root@host.example' },
    { name: 'Dee Eff', address: 'dee@new.example' },
  ],
  [{ name: 'Other', address: 'root@host.example' }, undefined],
  [
    { name: 'F', address: 'fay@new.example' },
    { name: 'Fay Gee', address: 'fay@new.example' },
  ],
  [{ name: 'Ana Bé', address: 'ana@old.example' }, undefined],
  [{ name: 'Ana Bé' }, undefined],
  [{ name: 'X', address: 'nobody@x.example' }, undefined],
])('%j is %j', (used, proper) => {
  expect(properPerson(MAP, used)).toEqual(proper);
});

test('a later line for the same address adds what it says', () => {
  const map = parseMailmap('Ana Bé <ana@x.example>\n<ana@y.example> <ana@x.example>\n');
  expect(properPerson(map, { address: 'ana@x.example' })).toEqual({ name: 'Ana Bé', address: 'ana@y.example' });
});

test('names of built-in properties are nobody', () => {
  for (const address of ['__proto__', 'constructor', 'toString']) {
    expect(properPerson(MAP, { name: address, address })).toBeUndefined();
  }
});

test('noise never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '#', '\n', 'a', '@', ' ', 'ß') }), (text) => {
      for (const address of parseMailmap(text).keys()) properPerson(parseMailmap(text), { address });
    }),
    { numRuns: runs },
  );
});
