import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { readFile } from '../file/read';
import { foldAll, type Session } from '../session/session';
import { needs } from '../testing/needs';
import { emlText } from './eml';
import { fanOut, mailsOf } from './fan-out';
import { mailText } from './mail-text';
import { mboxText } from './mbox';
import { slipEml } from './slip-mail';
import { slips } from './slips';
import { summarise } from './summarise';
import { fullRecord } from './testing/full-record';

/** The programs that maintainers send and read mail with, on the mails of every fixture. */
const AT = '2024-09-24T08:15:00.000Z' as Instant;
const OPTIONS = { at: AT, sha256: sha256Of };
const ENVELOPE = { from: 'Example Chair <chair@gavel.example>', to: ['list@gavel.example'], cc: ['cc@gavel.example'] };
const FORGED = [
  'Acked-by: A B <a@b.example>',
  'From here on',
  '-- ',
  'Cc: x@y.example',
  '---\ndiff --git a b',
  'Größe',
];

const folder = mkdtempSync(join(tmpdir(), 'gavel-tools-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function has(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, [...args]).status === 0;
}

/** Debian keeps b4 and aiosmtpd with its own Python. */
const python = ['python3', '/usr/bin/python3'].find((each) => has(each, '-c', 'import aiosmtpd, b4')) ?? 'python3';

function example(): Session {
  const text = readFileSync(join(import.meta.dirname, '../../assets/example.gavel'), 'utf8');
  const file = readFile('example.gavel', text, sha256Of);
  if (!file.ok) throw new Error(file.error.message);
  return foldAll(file.value.entries);
}

function hostile(): Session {
  let next = 0;
  return fullRecord(() => FORGED[(next += 1) % FORGED.length] ?? '').session;
}

const FIXTURES: readonly (readonly [name: string, session: () => Session])[] = [
  ['the example', example],
  ['a record of everything', () => fullRecord().session],
  ['words that would forge', hostile],
];

function written(session: Session): string {
  const eml = emlText(summarise(session, OPTIONS), ENVELOPE);
  if (!eml.ok) throw new Error(eml.error.message);
  return eml.value;
}

function bodyOf(eml: string): string {
  return eml.slice(eml.indexOf('\n\n') + 2);
}

/** The headers that a thread and its people hang on. */
function idsOf(eml: string): readonly string[] {
  const head = eml.slice(0, eml.indexOf('\n\n')).replace(/\n\s+/g, ' ');
  return ['From', 'To', 'Cc', 'Message-ID', 'In-Reply-To', 'References'].map(
    (name) => new RegExp(`^${name}: (.*)$`, 'mi').exec(head)?.[1] ?? '',
  );
}

test('MAIL-22: the example is 7bit, no line is over 72 columns but links, and References end in the parent', () => {
  const eml = written(example());
  expect(eml).toMatch(/^Content-Transfer-Encoding: 7bit$/m);
  const long = bodyOf(eml)
    .split('\n')
    .filter((line) => line.length > 72 && !/^\[\d+\] https:\/\/\S+$/.test(line));
  expect(long).toEqual([]);
  const [, , , , parent = 'none', references = ''] = idsOf(eml);
  expect(references.endsWith(parent)).toBe(true);
  expect(bodyOf(eml)).toBe(mailText(summarise(example(), OPTIONS)));
});

describe('MAIL-22: mutt -H', () => {
  needs(has('mutt', '-v'), 'mutt');

  test.each(FIXTURES)('sends %s with its ids, and the body byte for byte', (_, session) => {
    const eml = written(session());
    const sent = join(folder, 'sent');
    const sendmail = join(folder, 'sendmail');
    writeFileSync(sendmail, `#!/bin/sh\ncat > '${sent}'\n`);
    chmodSync(sendmail, 0o755);
    const settings = [
      `set sendmail="${sendmail}"`,
      'set copy=no',
      'set use_from=yes',
      'set send_charset="us-ascii:utf-8"',
    ];
    writeFileSync(join(folder, 'muttrc'), `${settings.join('\n')}\nset charset=utf-8\nset allow_8bit=yes\n`);
    writeFileSync(join(folder, 'draft.eml'), eml);
    const ran = spawnSync('mutt', ['-n', '-F', join(folder, 'muttrc'), '-H', join(folder, 'draft.eml')], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
    });
    expect([ran.status, existsSync(sent)]).toEqual([0, true]);
    const out = readFileSync(sent, 'utf8');
    expect(idsOf(out)).toEqual(idsOf(eml));
    expect(bodyOf(out)).toBe(bodyOf(eml));
    rmSync(sent);
  });
});

/** Takes one mail by SMTP, prints it and ends. */
const SINK = `
import asyncio, sys
from aiosmtpd.controller import Controller
class Sink:
    async def handle_DATA(self, server, session, envelope):
        sys.stdout.buffer.write(envelope.content)
        sys.stdout.flush()
        done.set()
        return '250 OK'
async def main():
    global done
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    from aiosmtpd.smtp import SMTP
    server = await loop.create_server(lambda: SMTP(Sink(), enable_SMTPUTF8=True), '127.0.0.1', 0)
    print(server.sockets[0].getsockname()[1], file=sys.stderr, flush=True)
    await asyncio.wait_for(done.wait(), 20)
    await asyncio.sleep(0.2)
asyncio.run(main())
`;

describe('MAIL-22: swaks to a sink on this machine', () => {
  needs(has('swaks', '--version') && has(python, '-c', 'import aiosmtpd'), 'swaks with aiosmtpd');

  test.each(FIXTURES)('is told 250 for %s, and the sink has the same bytes', async (_, session) => {
    const eml = written(session());
    writeFileSync(join(folder, 'mail.eml'), eml);
    const sink = spawn(python, ['-c', SINK]);
    const taken: Buffer[] = [];
    sink.stdout.on('data', (chunk: Buffer) => taken.push(chunk));
    const port = await new Promise<string>((resolve) => {
      sink.stderr.once('data', (chunk: Buffer) => {
        resolve(chunk.toString().trim());
      });
    });
    const ended = new Promise((resolve) => sink.once('close', resolve));
    const ran = spawnSync(
      'swaks',
      [
        '--server',
        '127.0.0.1',
        '--port',
        port,
        '--from',
        'chair@gavel.example',
        '--to',
        'list@gavel.example',
        '--data',
        `@${join(folder, 'mail.eml')}`,
      ],
      { encoding: 'utf8' },
    );
    await ended;
    expect([ran.status, ran.stdout.includes('<-  250 OK')]).toEqual([0, true]);
    expect(Buffer.concat(taken).toString('utf8').replaceAll('\r\n', '\n').trimEnd()).toBe(eml.trimEnd());
  });
});

describe('MAIL-24: git send-email --dry-run', () => {
  needs(existsSync('/usr/lib/git-core/git-send-email'), 'git send-email');

  test.each(FIXTURES)('takes %s and finds nobody in its body to send it to', (_, session) => {
    const file = join(folder, 'mail.txt');
    writeFileSync(file, written(session()));
    const config = ['sendemail.from=chair@gavel.example', 'user.name=Example Chair', 'user.email=chair@gavel.example'];
    const ran = spawnSync(
      'git',
      [
        ...config.flatMap((each) => ['-c', each]),
        'send-email',
        '--dry-run',
        '--confirm=never',
        '--no-validate',
        '--smtp-server=/bin/true',
        '--to=list@gavel.example',
        file,
      ],
      {
        encoding: 'utf8',
        cwd: folder,
        env: { ...process.env, HOME: folder, GIT_TERMINAL_PROMPT: '0' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).not.toContain('(body)');
    expect(ran.stdout).toContain('Dry-OK');
  });
});

describe('MAIL-24: b4', () => {
  needs(has(python, '-c', 'import b4'), 'b4, a Python module,');

  test.each(FIXTURES)('finds no trailer in %s', (_, session) => {
    const program = 'import sys, b4\nprint(b4.LoreMessage.find_trailers(sys.stdin.read())[0])';
    const ran = spawnSync(python, ['-c', program], { input: bodyOf(written(session())), encoding: 'utf8' });
    expect(ran.stdout.trim()).toBe('[]');
  });
});

describe('MAIL-24: git mailsplit', () => {
  needs(has('git', '--version'), 'git');

  test('makes as many mails of an mbox of all extracts and slips as were put in', () => {
    const session = hostile();
    const out = fanOut(session, OPTIONS, ENVELOPE);
    if (!out.ok) throw new Error(out.error.message);
    const letters = slips(session).flatMap((slip) => {
      const eml = slipEml(session, { ...slip, address: `${slip.who}@gavel.example` }, ENVELOPE.from, { at: AT });
      return eml.ok ? [eml.value] : [];
    });
    const all = [...mailsOf(out.value), ...letters];
    expect(all.length).toBeGreaterThan(5);
    const mbox = join(folder, 'all.mbox');
    writeFileSync(mbox, mboxText(all));
    const split = mkdtempSync(join(folder, 'split-'));
    const ran = spawnSync('git', ['mailsplit', `-o${split}`, '--mboxrd', mbox], { encoding: 'utf8' });
    expect(ran.stdout.trim()).toBe(String(all.length));
    expect(readFileSync(join(split, '0001'), 'utf8')).toContain(bodyOf(all[0] ?? ''));
  });
});

describe('Python, policy strict', () => {
  needs(has('python3', '-c', 'import email'), 'python3');

  test.each(FIXTURES)('finds no defect in %s', (_, session) => {
    const program = [
      'import sys, email, email.policy',
      'message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.strict)',
      'print(message.defects, [v.defects for v in message.values() if v.defects])',
    ].join('\n');
    const ran = spawnSync('python3', ['-c', program], { input: written(session()), encoding: 'utf8' });
    expect([ran.stdout.trim(), ran.stderr]).toEqual(['[] []', '']);
  });
});
