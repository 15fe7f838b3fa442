import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { readFile } from '../../shared/file/read';
import { writeFile } from '../../shared/file/write';
import type { Handle, Instant } from '../../shared/record/ids';
import { foldAll } from '../../shared/session/session';
import { decideSlipAnswer } from '../../shared/session/slips';
import { mboxText } from '../../shared/summary/mbox';
import { slipEmls } from '../../shared/summary/slip-mail';
import { record, type Build } from '../../shared/testing/build';
import { sha256 } from './shell';
import { place } from './testing/run-in';

const { gavel, path: at } = place();
const AT = ['--at', '2024-10-01T10:00Z'];

beforeEach(async () => {
  await gavel([
    'record',
    's.gavel',
    '--add',
    '--title',
    'Summit',
    '+ @ana -- Ana Svoboda <ana@x.example>',
    '+ @bob -- Bob O’Neil <bob@x.example>',
    '@ana #uvc std -- it works',
    '@bob #uvc abs',
    '@cho #uvc usr -- it is open',
    '+ @cho -- Cho \u202eK',
    'priv -- between us',
  ]);
});

/** The mails of an mbox, each by itself. */
function mailsOf(mbox: string): readonly string[] {
  return mbox.split(/^From mboxrd@z .*\n/m).slice(1);
}

function file(build: Build): string {
  return writeFile(build.lines, sha256);
}

test('the slips are one mbox, the mails that the app writes, and who has no address is said', async () => {
  const { exit, out, messages } = await gavel(['slips', 's.gavel', ...AT]);
  expect({ exit, messages }).toEqual({ exit: 0, messages: ['no address is known of Cho <U+202E>K: no slip'] });
  const read = readFile('s', readFileSync(at('s.gavel'), 'utf8'), sha256);
  const session = foldAll(read.ok ? read.value.entries : []);
  const git = { name: 'Ana Bé', address: 'ana@example.org' };
  const made = slipEmls(session, git, { at: '2024-10-01T10:00:00.000Z' as Instant });
  expect(out).toBe(mboxText(made.ok ? made.value.emls : []));
  expect(mailsOf(out).map((mail) => /^To: .*$/m.exec(mail)?.[0])).toEqual([
    'To: Ana Svoboda <ana@x.example>',
    expect.stringMatching(/^To: .*<bob@x[.]example>$/),
  ]);
  const thread = JSON.parse((await gavel(['thread', '-', '--json'], { input: out })).out) as { counts: object };
  expect(thread.counts).toMatchObject({ messages: 2, duplicates: 0 });
});

test('with --at the same record gives the same bytes, --from says from whom, --ascii keeps to ASCII', async () => {
  const args = ['slips', 's.gavel', '--from', 'D <d@x.example>', '--ascii', ...AT];
  const once = await gavel(args);
  expect(once.out).toMatch(/^From: D <d@x[.]example>$/m);
  expect(once.out).toContain("Hi Bob O'Neil,");
  expect(await gavel(args)).toEqual(once);
});

test('one person’s mail alone is a mail as a file, by handle or alias, with or without the @', async () => {
  const { exit, out, messages } = await gavel(['slips', 's.gavel', '--who', '@ana', ...AT]);
  expect({ exit, messages }).toEqual({ exit: 0, messages: [] });
  expect(out).toMatch(/^Date: .*\nFrom: .*\nTo: Ana Svoboda <ana@x[.]example>$/m);
  expect(out).toContain('it works');
  expect(out).not.toContain('bob');
  expect(mailsOf((await gavel(['slips', 's.gavel', ...AT])).out)[0]).toBe(`${out}\n`);
  await gavel(['record', 's.gavel', '+ @svo', 'same @ana @svo']);
  expect((await gavel(['slips', 's.gavel', '--who', 'ana', ...AT])).out).toBe(
    (await gavel(['slips', 's.gavel', '--who', 'svo', ...AT])).out,
  );
});

test('a slip needs somebody who said something, an address, and somebody who sends it', async () => {
  const noAddress = await gavel(['slips', 's.gavel', '--who', 'cho']);
  expect(noAddress).toMatchObject({ exit: 1, out: '' });
  expect(noAddress.messages.join()).toMatch(/^No address is known of cho[.] .*"[+] @cho -- Name <name@host[.]domain>"/);
  expect(await gavel(['slips', 's.gavel', '--who', 'dan'])).toEqual({
    exit: 2,
    out: '',
    messages: ['--who: nothing is recorded that "dan" said. There is a slip for: ana, bob, cho.'],
  });
  expect(await gavel(['slips', 's.gavel'], { user: {} })).toMatchObject({ exit: 2, out: '' });
  expect(await gavel(['slips', 's.gavel', '--at', 'tomorow'])).toMatchObject({ exit: 2, out: '' });
  expect(await gavel(['slips', 's.gavel', '--from', 'nobody'])).toMatchObject({ exit: 1, out: '' });
});

test('where there is no slip to send, nothing is written and why is said', async () => {
  const empty = record();
  const silent = await gavel(['slips', '-'], { input: file(empty) });
  expect(silent).toEqual({ exit: 1, out: '', messages: ['Nobody is recorded as having said anything yet.'] });
  const unreachable = empty.people('ana').subsystem('uvc').position('ana', 'uvc', 'abstain');
  const { exit, out, messages } = await gavel(['slips', '-'], { input: file(unreachable) });
  expect({ exit, out, messages }).toEqual({
    exit: 1,
    out: '',
    messages: ['Nobody has an address that a slip could be sent to.'],
  });
});

test('nobody is told what is private, what others said, or what somebody else withholds', async () => {
  const b = record().subsystem('uvc');
  b.add(
    { kind: 'participant-added', who: 'ana', name: 'Ana', address: 'ana@x.example' },
    { kind: 'participant-added', who: 'rri', name: 'Ricarda', address: 'r@x.example' },
  );
  b.position('rri', 'uvc', 'standard-required', { rationale: 'my stack has it' });
  const withheld = b.last;
  b.position('ana', 'uvc', 'userspace-allowed', { rationale: 'it works' });
  b.add({ kind: 'note-taken', text: 'between us', who: 'ana', private: true, about: b.last });
  // a line that names what is private is private too
  b.add({ kind: 'rule-proposed', number: 1, who: 'ana', text: 'as agreed in the corridor', against: b.last });
  b.do((session, env) => decideSlipAnswer(session, { who: 'rri' as Handle, entry: withheld, answer: 'withheld' }, env));
  const { out } = await gavel(['slips', '-', ...AT], { input: file(b) });
  const mails = mailsOf(out);
  expect(mails).toHaveLength(2);
  expect(out).not.toMatch(/between us|corridor/);
  const [others = ''] = mails.filter((mail) => !mail.includes('To: Ricarda'));
  expect(others).toContain('it works');
  expect(others).not.toMatch(/my stack has it|ricarda|rri|r@x[.]example/i);
  expect((await gavel(['slips', '-', '--who', 'ana', ...AT], { input: file(b) })).out).not.toMatch(/ricarda|my stack/i);
});
