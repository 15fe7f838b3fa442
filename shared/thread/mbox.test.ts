import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../testing/runs';
import { isGzip } from './bytes';
import { splitMbox, type OversizeMail, type RawMail } from './mbox';
import { realFile, realFiles, needsRealData } from './testing/real';
import { linesOf, utf8 } from './testing/text';

const LORE = 'From mboxrd@z Thu Jan  1 00:00:00 1970';
const mail = (name: string, ...body: readonly string[]): readonly string[] => [`Subject: ${name}`, '', ...body];

function split(bytes: Uint8Array, step = bytes.length, limit?: number): readonly (RawMail | OversizeMail)[] {
  const splitter = splitMbox(limit);
  const mails: (RawMail | OversizeMail)[] = [];
  for (let at = 0; at < bytes.length; at += Math.max(1, step)) mails.push(...splitter.push(bytes.slice(at, at + step)));
  return [...mails, ...splitter.end()];
}

const texts = (bytes: Uint8Array, step?: number): readonly string[] =>
  split(bytes, step).map((each) => ('oversize' in each ? 'oversize' : utf8(each.bytes)));

describe('MAIL-6: each dialect of mbox gives its mails', () => {
  const cases: readonly (readonly [string, number, Uint8Array])[] = [
    ['lore', 2, linesOf(LORE, ...mail('a', 'x', ''), LORE, ...mail('b', 'y', ''))],
    ['lore without a blank line between', 2, linesOf(LORE, ...mail('a', 'x'), LORE, ...mail('b', 'y'))],
    [
      'b4, which escapes nothing',
      2,
      linesOf(
        'From git@z Thu Jan  1 00:00:00 1970',
        ...mail('a', 'x', '', 'From the kernel side: yes', '', `From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001`),
        ...mail('no mail', ''),
        'From git@z Thu Jan  1 00:00:00 1970',
        ...mail('b', ''),
      ),
    ],
    ['git format-patch', 1, linesOf(`From ${'0'.repeat(40)} Mon Sep 17 00:00:00 2001`, ...mail('a', 'x'))],
    [
      'gmail takeout',
      2,
      linesOf(
        'From 18@xxx Thu Jul 25 09:26:38 +0000 2024',
        ...mail('a', ''),
        'From 19@xxx Thu Jul 25 09:26:39 +0000 2024',
        'X-GM-THRID: 1',
        ...mail('b', ''),
      ),
    ],
    ['Thunderbird', 2, linesOf('From - Thu Jul 25 11:26:38 2024', ...mail('a', ''), 'From ', 'X-M: 0', ...mail('b'))],
    ['Thunderbird, bare', 2, linesOf('From ', ...mail('a', ''), 'From ', ...mail('b', ''))],
    [
      'pipermail',
      2,
      linesOf(
        'From a at b.example  Thu Jul 25 11:26:38 2024',
        ...mail('a', ''),
        'From c.d at e.example  Fri Jul 26 01:02:03 2024',
        ...mail('b', ''),
      ),
    ],
    ['a byte order mark', 1, linesOf(`\uFEFF${LORE}`, ...mail('a'))],
    ['leading blank lines', 1, linesOf('', '', LORE, ...mail('a'))],
    ['a bare mail', 1, linesOf(...mail('a', '', LORE, ...mail('quoted', '')))],
    [
      'a length that it keeps (mboxcl2)',
      2,
      linesOf(
        'From a@b.example Thu Jul 25 11:26:38 2024',
        'Content-Length: 70',
        'Subject: a',
        '',
        'x',
        '',
        'From c@d.example Thu Jul 25 11:26:38 2024',
        'Subject: no mail',
        '',
        'inside',
        '',
        'From a@b.example Thu Jul 25 11:26:38 2024',
        ...mail('b'),
      ),
    ],
    [
      'a length that lies',
      2,
      linesOf(
        'From a@b.example Thu Jul 25 11:26:38 2024',
        'Content-Length: 60',
        ...mail('a', 'x', ''),
        'From a@b.example Thu Jul 25 11:26:38 2024',
        ...mail('b', 'not where the length ends'),
      ),
    ],
  ];
  test.each(cases)('%s', (_, count, bytes) => {
    expect(texts(bytes)).toHaveLength(count);
    expect(texts(bytes, 1)).toEqual(texts(bytes));
    const crlf = new TextEncoder().encode(utf8(bytes).replaceAll('\n', '\r\n'));
    if (!utf8(bytes).includes('Content-Length')) expect(texts(crlf, 7)).toHaveLength(count);
  });
});

test('MAIL-7: mboxrd loses the marks that it put before From, one each', () => {
  const [first] = texts(linesOf(LORE, ...mail('a', '>From here on', '>>From quoted', '> From x'), LORE, ...mail('b')));
  expect(first?.split('\n')).toEqual(['Subject: a', '', 'From here on', '>From quoted', '> From x', '']);
});

test('mboxo loses one mark and no more; b4 put none and loses none', () => {
  const dated = 'From a@b.example Thu Jul 25 11:26:38 2024';
  expect(texts(linesOf(dated, ...mail('a', '>From x', '>>From y')))[0]).toContain('\nFrom x\n>>From y\n');
  const b4 = 'From git@z Thu Jan  1 00:00:00 1970';
  expect(texts(linesOf(b4, ...mail('a', '>From x')))[0]).toContain('\n>From x\n');
});

test('TRUST-3: a line that begins with From is text unless a date, a blank line and a header say otherwise', () => {
  const dated = 'From a@b.example Thu Jul 25 11:26:38 2024';
  const splitter = splitMbox();
  const bytes = linesOf(dated, ...mail('a', '', 'From me: no', '', dated, 'Dear all,', 'x', dated, ...mail('b')));
  expect([...splitter.push(bytes), ...splitter.end()]).toHaveLength(1);
  expect(splitter.textFromLines()).toBe(3);
});

test('TRUST-4: what the end of the file cuts is marked, and all before it is whole', () => {
  const bytes = linesOf(LORE, ...mail('a', 'x', ''), LORE, ...mail('b', 'unfinished'));
  expect(split(bytes.slice(0, -4)).map((each) => 'cut' in each && each.cut)).toEqual([false, true]);
});

test('a long header with a length in it costs no stack', () => {
  const dated = 'From a@b.example Thu Jul 25 11:26:38 2024';
  const long = Array<string>(3000).fill('X-A: bbbbbbbbbbbbbbbbbbbbbbbb');
  const bytes = linesOf(dated, ...long, 'Content-Length: 2', '', 'x', '', dated, ...mail('b'));
  expect(texts(bytes)).toHaveLength(2);
});

test('TRUST-5: an empty file, newlines and a byte order mark hold no mail', () => {
  for (const text of ['', '\n\r\n\n', '\uFEFF', '\uFEFF\n']) expect(split(new TextEncoder().encode(text))).toEqual([]);
});

test('a mail above the limit is left out and named; the others come in', () => {
  const large = 'x'.repeat(3_000_000);
  const bytes = linesOf(LORE, ...mail('a', ''), LORE, ...mail('b', large, ''), LORE, ...mail('c', ''));
  const mails = split(bytes, 65_536, 1_000_000);
  expect(mails.map((each) => ('oversize' in each ? each : utf8(each.bytes)))).toEqual([
    'Subject: a\n\n',
    { place: 1, oversize: true },
    'Subject: c\n\n',
  ]);
});

test('wherever the file is cut into pieces, its mails are the same', () => {
  const line = fc.constantFrom(
    '',
    'x',
    LORE,
    'From x',
    '>From x',
    'Subject: s',
    'From - Thu Jul 25 11:26:38 2024',
    '\r',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.integer({ min: 1, max: 50 }), (lines, step) => {
      const bytes = linesOf(...lines);
      expect(texts(bytes, step)).toEqual(texts(bytes));
    }),
    { numRuns: runs },
  );
});

test('gzip is known by its first bytes', () => {
  expect(isGzip(Uint8Array.of(0x1f, 0x8b, 8, 0))).toBe(true);
  expect(isGzip(linesOf('From a'))).toBe(false);
});

describe('on real files', () => {
  needsRealData();
  test('MAIL-6: 15 of 15 dialects', () => {
    const found = realFiles('mbox-dialects').map((name) => [
      name.replace(/^.*\/|[.]mbox$/g, ''),
      split(realFile(name)).length,
    ]);
    expect(Object.fromEntries(found)).toEqual({
      'mboxrd-2': 2,
      'b4-unescaped': 2,
      'b4-unescaped-formatpatch': 2,
      'no-blank-before-From': 2,
      crlf: 2,
      pipermail: 2,
      'gmail-takeout': 2,
      'thunderbird-dash': 2,
      'thunderbird-bare': 2,
      bom: 1,
      'leading-blank': 1,
      'git-format-patch': 1,
      mboxcl2: 1,
      'from-in-mime-part': 1,
      'eml-no-From': 1,
    });
  });
});
