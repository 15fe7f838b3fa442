import fc from 'fast-check';
import { expect } from 'vitest';
import { fuzz, mutated } from '../testing/fuzz';
import { readMail } from './read-mail';
import { platform } from './testing/platform';
import { readWhole } from './testing/read';
import { linesOf } from './testing/text';

const GOOD = ['From: Ana <ana@host.example>', 'Message-ID: <a@host.example>', 'Date: Thu, 25 Jul 2024 11:26:38 +0200'];
const MAILS = [
  linesOf(
    ...GOOD,
    'To: B <b@host.example>, c@host.example',
    'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=',
    '',
    '> a',
    '',
    'b',
  ),
  linesOf(
    ...GOOD,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8; format=flowed',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Gr=C3=BC=C3=9Fe =',
    'x',
    '--b',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: base64',
    '',
    'PGI+eDwvYj48c2NyaXB0PnkoKTwvc2NyaXB0Pg==',
    '--b',
    'Content-Type: text/x-patch; name="a.patch"',
    "Content-Disposition: attachment; filename*=utf-8''..%2Fa.patch",
    '',
    '--- a/x',
    '+++ b/x',
    '--b--',
  ),
  linesOf(...GOOD, 'In-Reply-To: <r@host.example>', 'References: <r@host.example> <s@host.example>', '', 'x'),
];
const MBOX = MAILS.flatMap((mail) => [...linesOf('From mboxrd@z Thu Jan  1 00:00:00 1970'), ...mail, 10]);
// C0 but tab, DEL and C1: none of them may be in a text of one line
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/u;

fuzz('a mail', mutated(MAILS), async (bytes) => {
  const mail = await readMail({ bytes, place: 0 }, platform);
  if (!mail.ok) {
    expect(mail.error.message).not.toBe('');
    return;
  }
  const { id, author, subject, body, warnings } = mail.value;
  expect(id).not.toBe('');
  for (const text of [subject, author.name ?? '', author.address ?? '']) expect(text).not.toMatch(CONTROL);
  expect(Buffer.from(body).toString()).toBe(body);
  for (const warning of warnings) expect(warning).not.toBe('');
});

const stepped = fc.tuple(mutated([Uint8Array.from(MBOX), ...MAILS]), fc.integer({ min: 16, max: 255 }));

// the first byte says in which pieces it comes
fuzz(
  'an mbox',
  stepped.map(([bytes, step]) => Uint8Array.from([step, ...bytes])),
  async (input) => {
    const [step = 1, ...rest] = input;
    const bytes = Uint8Array.from(rest);
    const whole = await readWhole(bytes);
    if (whole.refused !== undefined) expect(whole.refused).toMatchObject({ file: 'a.mbox' });
    if (whole.refused !== undefined) expect(whole.mails).toEqual([]);
    expect(await readWhole(bytes, Math.max(1, step))).toEqual(whole);
  },
);
