import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { afterAll, describe, expect, test } from 'vitest';
import type { Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { runs } from '../testing/runs';
import type { Summary } from './document';
import { emlText, type Envelope } from './eml';
import { mailText } from './mail-text';
import { summarise } from './summarise';
import { fullRecord } from './testing/full-record';
import { hostileTexts } from './testing/hostile';

const AT = '2024-08-01T08:15:00.000Z' as Instant;
const ENVELOPE: Envelope = {
  from: 'Example Chair <chair@gavel.example>',
  to: ['ksummit@lists.example'],
  cc: ['linux-media@vger.example', 'linux-cxl@vger.example'],
};

function summaryOf(changes: Partial<Summary> = {}, say?: (what: string) => string): Summary {
  return { ...summarise(fullRecord(say).session, { at: AT, sha256: sha256Of }), ...changes };
}

function written(summary: Summary, envelope = ENVELOPE): string {
  const eml = emlText(summary, envelope);
  if (!eml.ok) throw new Error(eml.error.message);
  return eml.value;
}

function refused(summary: Summary, envelope = ENVELOPE): string {
  const eml = emlText(summary, envelope);
  return eml.ok ? 'written' : eml.error.message;
}

test('the headers are these, in this order, and no other', () => {
  const [head = '', ...body] = written(summaryOf()).split('\n\n');
  expect(head.replace(/[0-9a-f]{16}@/, '(16 hex)@')).toMatchInlineSnapshot(`
    "Date: Thu, 1 Aug 2024 10:15:00 +0200
    From: Example Chair <chair@gavel.example>
    To: ksummit@lists.example
    Cc: linux-media@vger.example, linux-cxl@vger.example
    Subject: Re: [SUMMIT] Device passthrough
    Message-ID: <20240801081500.(16 hex)@gavel.example>
    In-Reply-To: <root@lists.example>
    References: <early@lists.example> <root@lists.example>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=us-ascii
    Content-Transfer-Encoding: 7bit
    Content-Disposition: inline"
  `);
  expect(body.join('\n\n')).toBe(mailText(summaryOf()));
});

test('the same record for the same moment is the same file; what says something else has another Message-ID', () => {
  expect(written(summaryOf())).toBe(written(summaryOf()));
  const id = (eml: string): string => /^Message-ID: (.*)$/m.exec(eml)?.[1] ?? '';
  const short = summarise(fullRecord().session, { at: AT, sha256: sha256Of, rationales: false });
  expect(id(written(short))).not.toBe(id(written(summaryOf())));
});

test('without a thread it is a new mail under the title', () => {
  const { thread: _thread, ...summary } = summaryOf({ subject: 'Device passthrough' });
  expect(written(summary)).toMatch(/^Subject: Device passthrough\nMessage-ID: .*\nMIME-Version/m);
});

test('a name that is not ASCII makes the mail UTF-8 and 8bit, and only such words of the subject are encoded', () => {
  const accented = summaryOf({ subject: 'Re: [SUMMIT] Größe der Welt' }, (what) => what.replace('Vendor', 'Kernél'));
  expect(written(accented)).toMatch(/^Subject: Re: \[SUMMIT\] =\?UTF-8\?Q\?Gr=C3=B6=C3=9Fe\?= der Welt$/m);
  expect(written(accented)).toMatch(/charset=UTF-8\nContent-Transfer-Encoding: 8bit\n/);
});

test('a subject or a name that looks encoded already reads back as it was typed', async () => {
  const typed = '=?UTF-8?Q?Bcc?= =?x';
  const eml = written(summaryOf({ subject: typed }), { ...ENVELOPE, from: { name: typed, address: 'a@b.example' } });
  const mail = await PostalMime.parse(eml);
  expect([mail.subject, mail.from?.name]).toEqual([typed, typed]);
});

test('of a long thread 30 references are kept, the first among them, and the last is the parent', () => {
  const ids = Array.from({ length: 50 }, (_, at) => `${at}@lists.example`);
  const eml = written(summaryOf({ thread: { inReplyTo: '49@lists.example', references: ids } }));
  const references = /^References:((?:.|\n )*)/m.exec(eml)?.[1]?.match(/<[^>]*>/g) ?? [];
  expect(references).toHaveLength(30);
  expect([references[0], references.at(-1)]).toEqual(['<0@lists.example>', '<49@lists.example>']);
});

describe('a header that could be forged is refused with its field named', () => {
  const controls = ['\r', '\n', '\0', '\u0085', '\u2028', '\u202e'];
  test.each(controls.map((control) => JSON.stringify(control)))('%s', (json) => {
    const control = JSON.parse(json) as string;
    const evil = `a${control}Bcc: x@y.example`;
    expect(refused(summaryOf({ subject: evil }))).toMatch(/^Subject /);
    expect(refused(summaryOf({ thread: { inReplyTo: evil, references: [] } }))).toMatch(/^In-Reply-To /);
    expect(refused(summaryOf({ thread: { inReplyTo: 'a@b', references: [evil] } }))).toMatch(/^References /);
    expect(refused(summaryOf(), { ...ENVELOPE, from: `${evil} <a@b.example>` })).toMatch(/^From /);
    expect(refused(summaryOf(), { ...ENVELOPE, to: [`a@b.example${control}`] })).toMatch(/^To /);
    expect(refused(summaryOf(), { ...ENVELOPE, cc: [evil] })).toMatch(/^Cc /);
  });

  test.each([
    'a@...il.com',
    'na...@host.example',
    'x@xxxx',
    'x@y.example, z@w.example',
    '<x@y.example>>',
    'x@y@z.example',
    'x y@z.example',
    'José@z.example',
    '',
    'Name <>',
    'Name < a@b.example >',
  ])('the recipient %j', (recipient) => {
    expect(refused(summaryOf(), { ...ENVELOPE, to: [recipient] })).toMatch(/^To /);
  });

  test('nobody to send it to', () => {
    expect(refused(summaryOf(), { ...ENVELOPE, to: [] })).toMatch(/^To /);
  });
});

test('TRUST-38, row 27: whatever the names and the subject, the headers read back as they were meant (postal-mime)', async ({
  annotate,
}) => {
  const words = fc
    .oneof(
      { weight: 8, arbitrary: fc.string({ unit: 'grapheme', maxLength: 90 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1_000, maxLength: 1_000 }) },
    )
    .map((text) => text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim());
  const summary = { ...summaryOf(), blocks: [] };
  await fc.assert(
    fc.asyncProperty(words, words, async (subject, name) => {
      const eml = written({ ...summary, subject }, { ...ENVELOPE, from: { name, address: 'chair@gavel.example' } });
      const mail = await PostalMime.parse(eml);
      expect(mail.headers.map(({ key }) => key).join(' ')).toBe(
        'date from to cc subject message-id in-reply-to references mime-version content-type ' +
          'content-transfer-encoding content-disposition',
      );
      expect(mail.subject ?? '').toBe(subject);
      expect(mail.from).toEqual({ name, address: 'chair@gavel.example' });
      expect(mail.to).toEqual([{ name: '', address: 'ksummit@lists.example' }]);
      expect([mail.inReplyTo, mail.references]).toEqual([
        '<root@lists.example>',
        '<early@lists.example> <root@lists.example>',
      ]);
      for (const line of eml.slice(0, eml.indexOf('\n\n')).split('\n')) expect(line.length).toBeLessThanOrEqual(76);
    }),
    { numRuns: runs },
  );
  await annotate(`${String(runs)} mails: 0 headers but ours`, 'figure');
});

test('whatever people say, the body reads back as it was written (postal-mime)', async () => {
  await fc.assert(
    fc.asyncProperty(hostileTexts, async (texts) => {
      let next = 0;
      const summary = summaryOf({ subject: 'x' }, () => texts[(next += 1) % texts.length] ?? 'x');
      const mail = await PostalMime.parse(written(summary));
      expect(mail.text).toBe(mailText(summary));
    }),
    { numRuns: Math.ceil(runs / 20) },
  );
});

describe('other readers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gavel-eml-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (command: string, args: readonly string[], input?: string): string =>
    spawnSync(command, [...args], { input, encoding: 'utf8' }).stdout.trim();
  const hasPython = run('python3', ['-c', 'print(1)']) === '1';
  const hasB4 = run('python3', ['-c', 'import b4; print(1)']) === '1';
  const hasGit = run('git', ['--version']).startsWith('git');
  const accented = (): string =>
    written(
      summaryOf({ subject: 'Re: Größe — all of it' }, (what) =>
        what === 'works today' || what === 'an open stack' ? 'Acked-by: Jörg <j@b.example>' : what,
      ),
      { ...ENVELOPE, from: { name: 'Jörg "J." Größe', address: 'chair@gavel.example' } },
    );
  const files = (): readonly string[] => [written(summaryOf()), accented()];

  test('Python, policy strict, finds no defect and the body as it is', ({ skip }) => {
    skip(!hasPython, 'python3 is not here');
    const program = [
      'import sys, email, email.policy',
      'message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.strict)',
      'assert not message.defects, message.defects',
      'assert all(not value.defects for value in message.values())',
      'assert message["In-Reply-To"] == "<root@lists.example>"',
      'sys.stdout.buffer.write(message.get_content().encode())',
    ].join('\n');
    for (const eml of files())
      expect(run('python3', ['-c', program], eml)).toBe(eml.slice(eml.indexOf('\n\n') + 2).trim());
  });

  test('git mailsplit makes as many mails of an mbox as were put in', ({ skip }) => {
    skip(!hasGit, 'git is not here');
    const mbox = files()
      .map((eml) => `From mboxrd@z Thu Jan  1 00:00:00 1970\n${eml.replace(/^(>*From )/gm, '>$1')}\n`)
      .join('');
    writeFileSync(join(folder, 'mbox'), mbox);
    expect(run('git', ['mailsplit', `-o${folder}`, '--mboxrd', join(folder, 'mbox')])).toBe('2');
    expect(readdirSync(folder).sort()).toEqual(['0001', '0002', 'mbox']);
    const [message, patch] = [join(folder, 'message'), join(folder, 'patch')];
    run('git', ['mailinfo', message, patch], accented());
    expect(readFileSync(patch, 'utf8')).toBe('');
    expect(readFileSync(message, 'utf8')).toContain('| Acked-by: Jörg <j@b.example>');
  });

  test('b4 finds no trailer in the body', ({ skip }) => {
    skip(!hasB4, 'b4, a Python module, is not here');
    const program = 'import sys, b4\nprint(b4.LoreMessage.find_trailers(sys.stdin.read())[0])';
    for (const eml of files()) expect(run('python3', ['-c', program], eml.slice(eml.indexOf('\n\n') + 2))).toBe('[]');
  });
});
