import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unpacked } from './gunzip';
import { place } from './testing/run-in';

const { gavel, path } = place();
const SEPARATOR = 'From mboxrd@z Thu Jan  1 00:00:00 1970';
const MBOX = [
  SEPARATOR,
  'From: Ana <ana@host.example>',
  'Date: Thu, 25 Jul 2024 11:26:38 +0200',
  'Message-ID: <a@host.example>',
  'Subject: A question',
  '',
  'Well?',
  '',
  SEPARATOR,
  'From: Ben <ben@host.example>',
  'Date: Thu, 25 Jul 2024 12:26:38 +0200',
  'Message-ID: <b@host.example>',
  'In-Reply-To: <a@host.example>',
  'Subject: Re: A question',
  '',
  '> Well?',
  'Acked-by: Ben <ben@host.example>',
  '',
  SEPARATOR,
  'From: Ana <ana@host.example>',
  'Message-ID: <c@host.example>',
  'In-Reply-To: <gone@host.example>',
  'Subject: \x1b[2JX',
  '',
  'y',
  '',
].join('\n');

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content);
  return path(name);
}

test('a thread is its tree, its people, its trailers, and what is missing or odd', async () => {
  const outcome = await gavel(['thread', file('t.mbox', MBOX)]);
  expect(outcome).toMatchObject({ exit: 0, messages: [] });
  expect(outcome.out.split('\n')).toEqual([
    '2024-07-25 09:26  Ana  A question',
    '  2024-07-25 10:26  Ben  Re: A question',
    '(not here: gone@host.example)',
    '  no date  Ana  [2JX',
    '',
    'messages 3, duplicates 0, authors 2, threads 2, placeholders 1, depth 1',
    '',
    'People:',
    '     2  Ana <ana@host.example>',
    '     1  Ben <ben@host.example>',
    '',
    'Trailers:',
    '  Acked-by: Ben <ben@host.example>  (b@host.example, line 2)',
    '',
    'Suggestions, none of them a position before a person says so:',
    '  Ben <ben@host.example>: "Acked-by: Ben <ben@host.example>"  (b@host.example, line 2)',
    '',
    'Warnings:',
    '  c@host.example: It has no date.',
    '',
  ]);
});

test('--json is one object, with the counts that scripts ask for', async () => {
  const { out } = await gavel(['thread', file('t.mbox', MBOX), '--json']);
  const found = JSON.parse(out) as { counts: unknown; tree: readonly unknown[] };
  expect(found.counts).toEqual({ messages: 3, duplicates: 0, authors: 2, threads: 2, placeholders: 1, maxDepth: 1 });
  expect(found.tree[1]).toEqual({
    id: 'b@host.example',
    depth: 1,
    parent: 'a@host.example',
    date: '2024-07-25T10:26:38.000Z',
    author: { name: 'Ben', address: 'ben@host.example' },
    subject: 'Re: A question',
  });
});

test('MAIL-5: what is read again adds nothing', async () => {
  const name = file('t.mbox', MBOX);
  const { out } = await gavel(['thread', name, name, '--json']);
  expect(JSON.parse(out)).toMatchObject({ counts: { messages: 3, duplicates: 3 } });
});

test('standard input, gzip and gzip of several members are read as well', async () => {
  const half = MBOX.indexOf('From: Ben');
  const inputs = [
    await gavel(['thread', '-', '--json'], { input: MBOX }),
    await gavel(['thread', '-', '--json'], { input: gzipSync(MBOX) }),
    await gavel(['thread', file('t.mbox.gz', gzipSync(MBOX)), '--json']),
    await gavel(['thread', '-', '--json'], {
      input: Buffer.concat([gzipSync(MBOX.slice(0, half)), gzipSync(MBOX.slice(half))]),
    }),
  ];
  for (const { out } of inputs) expect(JSON.parse(out)).toMatchObject({ counts: { messages: 3 } });
});

test('of a maildir, cur and new are read, tmp and what the server keeps are not', async () => {
  const mail = (id: string): string => `From: a@host.example\nMessage-ID: <${id}@host.example>\n\nx\n`;
  for (const folder of ['m', 'm/cur', 'm/new', 'm/tmp', 'm/.notmuch']) mkdirSync(path(folder));
  file('m/cur/1:2,S', mail('a'));
  file('m/new/2', mail('b'));
  file('m/tmp/3', mail('c'));
  file('m/cur/.hidden', 'no');
  file('m/dovecot.index', 'no');
  file('m/cur/4', 'no mail');
  const { out } = await gavel(['thread', path('m'), '--json']);
  const found = JSON.parse(out) as { warnings: readonly string[] };
  expect(found).toMatchObject({ counts: { messages: 2 } });
  expect(found.warnings.join()).toContain('This is no mail.');
  mkdirSync(path('empty'));
  expect(await gavel(['thread', path('empty')])).toMatchObject({ exit: 1 });
});

describe('TRUST-22: a packed file that is not what it should be is refused, and says why', () => {
  const packed = gzipSync(MBOX);
  const damaged = Buffer.from(packed);
  damaged[damaged.length - 6] = (damaged.at(-6) ?? 0) ^ 1;
  test.each([
    ['a wrong checksum', damaged, 'Its checksum is wrong'],
    ['a cut file', packed.subarray(0, -20), 'It ends too early'],
    ['garbage behind it', Buffer.concat([packed, Buffer.from('garbage')]), 'Something that is no gzip stands behind'],
    ['a gzip in a gzip', gzipSync(packed), 'a gzip file inside another'],
    [
      'a bomb',
      gzipSync(Buffer.concat([Buffer.from(MBOX), Buffer.alloc(40_000_000)])),
      'It unpacks to more than mail can',
    ],
  ])('%s', async (_, input, words) => {
    const outcome = await gavel(['thread', file('t.mbox.gz', input)]);
    expect(outcome).toMatchObject({ exit: 1, out: '' });
    expect(outcome.messages.join()).toContain(words);
    expect(outcome.messages.join()).toContain('t.mbox.gz');
  });

  test('the limit holds for what packs well without being a bomb', async () => {
    async function* bytes(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(packed);
    }
    const source = unpacked(bytes(), 't.mbox.gz', 100);
    let taken = 0;
    for await (const { length } of source.bytes) taken += length;
    expect(taken).toBeLessThanOrEqual(100);
    expect(source.problem()).toMatchObject({ message: 'It unpacks to more than mail can, so it was not read on.' });
  });
});

test('TRUST-6: what is no mail is refused with what it is', async () => {
  const outcome = await gavel(['thread', file('x.mbox', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]))]);
  expect(outcome).toMatchObject({ exit: 1, out: '' });
  expect(outcome.messages.join()).toMatch(/x\.mbox:1: This is no mail\. \(found a PNG picture, expected an mbox/);
});

const REAL = '../shared/data/passthrough.t.mbox.gz';
test('MAIL-3: the real thread', async ({ skip }) => {
  skip(!existsSync(REAL), `${REAL} is not here`);
  const { out } = await gavel(['thread', REAL, '../shared/data/seed-openwall.txt', '--json']);
  expect(JSON.parse(out)).toMatchObject({
    counts: { messages: 126, duplicates: 1, authors: 19, threads: 1, placeholders: 0, maxDepth: 18 },
  });
});

test('answers stand further in only as far as a terminal is wide; a chain of thousands is a thread', async () => {
  const mails = Array.from({ length: 3_000 }, (_, n) =>
    [
      SEPARATOR,
      `From: Ana <ana@host.example>`,
      `Message-ID: <m${String(n)}@host.example>`,
      ...(n === 0 ? [] : [`In-Reply-To: <m${String(n - 1)}@host.example>`]),
      'Subject: on',
      '',
      'y',
      '',
    ].join('\n'),
  );
  const outcome = await gavel(['thread', file('deep.mbox', mails.join('\n'))]);
  expect(outcome.exit).toBe(0);
  expect(outcome.out).toContain('depth 2999');
  const longest = Math.max(...outcome.out.split('\n').map((line) => line.length));
  expect(longest).toBeLessThan(300);
});
