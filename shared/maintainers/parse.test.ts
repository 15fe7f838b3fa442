import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectProportion } from '../testing/growth';
import { runs } from '../testing/runs';
import { countsOf } from './counts';
import { parseMaintainers } from './parse';
import { isTheRest } from './section';
import { textOf } from './text';
import { EXAMPLE } from './testing/example';
import { realFile } from './testing/real-file';

const one = (text: string) => parseMaintainers(text).sections[0]!;
const words = (text: string) => parseMaintainers(text).warnings.map((warning) => `${warning.line} ${warning.text}`);

test('a section is the title directly before a run of fields; what is indented is prose', () => {
  const { sections, warnings } = parseMaintainers(EXAMPLE);
  expect(sections.map(({ title }) => title)).toEqual([
    '8251 SERIAL DRIVER',
    'COMMON BUS LINK (CBL)',
    'FORGOTTEN THING',
    'GRAPHICS',
    'THE REST',
  ]);
  expect(warnings).toEqual([]);
  expect(sections[0]).toEqual({
    title: '8251 SERIAL DRIVER',
    line: 10,
    people: [
      { name: 'Ana Bé', address: 'Ana@kernel.example', role: 'M', line: 11 },
      { name: 'Doe, Jon', address: 'jon@doe.example', role: 'R', note: 'timing, locking', line: 12 },
    ],
    lists: [{ address: 'linux-serial@vger.example', line: 13 }],
    statuses: ['Maintained'],
    files: ['drivers/serial/8251*.[ch]', 'include/linux/8251.h'],
    excluded: [],
    names: [],
    others: [
      { tag: 'W', value: 'https://serial.example/', line: 15 },
      { tag: 'T', value: 'git git://git.example/serial.git', line: 16 },
    ],
  });
  expect(sections[1]!.lists).toEqual([
    { address: 'linux-cbl@vger.example', note: 'moderated for non-subscribers', line: 23 },
  ]);
  expect(sections[1]!.statuses).toEqual(['Maintained (64-bit)', 'Odd fixes (32-bit)']);
  expect(sections.filter(isTheRest).map(({ title }) => title)).toEqual(['THE REST']);
});

test('counts: addresses once each whatever their case, sections without M, sections without S', () => {
  expect(countsOf(parseMaintainers(EXAMPLE))).toEqual({
    sections: 5,
    people: 5,
    withoutMaintainer: 1,
    withoutStatus: 1,
  });
});

test('a blank line or a comment inside a section does not end it; of two lines of prose the last is the title', () => {
  const { sections } = parseMaintainers('prose\nTITLE\nM: A <a@x.example>\n\n# no\nF: a/\n');
  expect(sections).toHaveLength(1);
  expect(sections[0]).toMatchObject({ title: 'TITLE', line: 2, files: ['a/'], people: [{ name: 'A' }] });
});

test.each([
  ['A <a@x.example>', { name: 'A', address: 'a@x.example' }],
  ['"B \\"Bee\\" C" <b@x.example>', { name: 'B "Bee" C', address: 'b@x.example' }],
  ['Ji (Jo) Hong <j@x.example>', { name: 'Ji (Jo) Hong', address: 'j@x.example' }],
  ['team@x.example', { address: 'team@x.example' }],
  ['team@x.example (on call)', { address: 'team@x.example', note: 'on call' }],
  ['<team@x.example>', { address: 'team@x.example' }],
  ['Nobody At All', { name: 'Nobody At All' }],
  ['"real@y.example" <evil@x.example>', { name: 'real@y.example', address: 'evil@x.example' }],
  ['"Pat <pat@kernel.example>" <evil@x.example>', { name: 'Pat <pat@kernel.example>', address: 'evil@x.example' }],
  ['Łukasz Żółć <L@X.EXAMPLE>', { name: 'Łukasz Żółć', address: 'L@x.example' }],
])('M: %s', (value, person) => {
  expect(one(`T\nM:\t${value}`).people).toEqual([{ ...person, role: 'M', line: 2 }]);
});

test('a file of 2005 has the name in P and the address in M; today P is a document', () => {
  const { people, others } = one('T\nP:\tAna Bé\nM:\tana@x.example\nP:\tJon\nM:\tjon@x.example\nL: l@x.example');
  expect(people.map(({ name, address }) => [name, address])).toEqual([
    ['Ana Bé', 'ana@x.example'],
    ['Jon', 'jon@x.example'],
  ]);
  expect(others).toEqual([]);
  const today = one('T\nP:\tDocumentation/process/t.rst\nM:\tana@x.example');
  expect(today.people[0]!.name).toBeUndefined();
  expect(today.others).toEqual([{ tag: 'P', value: 'Documentation/process/t.rst', line: 2 }]);
});

test('a field of 2005 without its colon is one, with a warning', () => {
  const text = 'T\nP: Dee\nM\tdee@x.example\nS: Maintained';
  expect(one(text).people).toEqual([{ name: 'Dee', address: 'dee@x.example', role: 'M', line: 3 }]);
  expect(words(text)).toEqual(['3 M lacks its colon; it is read as M:']);
});

test('MAIL-17: the kernel has 2,906 sections, 1,997 people, 201 sections without maintainer', () => {
  const text = realFile('linux-6.12-MAINTAINERS');
  if (text === undefined) return;
  const file = parseMaintainers(text);
  expect(countsOf(file)).toEqual({ sections: 2906, people: 1997, withoutMaintainer: 201, withoutStatus: 29 });
  expect(file.sections.at(-1)!.title).toBe('THE REST');
  expect(file.sections.find(({ title }) => title.endsWith('FOR POWERPC (KVM/powerpc)'))!.statuses).toHaveLength(3);
  expect(file.warnings).toEqual([]);
});

test('MAIL-19: a bare address, a remark behind an address, an underline that is no title', () => {
  expect(one('T\nM:\tnic_team@chips.example').people).toEqual([
    { address: 'nic_team@chips.example', role: 'M', line: 2 },
  ]);
  expect(one('T\nR:\tBen Ce <pc@x.example> (DFS, global name space)').people).toEqual([
    { name: 'Ben Ce', address: 'pc@x.example', note: 'DFS, global name space', role: 'R', line: 2 },
  ]);
  const { sections } = parseMaintainers('General\n-------\nM: A <a@x.example>\n\nVirt\n----\nM: B <b@x.example>\n');
  expect(sections.map(({ title, line }) => [title, line])).toEqual([
    ['General', 1],
    ['Virt', 5],
  ]);
});

describe('hostile', () => {
  test('TRUST-23: CRLF, CR, no last line end, blanks for tabs and Latin-1 are read the same', () => {
    const expected = parseMaintainers(EXAMPLE);
    for (const variant of [
      EXAMPLE.replaceAll('\n', '\r\n'),
      EXAMPLE.replaceAll('\n', '\r'),
      EXAMPLE.trimEnd(),
      EXAMPLE.replaceAll(':\t', ':  '),
      `\ufeff${EXAMPLE}`,
      EXAMPLE.replaceAll('\n', ' \t\n'),
    ]) {
      expect(parseMaintainers(variant)).toEqual(expected);
    }
    const utf8 = (bytes: Uint8Array): string | undefined => {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      } catch {
        return undefined;
      }
    };
    expect(parseMaintainers(textOf(new Uint8Array(Buffer.from(EXAMPLE, 'latin1')), utf8))).toEqual(expected);
    expect(parseMaintainers(textOf(new Uint8Array(Buffer.from(EXAMPLE, 'utf8')), utf8))).toEqual(expected);
  });

  test('TRUST-24: a section with 10,000 F lines and 3,000 sections are read', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `F:\tdrivers/d${i}/`).join('\n');
    const sections = Array.from({ length: 3000 }, (_, i) => `S${i}\nM:\tA <a${i}@x.example>\nF:\ts${i}/\n`).join('\n');
    const file = parseMaintainers(`BIG\n${many}\n\n${sections}`);
    expect(file.sections).toHaveLength(3001);
    expect(file.sections[0]!.files).toHaveLength(10_000);
  });

  test('TRUST-25: unknown tag, tag before a title, no title, the same title again: kept, each with its line', () => {
    const text = 'M: A <a@x.example>\n\nT\nM: B <b@x.example>\nQ1: what\nZ: odd\nF: t/\n-----\nF: u/\n\nT\nF: v/\n';
    const { sections } = parseMaintainers(text);
    expect(sections.map(({ title, files }) => [title, files])).toEqual([
      ['', []],
      ['T', ['t/']],
      ['', ['u/']],
      ['T', ['v/']],
    ]);
    expect(sections[1]!.others).toEqual([
      { tag: 'Q1', value: 'what', line: 5 },
      { tag: 'Z', value: 'odd', line: 6 },
    ]);
    expect(words(text)).toEqual([
      '1 M: stands before any title; the section has none.',
      '5 Nobody knows Q1: lines; it is kept as it is.',
      '6 Nobody knows Z: lines; it is kept as it is.',
      '9 F: stands before any title; the section has none.',
      '11 Line 3 has a section of the same title; they are kept apart.',
    ]);
  });

  test('TRUST-26: a path that leaves the tree and a regex bomb are kept as text, with a warning', () => {
    const text = 'T\nF: ../../\nN: (a+)+$\nK: (a+)+$\n';
    expect(one(text)).toMatchObject({
      files: ['../../'],
      names: ['(a+)+$'],
      others: [{ tag: 'K', value: '(a+)+$', line: 4 }],
    });
    expect(words(text)).toEqual([
      '2 This path leaves the tree; it is kept as text.',
      '3 This pattern is kept as text; it matches no path.',
    ]);
  });

  test('TRUST-27: lines of a megabyte take time by their length, and get a warning', async () => {
    const hostile: readonly ((size: number) => string)[] = [
      (size) => 'a'.repeat(size),
      (size) => `M: ${'<'.repeat(size)}`,
      (size) => `M: ${'"'.repeat(size)}`,
      (size) => `M: ${' '.repeat(size)}x`,
      (size) => `L: ${'a '.repeat(size / 2)}`,
      (size) => `M: ${'@'.repeat(size)}`,
      (size) => `F: ${'*'.repeat(size)}`,
      (size) => `N: ${'a*'.repeat(size / 2)}`,
      (size) => `Q1: ${' '.repeat(size)}x`,
      (size) => `M\t${'\t'.repeat(size)}`,
    ];
    const readWith = (line: string): ReturnType<typeof parseMaintainers> =>
      parseMaintainers(`T\nS: x\n${line}\nM: x\n`);
    for (const line of hostile) {
      const { sections, warnings } = readWith(line(1_000_000));
      expect(sections.length).toBeGreaterThan(0);
      expect(warnings.length, line(8)).toBeGreaterThan(0);
      await expectProportion((size) => readWith(line(size)), 50_000, line(8));
    }
  });

  test('TRUST-20: a name with characters that nobody can see keeps them, with a warning', () => {
    const text = 'T\nM: A\u202eb <a@x.example>\n';
    expect(one(text).people[0]!.name).toBe('A\u202eb');
    expect(words(text)).toEqual(['2 It holds characters that nobody can see.']);
  });
});

const line = fc.oneof(
  fc.constantFrom(
    'T',
    'M: A <a@x.example>',
    'F: a/*',
    'N: [a',
    'P: x',
    'M\tb',
    '---',
    '#',
    '',
    'Q1: x',
    '\u202e',
    'L:',
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
);

test('noise never throws, no field is lost, and lines count up', () => {
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
      const text = lines.join(end);
      const { sections, warnings } = parseMaintainers(text);
      const kept = sections.flatMap(({ people, lists, statuses, files, excluded, names, others }) => [
        ...[people, lists, statuses, files, excluded, names, others].flat(),
      ]).length;
      const fields = text.split(/\r\n|\r|\n/).filter((each) => /^[A-Z]:/.test(each)).length;
      // a P line may have become the name of the person below it
      const named = sections.flatMap(({ people }) => people).filter(({ name }) => name === 'x').length;
      expect(kept + named).toBeGreaterThanOrEqual(fields);
      const places = sections.map((section) => section.line);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(warnings.every((warning) => warning.line >= 1)).toBe(true);
    }),
    { numRuns: runs },
  );
});

test('a file eight times as long takes about eight times as long', () =>
  expectProportion((copies) => parseMaintainers(EXAMPLE.repeat(copies)), 250));
