import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../testing/runs';
import { splitMbox } from './mbox';
import { readThread } from './read-thread';
import { platform } from './testing/platform';
import { inPieces, readWhole } from './testing/read';
import { latin, linesOf } from './testing/text';

const LORE = 'From mboxrd@z Thu Jan  1 00:00:00 1970';
const mail = (id: string, ...body: readonly string[]): readonly string[] => [
  LORE,
  'From: Ana <ana@host.example>',
  'Date: Thu, 25 Jul 2024 11:26:38 +0200',
  `Message-ID: <${id}@host.example>`,
  '',
  ...body,
  '',
];

test('a file comes in batches, each with how far it was read', async () => {
  const bytes = linesOf(...mail('a', 'x'), ...mail('b', 'y'));
  const batches = [];
  for await (const batch of readThread(inPieces(bytes, 100), 'a.mbox', platform))
    if (batch.ok) batches.push(batch.value);
  expect(batches.flatMap(({ mails }) => mails.map(({ id, place }) => [id, place]))).toEqual([
    ['a@host.example', 0],
    ['b@host.example', 1],
  ]);
  expect(batches.at(-1)?.bytesRead).toBe(bytes.length);
});

test('who stops reading stops the file', async () => {
  let pieces = 0;
  let closed = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        pieces += 1;
        yield await Promise.resolve(linesOf(...mail(String(pieces), 'x'.repeat(70_000))));
      }
    } finally {
      closed = true;
    }
  }
  for await (const batch of readThread(endless(), 'a.mbox', platform)) if (batch.ok && pieces > 5) break;
  expect([pieces < 10, closed]).toEqual([true, true]);
});

test.each([
  ['', 'nothing'],
  ['\r\n\n', 'nothing'],
  ['\xef\xbb\xbf', 'nothing'],
])('TRUST-5: %j holds no messages', async (text, found) => {
  const expected = 'an mbox, a mail (.eml), or the text of an archive’s page';
  expect(await readWhole(latin(text))).toMatchObject({
    mails: [],
    refused: { message: 'There are no messages in the file.', file: 'a.mbox', found, expected },
  });
});

test.each([
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'a PNG picture'],
  ['%PDF-1.7\n', 'a PDF'],
  ['\x1f\x8b\x08\0\0', 'a gzip file inside another'],
  ['Dear diary,\n\ntoday\n', '"Dear diary,"'],
  ['\0\0\0\0', 'bytes that are no text'],
])('TRUST-6: %j is no mail, and what it is is said', async (text, found) => {
  expect(await readWhole(latin(text))).toMatchObject({
    mails: [],
    refused: { message: 'This is no mail.', line: 1, found },
  });
});

test('TRUST-6: a list of words with colons is no mail either', async () => {
  expect(await readWhole(linesOf('milk: two', 'eggs: six'))).toMatchObject({ mails: [], refused: { file: 'a.mbox' } });
});

test('TRUST-4: all before the cut comes in, and the last one is marked and keeps its bytes', async () => {
  const { mails } = await readWhole(linesOf(...mail('a', 'x'), ...mail('b', 'y')).slice(0, -2));
  expect(mails.map(({ warnings }) => warnings)).toEqual([
    [],
    ['The file ends in the middle of it: it may be incomplete.'],
  ]);
  expect(mails[1]?.raw).toBeInstanceOf(Uint8Array);
});

test('TRUST-3: lines that begin with From and are text are counted', async () => {
  const { mails, notices } = await readWhole(linesOf(...mail('a', 'From here', 'From there')));
  expect([mails.length, notices]).toEqual([
    1,
    [{ message: '2 lines that begin with "From " were taken for text, not for the start of a mail.', file: 'a.mbox' }],
  ]);
});

test('TRUST-8: a mail that is refused is named, and the others come in', async () => {
  const many = [LORE, ...Array<string>(20_000).fill('X-A: b'), '', 'x', ''];
  const { mails, notices } = await readWhole(linesOf(...mail('a', 'x'), ...many, ...mail('b', 'y')));
  expect(mails.map(({ place }) => place)).toEqual([0, 2]);
  expect(notices.map(({ message }) => message)).toEqual([
    'Mail 2 of the file is left out: its header is larger than any that servers pass on.',
  ]);
});

describe('pages of archives', () => {
  const OPENWALL = [
    'lists.archive.example   lists  /  announce',
    'Mailing list archives',
    '[<prev] [next>] [<thread-prev] [thread-next>] [day] [month] [year] [list]',
    'Message-ID: <a@host.example>',
    'Date: Thu, 25 Jul 2024 11:26:38 +0200',
    'From: Ana Bé <ana@...t.example>',
    'Cc: Ben <ben@...r.example>, ',
    'cyd@...t.example',
    'Subject: Re: a question',
    '',
    'Ben <ben@...r.example> wrote:',
    '> yes',
    'no',
    '',
    'Powered by blists - more mailing lists',
  ];
  const asMail = {
    id: 'a@host.example',
    author: { name: 'Ana Bé', address: 'ana@...t.example', masked: true },
    cc: [{ name: 'Ben', address: 'ben@...r.example' }, { address: 'cyd@...t.example' }],
    date: '2024-07-25T09:26:38.000Z',
    parents: [],
    body: 'Ben <ben@...r.example> wrote:\n> yes\nno',
    warnings: ['An archive’s page does not say what it answers.'],
  };

  test('openwall as text and as HTML', async () => {
    expect(await readWhole(linesOf(...OPENWALL))).toMatchObject({ mails: [asMail] });
    const escaped = OPENWALL.join('\n').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const html = `<!DOCTYPE html><html><head><title>x</title></head><body><pre>${escaped}</pre></body></html>`;
    expect(await readWhole(linesOf(html))).toMatchObject({ mails: [asMail] });
  });

  test('marc, which only writes addresses in another way', async () => {
    const page = [
      'List:       linux-example',
      'Subject:    Re: a question',
      'From:       Ana <ana.b () host ! example>',
      'Date:       2024-07-25 9:26:38',
      'Message-ID: a () host ! example',
      '[Download RAW message or body]',
      '',
      'no',
      '[prev in list] [next in list] [prev in thread] [next in thread]',
      'Configure | About',
    ];
    expect(await readWhole(linesOf(...page))).toMatchObject({
      mails: [
        { id: 'a@host.example', author: { name: 'Ana', address: 'ana.b@host.example' }, date: asMail.date, body: 'no' },
      ],
    });
  });

  test('a page that a mail quotes is part of the mail', async () => {
    expect((await readWhole(linesOf(...mail('z', ...OPENWALL)))).mails).toMatchObject([{ id: 'z@host.example' }]);
  });
});

test('pipermail writes addresses with words', async () => {
  const from = 'From ana.b at host.example  Thu Jul 25 11:26:38 2024';
  const { mails } = await readWhole(linesOf(from, 'From: ana.b at host.example (Ana Bé)', 'Subject: x', '', 'y'));
  expect(mails).toMatchObject([{ author: { name: 'Ana Bé', address: 'ana.b@host.example' } }]);
});

test('whatever the bytes and however they come, the same mails come out or one refusal', async () => {
  const line = fc.constantFrom(
    '',
    LORE,
    'From: a@b.example',
    'List: x',
    'Message-ID: a () b',
    '[day] [month] [list]',
    '\0',
    '<html>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 40 }), async (lines, step) => {
      const bytes = linesOf(...lines);
      expect(await readWhole(bytes, step)).toEqual(await readWhole(bytes));
    }),
    { numRuns: runs },
  );
});

describe('large files', () => {
  test('TRUST-1: a file far larger than memory may be is split with the memory of a few mails', () => {
    const one = linesOf(...mail('a', ...Array<string>(2000).fill('x'.repeat(70))));
    const splitter = splitMbox();
    let mails = 0;
    const before = process.memoryUsage().rss;
    for (let read = 0; read < 300_000_000; read += one.length) mails += splitter.push(one).length;
    mails += splitter.end().length;
    expect(mails).toBe(Math.ceil(300_000_000 / one.length));
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
  });

  test('TRUST-2: 100,000 mails come in, in batches that leave time for others', async () => {
    const mails = Array.from({ length: 100_000 }, (_, n) => mail(String(n), 'x').join('\n')).join('\n');
    let found = 0;
    let largest = 0;
    for await (const batch of readThread(inPieces(new TextEncoder().encode(mails), 65_536), 'a.mbox', platform)) {
      if (!batch.ok) continue;
      found += batch.value.mails.length;
      largest = Math.max(largest, batch.value.mails.length);
    }
    expect(found).toBe(100_000);
    expect(largest).toBeLessThanOrEqual(200);
  });
});
