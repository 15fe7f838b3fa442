import { expect, test } from 'vitest';
import { differences, type Difference } from './differences';
import { parseMailmap, properKey } from '../thread/mailmap';
import { parseMaintainers } from './parse';
import { EXAMPLE } from './testing/example';

const sectionsOf = (text: string) => parseMaintainers(text).sections;
const said = (found: readonly Difference[]) =>
  found.map((it) => {
    switch (it.kind) {
      case 'vanished':
        return `${it.title} vanished`;
      case 'renamed':
        return `${it.title} is now ${it.to}`;
      case 'person-added':
      case 'person-removed':
        return `${it.kind} ${it.person.address ?? ''}`;
      case 'person-changed':
        return `${it.from.address ?? ''} ${it.from.role} -> ${it.to.address ?? ''} ${it.to.role}`;
      case 'list-added':
      case 'list-removed':
        return `${it.kind} ${it.list}`;
    }
  });
const [, cbl] = sectionsOf(EXAMPLE);
const after = (from: string | RegExp, to: string) => said(differences([cbl!], sectionsOf(EXAMPLE.replace(from, to))));

test('a file that says the same proposes nothing, wherever its sections stand', () => {
  const moved = sectionsOf(`NEW\nF: new/\n\n${EXAMPLE}`);
  expect(differences(sectionsOf(EXAMPLE), moved)).toEqual([]);
});

test('somebody came, somebody left', () => {
  expect(after('M:\tteam@cbl.example', 'M:\tNew <new@x.example>')).toEqual([
    'person-added new@x.example',
    'person-removed team@cbl.example',
  ]);
});

test('a new address of somebody of the same name, or a new role, is a change and not another person', () => {
  expect(after(/M:\tAna Bé <ana@kernel.example>/, 'M:\tAna Bé <ana@new.example>')).toEqual([
    'ana@kernel.example M -> ana@new.example M',
  ]);
  expect(after('M:\tteam@cbl.example', 'R:\tteam@cbl.example')).toEqual(['team@cbl.example M -> team@cbl.example R']);
});

test('a new name and a new address are one person where .mailmap says so', () => {
  const now = sectionsOf(EXAMPLE.replace('M:\tAna Bé <ana@kernel.example>', 'M:\tAna Cé <cé@x.example>'));
  const mailmap = parseMailmap('Ana Cé <cé@x.example> <ana@kernel.example>\n');
  const found = differences([cbl!], now, (person) => properKey(mailmap, person) ?? person.name ?? '');
  expect(said(found)).toEqual(['ana@kernel.example M -> cé@x.example M']);
  expect(differences([cbl!], now).map(({ kind }) => kind)).toEqual(['person-added', 'person-removed']);
});

test('lists come and go', () => {
  expect(after('L:\tlinux-cbl@vger.example (moderated for non-subscribers)', 'L:\tcbl@lists.example')).toEqual([
    'list-added cbl@lists.example',
    'list-removed linux-cbl@vger.example',
  ]);
});

test('a section that is called otherwise is found by what it looks after and who does', () => {
  expect(after('COMMON BUS LINK (CBL)', 'COMMON BUS AND LINK')).toEqual([
    'COMMON BUS LINK (CBL) is now COMMON BUS AND LINK',
  ]);
});

test('a section that nobody like it follows has vanished; its people are not said to have left', () => {
  expect(after(/COMMON BUS[^#]*#/, '#')).toEqual(['COMMON BUS LINK (CBL) vanished']);
});

test('another section that was chosen is no successor', () => {
  const chosen = sectionsOf('A\nM: X <x@x.example>\nF: a/\n\nB\nM: X <x@x.example>\nF: a/\n');
  expect(said(differences(chosen, sectionsOf('B\nM: X <x@x.example>\nF: a/\n')))).toEqual(['A vanished']);
});
