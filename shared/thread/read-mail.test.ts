import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectProportion } from '../testing/growth';
import { runs } from '../testing/runs';
import { safeFileName } from './attachment';
import { htmlToText } from './html-text';
import { readMail } from './read-mail';
import { platform } from './testing/platform';
import { latin, linesOf } from './testing/text';
import { GOOD, good, mail, multipart, read } from './testing/one-mail';

test('a plain mail is read whole', async () => {
  const sent = ['To: B <b@Host.EXAMPLE>, c@host.example', 'Subject: A', '\t question', 'References: <x@y> <Z/+=%@y>'];
  expect(await good(...sent, 'In-Reply-To: <q@y>', 'List-Id: Talk <talk.lists.example>', '', 'Hello', '')).toEqual({
    id: 'a@host.example',
    author: { name: 'Ana', address: 'ana@host.example' },
    to: [{ name: 'B', address: 'b@host.example' }, { address: 'c@host.example' }],
    cc: [],
    subject: 'A question',
    date: '2024-07-25T09:26:38.000Z',
    dateText: 'Thu, 25 Jul 2024 11:26:38 +0200',
    parents: ['q@y', 'Z/+=%@y', 'x@y'],
    references: ['x@y', 'Z/+=%@y'],
    lists: ['talk@lists.example'],
    body: 'Hello',
    place: 0,
    fields: 8,
    warnings: [],
  });
});

describe('dates', () => {
  test.each([
    'Pn, 29 paX 2007 21:13:00 +0100',
    '',
    'Mon, 30 Feb 2024 10:00:00 +0000',
    'Thu, 25 Jul 0000 10:00:00 +0000',
    'Thu, 25 Jul 9999 10:00:00 +0000',
    'Thu, 25 Jul 100024 10:00:00 +0000',
    'Thu, 25 Jul 2024 10:00:00 +9999',
    'Thu, 25 Jul 2024 10:00:00 +2500',
    '05/06/2024',
    'Thu, 25 Jul 2024 24:00:00 +0000',
  ])('MAIL-10, TRUST-15: %j is no date, never today, and stays as it stands', async (date) => {
    const { dateText, warnings, ...rest } = await mail(...GOOD.slice(0, 2), `Date: ${date}`, '', 'x');
    expect(rest).not.toHaveProperty('date');
    expect([dateText, warnings]).toEqual([date, [date === '' ? 'It has no date.' : 'Its date can’t be read.']]);
  });

  test('MAIL-10: neither is no date at all', async () => {
    expect(await mail(...GOOD.slice(0, 2), '', 'x')).not.toHaveProperty('date');
  });

  test.each([
    ['Thu, 25 Jul 2024 11:26:38 +0200', '2024-07-25T09:26:38.000Z'],
    ['25 Jul 24 11:26 EST (a (nested) comment)', '2024-07-25T16:26:00.000Z'],
    ['Sat, 31 Dec 2016 23:59:60 GMT', '2016-12-31T23:59:59.000Z'],
  ])('%s is %s', async (date, instant) => {
    expect(await mail(...GOOD.slice(0, 2), `Date: ${date}`, '')).toMatchObject({ date: instant });
  });
});

describe('charsets', () => {
  test('MAIL-11: windows-1252 quotes are quotes, on every runtime', async () => {
    const head = [...GOOD, 'Content-Type: text/plain; charset=windows-1252', '', ''].join('\n');
    expect((await read(latin(`${head}\x93hi\x94`))).body).toBe('“hi”');
    const parts = [...GOOD, ...multipart(['Content-Type: text/plain; charset=iso-8859-1', '', '\x93hi\x94'])].join(
      '\n',
    );
    expect((await read(latin(parts))).body).toBe('“hi”');
  });

  test('UTF-8 that is called ASCII is UTF-8', async () => {
    expect((await good('Content-Type: text/plain; charset=us-ascii', '', 'é')).body).toBe('é');
  });

  test.each(['utf-7', 'x-nonsense', '../../etc', 'constructor'])(
    'TRUST-10: charset %s stays as bytes, and is said',
    async (charset) => {
      const { body, warnings, raw } = await good(
        `Content-Type: text/plain; charset="${charset}"`,
        '',
        '+ADw-script+AD4-',
      );
      expect(body).toBe('+ADw-script+AD4-');
      if (charset === 'utf-7') expect(warnings.join()).toContain('Its charset "utf-7" is not known');
      expect(raw === undefined).toBe(warnings.length === 0);
    },
  );

  test('TRUST-11: what is broken in transfer is marked, and the bytes are kept', async () => {
    const broken = await good('Content-Transfer-Encoding: quoted-printable', '', 'a=ZZb =C3=A9');
    expect([broken.body, broken.warnings]).toEqual([
      'a=ZZb é',
      ['Its quoted-printable is damaged, so the text may be wrong.'],
    ]);
    expect(broken.raw).toBeInstanceOf(Uint8Array);
    const base64 = await good('Content-Transfer-Encoding: base64', '', 'SGVs!bG8');
    expect([base64.body, base64.warnings]).toEqual(['Hello', ['Its base64 is damaged, so the text may be wrong.']]);
    const wrong = await read(latin([...GOOD, 'Content-Type: text/plain; charset=utf-8', '', 'a\xffb'].join('\n')));
    expect(wrong.body).toBe('a\ufffdb');
  });

  test('MAIL-12: a name is read raw, encoded, and in windows-1252', async () => {
    const name = 'Uwe Kleine-König';
    expect((await mail(`From: ${name} <u@p.example>`, '')).author.name).toBe(name);
    expect((await mail('From: =?utf-8?q?Uwe_Kleine-K=C3=B6nig?= <u@p.example>', '')).author.name).toBe(name);
    expect((await read(latin(`From: ${name} <u@p.example>\n\n`))).author.name).toBe(name);
  });
});

test('MAIL-13: a subject is shown without controls and without what turns the writing round', async () => {
  expect((await good('Subject: =?utf-8?q?a=E2=80=AEb=00=0D=0ABcc:x?=', '')).subject).toBe('ab Bcc:x');
});

describe('ids', () => {
  test('without one, the bytes make one, always the same', async () => {
    const one = await mail('From: a@x.example', '', 'x');
    expect(one.id).toMatch(/^[0-9a-f]{32}@no-message-id\.invalid$/);
    expect((await mail('From: a@x.example', '', 'x')).id).toBe(one.id);
    expect((await mail('From: a@x.example', '', 'y')).id).not.toBe(one.id);
  });

  test('a mail is not its own parent, and words around In-Reply-To are passed over', async () => {
    const { parents } = await good(
      'In-Reply-To: Your mail of "Thu" <q@y>',
      'References: <r@y> <a@host.example> <r@y>',
      '',
    );
    expect(parents).toEqual(['q@y', 'r@y']);
  });
});

describe('parts', () => {
  const text = ['Content-Type: text/plain', '', 'the words'];

  test('a signed mail is its words, its list’s footer too; the signature is not named', async () => {
    const signature = ['Content-Type: application/pgp-signature; name=signature.asc', '', 'xxx'];
    const footer = ['Content-Type: text/plain', 'Content-Disposition: inline', '', '_____', 'summit mailing list'];
    expect((await good(...multipart(text, footer, signature))).body).toBe('the words\n\n_____\nsummit mailing list');
  });

  test('TRUST-18: what is attached is named safely, and nothing more', async () => {
    const attached = [
      'Content-Type: text/x-patch',
      'Content-Disposition: attachment; filename="../../.bashrc"',
      '',
      'x',
    ];
    expect((await good(...multipart(text, attached))).body).toBe(
      'the words\n\n[attachment: bashrc, text/x-patch, 2 bytes]',
    );
    expect(['CON', 'aux.txt', 'a\0.txt', '..', 'x\u202egpj.exe', 'a\\b/c.txt'].map(safeFileName)).toEqual([
      'CON_',
      'aux_.txt',
      'a.txt',
      'unnamed',
      'xgpj.exe',
      'c.txt',
    ]);
    expect(safeFileName(`${'x'.repeat(5000)}.txt`)).toMatch(/^x{76}\.txt$/);
  });

  test('TRUST-16, TRUST-17: HTML is text, and nothing in it runs or is fetched', async () => {
    const html = [
      '<html><head><title>no</title><style>p{background:url(https://x.example/)}</style><base href="https://x.example">',
      '<meta http-equiv=refresh content="0;url=https://x.example"></head><body onload=alert(1)>',
      '<p>Hello &amp; &lt;b&gt;<script>alert(1)</script><img src="https://x.example/pixel" onerror=alert(1)>',
      '<svg><script>alert(2)</script></svg><form action=x>a &lt; b &valueOf;</form><blockquote>quoted<br>twice</blockquote>',
      '<!-- <p>no --><ul><li>one<li>two</ul>5 < 6 <a href="javascript:alert(1)">link</a>',
    ];
    const { body } = await good('Content-Type: text/html', '', ...html);
    expect(body).toBe('Hello & <b>\na < b &valueOf;\n> quoted\n> twice\n- one\n- two\n5 < 6 link');
  });

  test('TRUST-7: nested too deep, a mail is shown as it was sent', async () => {
    const levels = Array.from({ length: 10_000 }, (_, level) => [
      `Content-Type: multipart/mixed; boundary=b${String(level)}`,
      '',
      `--b${String(level)}`,
    ]).flat();
    const deep = await good(...levels, '', 'x');
    expect(deep.body).toContain('--b9999');
    expect(deep.warnings.join()).toContain('Its parts can’t be taken apart');
  });
});

describe('what is too much', () => {
  test('TRUST-8: 200,000 headers or 20 MB of them are refused', async () => {
    for (const header of ['X-A: b\n'.repeat(200_000), `X: ${'x'.repeat(20_000_000)}\n`]) {
      expect(await readMail({ bytes: linesOf(header, 'x'), place: 4 }, platform)).toMatchObject({
        ok: false,
        error: { message: 'Mail 5 of the file is left out: its header is larger than any that servers pass on.' },
      });
    }
  });

  test('TRUST-9: 50,000 nested groups and 50,000 recipients are read, in time by their number', async () => {
    expect((await good(`To: ${'a@b.example, '.repeat(50_000)}`, '', 'x')).to).toHaveLength(50_000);
    for (const each of ['g:', 'a@b.example, '])
      await expectProportion((times) => good(`To: ${each.repeat(times)}`, '', 'x'), 6250, each);
  });

  test('TRUST-21: a line of 50 MB comes in', async () => {
    expect((await good('', 'x'.repeat(50_000_000))).body).toHaveLength(50_000_000);
  });
});

test('HTML of any form takes time by its length and gives text', async () => {
  for (const piece of ['<', '<!--', '<script>', '<p', '&#', '<blockquote>', '</', '<a '])
    await expectProportion((times) => htmlToText(piece.repeat(times)), 12_500, piece);
});

test('whatever the bytes are, a mail is read or refused', async () => {
  const line = fc.constantFrom(
    ...GOOD,
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Type: text/html',
    'Content-Type: text/plain; charset=utf-16; format=flowed',
    'Content-Transfer-Encoding: base64',
    'Content-Transfer-Encoding: quoted-printable',
    'From: =?utf-8?b?4oCu?= <<a@b>',
    '--b',
    '--b--',
    '',
    '=C3=',
    '4pyT',
    '<p>&#x110000;',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.uint8Array({ maxLength: 40 }), async (lines, rest) => {
      const result = await readMail({ bytes: new Uint8Array([...linesOf(...lines), ...rest]), place: 0 }, platform);
      expect(result).toMatchObject({ ok: true });
    }),
    { numRuns: runs },
  );
});
