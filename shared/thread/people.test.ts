import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectProportion } from '../testing/growth';
import { runs } from '../testing/runs';
import type { Author } from './mail';
import { parseMailmap } from './mailmap';
import { peopleOf } from './people';
import { masked } from './masked';
import { nameKey } from './people-names';
import { lookAlikes, sameProposals, type SameContext } from './people-same';
import { seatProposals } from './people-seats';
import { aMail } from './testing/a-mail';

const ANA: Author = { name: 'Ana Bé', address: 'ana@mail.example' };
const of = (...authors: readonly Author[]) => peopleOf(authors.map((author) => aMail(author)));
const same = (people: ReturnType<typeof of>, context?: SameContext) =>
  sameProposals(people, context).map(({ person, is, because }) => [person, is.address, ...because]);

test('a person is proposed with name, address, number of mails, and the dates of the first and last', () => {
  const people = peopleOf([
    aMail(ANA, { date: '2024-07-25T09:00:00.000Z' }),
    aMail({ ...ANA, name: 'ana' }),
    aMail({ name: 'Ben Ce', address: 'ben@x.example' }, { date: '2024-07-01T00:00:00.000Z' }),
    aMail({ ...ANA, address: 'ANA@mail.example' }, { date: '2024-07-09T09:00:00.000Z' }),
  ]);
  expect(people).toEqual([
    {
      key: 'ana@mail.example',
      name: 'Ana Bé',
      names: ['ana'],
      address: 'ana@mail.example',
      doubts: [],
      mails: 3,
      first: '2024-07-09T09:00:00.000Z',
      last: '2024-07-25T09:00:00.000Z',
    },
    expect.objectContaining({ key: 'ben@x.example', mails: 1 }),
  ]);
});

test('an author without an address is known by the name', () => {
  expect(of({ name: 'Ana Bé' }, { name: 'Ana Bé' })).toMatchObject([{ key: 'name Ana Bé', mails: 2 }]);
});

test('MAIL-14: who came through a list is from Reply-To, and stands apart from the address itself', () => {
  const people = of(ANA, { ...ANA, viaReplyTo: true });
  expect(people).toHaveLength(2);
  expect(people[1]).toMatchObject({ name: 'Ana Bé', address: 'ana@mail.example', viaReplyTo: true });
  expect(same(people)).toEqual([['reply-to ana@mail.example', 'ana@mail.example', 'Reply-To']]);
  expect(sameProposals(people)[0]!.other).toBe('ana@mail.example');
});

test('people of one name and several addresses are proposed for the one who wrote more', () => {
  const people = of(
    ANA,
    ANA,
    { name: 'Bé, Ana', address: 'ana@other.example' },
    { name: 'Ana', address: 'a@x.example' },
  );
  expect(same(people)).toEqual([['ana@other.example', 'ana@mail.example', 'same name']]);
});

test('a name of one word is shared by too many', () => {
  expect(same(of({ name: 'Ana', address: 'a@x.example' }, { name: 'Ana', address: 'b@x.example' }))).toEqual([]);
  expect(nameKey('ana')).toBeUndefined();
  expect(nameKey('"Bé, Ana"')).toBe('ana bé');
});

test('.mailmap says who an address belongs to, in the thread or not', () => {
  const mailmap = parseMailmap('Ana Bé <ana@kernel.example> <ana@mail.example>\n');
  expect(sameProposals(of(ANA), { mailmap })).toEqual([
    {
      id: 'ana@mail.example = ana@kernel.example',
      person: 'ana@mail.example',
      is: { name: 'Ana Bé', address: 'ana@kernel.example' },
      because: ['mailmap'],
    },
  ]);
  const both = sameProposals(of(ANA, { name: 'A. Bé', address: 'ana@kernel.example' }), { mailmap });
  expect(both).toMatchObject([{ person: 'ana@mail.example', other: 'ana@kernel.example' }]);
});

test('a masked address may be any address that would be cut to the same', () => {
  const cut: Author = { name: 'Ana', address: 'ana@...l.example', masked: true };
  expect(masked('ana@mail.example')).toBe('ana@...l.example');
  expect(same(of(cut, ANA))).toEqual([['masked ana@...l.example', 'ana@mail.example', 'masked address']]);
  expect(same(of(cut), { known: [{ address: 'ana@mail.example' }, { address: 'ana@oval.example' }] })).toEqual([
    ['masked ana@...l.example', 'ana@mail.example', 'masked address'],
    ['masked ana@...l.example', 'ana@oval.example', 'masked address'],
  ]);
  expect(same(of(cut), { known: [{ address: 'ana@mails.example' }] })).toEqual([]);
});

test('MAIL-20: .mailmap and a masked author make a proposal; nothing is merged, and what was dismissed stays away', () => {
  const cut: Author = { name: 'Ana Bé Delgado', address: 'ana.be@...l.example', masked: true };
  const mailmap = parseMailmap('Ana Bé <be@kernel.example> <ana.be@mail.example>\n');
  const people = of(cut, { name: 'Ana Bé Delgado', address: 'ana.be@mail.example' });
  expect(people).toHaveLength(2);
  const proposals = sameProposals(people, { mailmap });
  expect(proposals.map(({ is, because }) => [is, because])).toEqual([
    [{ name: 'Ana Bé', address: 'be@kernel.example' }, ['mailmap']],
    [{ name: 'Ana Bé', address: 'be@kernel.example' }, ['masked address', 'mailmap']],
    [{ name: 'Ana Bé Delgado', address: 'ana.be@mail.example' }, ['same name']],
  ]);
  const dismissed = new Set(proposals.map(({ id }) => id));
  expect(sameProposals(people, { mailmap, dismissed })).toEqual([]);
  expect(sameProposals(people, { mailmap })).toEqual(proposals);
});

test('TRUST-12 and 19: who can not be told for sure is matched with nobody', () => {
  const real: Author = { name: 'Pat Penguin', address: 'pat@kernel.example' };
  const sections = [{ title: 'THE REST', people: [{ ...real, role: 'M' as const }] }];
  for (const author of [
    { ...real, doubts: ['ambiguous'] },
    { name: 'pat@kernel.example', address: 'evil@x.example', doubts: ['address-in-name'] },
    { name: 'Pat Penguin', address: 'evil@x.example', doubts: ['look-alike'] },
    { name: 'P\u0430t Penguin', address: 'evil@x.example' },
    { name: 'Pat\u200b Penguin', address: 'evil@x.example' },
  ] satisfies readonly Author[]) {
    const people = of(real, author);
    expect(people).toHaveLength(2);
    expect(people.find(({ key }) => key.startsWith('doubtful'))).toBeDefined();
    expect(sameProposals(people)).toEqual([]);
    expect(seatProposals(people, sections)).toEqual([
      { person: 'pat@kernel.example', section: 'THE REST', is: real, by: 'address' },
    ]);
  }
});

test('TRUST-20: a name that only looks the same is marked, and never merged', () => {
  // the second is Cyrillic throughout, so that no script is mixed
  const people = of({ name: 'Ace Pope', address: 'a@x.example' }, { name: 'Асе Роре', address: 'b@x.example' });
  expect(sameProposals(people)).toEqual([]);
  expect(lookAlikes(people)).toEqual([['a@x.example', 'b@x.example']]);
  expect(lookAlikes(of(ANA, { ...ANA, address: 'ana@other.example' }))).toEqual([]);
});

const SECTIONS = [
  {
    title: 'CBL',
    people: [
      { name: 'Ana Bé', address: 'Ana@kernel.example', role: 'M' as const },
      { name: 'Ben Ce', address: 'ben@kernel.example', role: 'R' as const },
      { name: 'Cem Dar', role: 'M' as const },
    ],
  },
];
const seats = (author: Author, mailmap = '') =>
  seatProposals(of(author), SECTIONS, parseMailmap(mailmap)).map(({ section, is, by }) => [section, is.name, by]);

test.each<[Author, string, string | undefined]>([
  [{ name: 'X', address: 'ana@kernel.example' }, '', 'address'],
  [{ name: 'X', address: 'ana@old.example' }, '<ana@kernel.example> <ana@old.example>', 'mailmap'],
  [{ name: 'X', address: 'ana@now.example' }, '<ana@now.example> <ana@kernel.example>', 'mailmap'],
  [{ name: 'X', address: 'ana@...nel.example', masked: true }, '', 'masked address'],
  [{ name: 'ana bé', address: 'ana@x.example' }, '', 'name'],
  [{ name: 'Ana Bo', address: 'ana@x.example' }, '', undefined],
])('%j has a seat by %s %s', (author, mailmap, by) => {
  expect(seats(author, mailmap)).toEqual(by === undefined ? [] : [['CBL', 'Ana Bé', by]]);
});

test('reviewers have no seat; a maintainer without an address is met by name', () => {
  expect(seats({ name: 'Ben Ce', address: 'ben@kernel.example' })).toEqual([]);
  expect(seats({ name: 'Cem Dar', address: 'cem@x.example' })).toEqual([['CBL', 'Cem Dar', 'name']]);
});

test('every mail is counted once, whatever its author; no order of the mails changes who is proposed', () => {
  const author = fc.record(
    {
      name: fc.constantFrom('Ana Bé', 'Ben Ce', 'P\u0430t X', ''),
      address: fc.constantFrom('a@x.example', 'A@x.example', 'b@...mple', '__proto__'),
      masked: fc.constant(true as const),
      viaReplyTo: fc.constant(true as const),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(author), (authors) => {
      const people = of(...authors);
      expect(people.reduce((sum, { mails }) => sum + mails, 0)).toBe(authors.length);
      expect(new Set(people.map(({ key }) => key)).size).toBe(people.length);
      const turned = of(...authors.toReversed());
      expect(turned.map(({ key, mails }) => [key, mails])).toEqual(people.map(({ key, mails }) => [key, mails]));
      const keys = new Set(people.map(({ key }) => key));
      for (const { person, other } of sameProposals(people)) {
        expect(keys.has(person)).toBe(true);
        expect(other).not.toBe(person);
      }
    }),
    { numRuns: runs },
  );
});

test('thousands of people are compared in time by their number, also where they all look the same', async () => {
  const compared = (size: number): void => {
    const many = Array.from({ length: size }, (_, i) => ({
      name: i % 2 === 0 ? 'Асе Роре' : `Ace Pope`,
      address: `a${i}@x.example`,
    }));
    const people = of(...many);
    expect(sameProposals(people, { known: many })).toHaveLength(size - 2);
    expect(lookAlikes(people)).toHaveLength(1);
    const seats = [{ title: 'T', people: many.map((one) => ({ ...one, role: 'M' as const })) }];
    expect(seatProposals(people, seats)).toHaveLength(size);
  };
  await expectProportion(compared, 1000);
});
