import { expect, test } from 'vitest';
import type { Slug } from '../record/ids';
import { record } from '../testing/build';
import { decideUndo } from './acts';
import { decideFromMaintainers, type ChosenSection } from './from-maintainers';
import { people } from './people';
import { subsystemOf, subsystems } from './subsystems';

const CXL: ChosenSection = {
  slug: 'cxl' as Slug,
  name: 'COMPUTE EXPRESS LINK (CXL)',
  lists: ['linux-cxl@list.example'],
  seats: [
    { name: 'Ana Lind', address: 'ana@kernel.example' },
    { name: 'Bo Kay', address: 'bo@kernel.example' },
  ],
};
const take = (...chosen: readonly ChosenSection[]) => {
  const build = record();
  return build.do((session, env) => decideFromMaintainers(session, chosen, env));
};

test('a section becomes a subsystem with its seats and lists, and who has a seat a participant, as one act', () => {
  const build = take(CXL);
  const cxl = subsystemOf(build.session, CXL.slug);
  expect(cxl.seats).toEqual(['ana', 'bo']);
  expect(cxl.entry).toMatchObject({ name: CXL.name, lists: CXL.lists });
  expect(people(build.session).map(({ address, role }) => [address, role])).toEqual([
    ['ana@kernel.example', 'maintainer'],
    ['bo@kernel.example', 'maintainer'],
  ]);
  build.do(decideUndo);
  expect([people(build.session), subsystems(build.session)]).toEqual([[], []]);
});

test('the same person is known by the address, whatever the name; nobody by a name alone', () => {
  const build = take(CXL, {
    slug: 'nvdimm' as Slug,
    name: 'NVDIMM',
    lists: [],
    seats: [
      { name: 'A. Lind', address: 'ANA@kernel.example' },
      { name: 'Bo Kay', address: 'bo@other.example' },
    ],
  });
  expect(subsystemOf(build.session, 'nvdimm' as Slug).seats).toEqual(['ana', 'bo-k']);
});

test('taking the same again records nothing; a seat that is new amends', () => {
  const build = take(CXL);
  expect(() => build.do((session, env) => decideFromMaintainers(session, [CXL], env))).toThrow('here already');
  const more = { ...CXL, seats: [...CXL.seats, { name: 'Cy Dee', address: 'cy@kernel.example' }] };
  build.do((session, env) => decideFromMaintainers(session, [more], env));
  expect(subsystemOf(build.session, CXL.slug).seats).toEqual(['ana', 'bo', 'cy']);
});
