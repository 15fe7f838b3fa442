import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../testing/runs';
import { readFirstMessage } from './first-message';

const bytes = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));
const HEAD = [
  'From: Moderator <moderator@lists.example>',
  'To: summit@lists.example',
  'Message-ID: <a.1@host.example>',
];

test('the subject stays as it is for the thread; the title is it without Re: and tags', async () => {
  const read = await readFirstMessage(
    'a.eml',
    bytes('Subject: Re: [SUMMIT] [RFC] Passthrough,', ' harmful?', ...HEAD, '', 'Body'),
  );
  expect(read).toEqual({
    ok: true,
    value: {
      subject: 'Re: [SUMMIT] [RFC] Passthrough, harmful?',
      title: 'Passthrough, harmful?',
      messageId: 'a.1@host.example',
      references: [],
      list: 'summit@lists.example',
      people: [{ name: 'Moderator', address: 'moderator@lists.example' }],
    },
  });
});

test('References are kept in order; In-Reply-To stands in where there are none', async () => {
  const many = await readFirstMessage(
    'a.eml',
    bytes(...HEAD, 'References: <x@y>', '\t<z@y>', 'In-Reply-To: <other@y>', '', ''),
  );
  expect(many).toMatchObject({ value: { references: ['x@y', 'z@y'] } });
  const one = await readFirstMessage('a.eml', bytes(...HEAD, 'In-Reply-To: <other@y>', '', ''));
  expect(one).toMatchObject({ value: { references: ['other@y'] } });
});

test('only the first message of an mbox counts, whatever follows it', async () => {
  const second = ['From b Thu Jan  1 00:00:00 1970', 'Subject: second', 'Message-ID: <b@y>', '', ''];
  const read = await readFirstMessage(
    'a.mbox',
    bytes('From a Thu Jan  1 00:00:00 1970', 'Subject: first', ...HEAD, '', '', ...second),
  );
  expect(read).toMatchObject({ value: { subject: 'first', messageId: 'a.1@host.example' } });
});

test('the list is the one that List-Post or List-Id names', async () => {
  const cc = 'Cc: other@vger.example, Summit@lists.example';
  const to = ['From: a@b.example', 'To: c@d.example', cc, 'Message-ID: <a@b>'];
  expect(await readFirstMessage('a', bytes(...to, 'List-Id: <summit.lists.example>', '', ''))).toMatchObject({
    value: { list: 'summit@lists.example' },
  });
  expect(await readFirstMessage('a', bytes(...to, 'List-Post: <mailto:post@lists.example>', '', ''))).toMatchObject({
    value: { list: 'post@lists.example' },
  });
  expect(await readFirstMessage('a', bytes(...to, '', ''))).toMatchObject({ value: { list: 'c@d.example' } });
});

test('encoded words are read, CRLF and a byte order mark too', async () => {
  const text = `\uFEFF${['Subject: =?iso-8859-1?q?=C4hnlich?=', ...HEAD, '', ''].join('\r\n')}`;
  expect(await readFirstMessage('a', new TextEncoder().encode(text))).toMatchObject({ value: { title: 'Ähnlich' } });
});

test('a message without Message-ID, with two of them, with NUL or without an end is refused by name', async () => {
  const refused = { ok: false, error: { file: 'a.eml' } };
  expect(await readFirstMessage('a.eml', bytes('Subject: x', '', ''))).toMatchObject(refused);
  expect(await readFirstMessage('a.eml', bytes(...HEAD, 'Message-ID: <b@y>', '', ''))).toMatchObject(refused);
  expect(await readFirstMessage('a.eml', bytes(...HEAD, 'X: \0', '', ''))).toMatchObject(refused);
  expect(await readFirstMessage('a.eml', bytes('X: '.padEnd(300_000, 'x')))).toMatchObject(refused);
});

test('whatever the bytes are, they are read or refused', async () => {
  const header = fc.constantFrom(
    'Subject: x',
    'From: g:g:g:;',
    'To: <<<>',
    'Message-ID: <a@b>',
    'Content-Type: multipart/mixed; boundary=a',
    ' folded',
    '=?utf-7?q?+ADw-?=',
  );
  const mail = fc.tuple(fc.array(header), fc.uint8Array({ maxLength: 60 }));
  await fc.assert(
    fc.asyncProperty(mail, async ([lines, rest]) => {
      const read = await readFirstMessage('a', new Uint8Array([...bytes(...lines, '', ''), ...rest]));
      expect(read.ok ? read.value.messageId : read.error.file).not.toBe('');
    }),
    { numRuns: runs },
  );
});

const REAL = '../shared/data/passthrough.t.mbox.gz';
test('the first message of the real thread opens it', async ({ skip }) => {
  skip(!existsSync(REAL), `${REAL} is not here`);
  expect(await readFirstMessage('t.mbox', new Uint8Array(gunzipSync(readFileSync(REAL))))).toMatchObject({
    value: {
      title: 'Device Passthrough Considered Harmful?',
      subject: '[MAINTAINERS SUMMIT] Device Passthrough Considered Harmful?',
      messageId: '668c67a324609_ed99294c0@dwillia2-xfh.jf.intel.com.notmuch',
      references: [],
      list: 'ksummit@lists.linux.dev',
    },
  });
});

test('what nobody can see stays out of subject and names; ids are what stands in brackets', async () => {
  const read = await readFirstMessage(
    'a.eml',
    bytes(
      'Subject: =?utf-8?q?a=E2=80=AEb=E2=80=8Bc?=',
      'From: =?utf-8?q?Mo=E2=80=AEderator?= <moderator@lists.example>',
      'To: summit@lists.example',
      'Message-ID: <a.1@host.example> (added by a gateway)',
      'References: <x@y> garbage more@garbage <z@y>',
      '',
      '',
    ),
  );
  expect(read).toMatchObject({
    value: {
      subject: 'abc',
      title: 'abc',
      messageId: 'a.1@host.example',
      references: ['x@y', 'z@y'],
      people: [{ name: 'Moderator', address: 'moderator@lists.example' }],
    },
  });
});
