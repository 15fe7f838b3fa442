import { expect, test } from 'vitest';
import type { Instant, Slug } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { callOn } from '../session/calls';
import { decideSlipAnswer } from '../session/slips';
import { record, type Build } from '../testing/build';
import type { Block } from './document';
import type { Envelope } from './eml';
import type { Finding } from './finding';
import { lint, lintInSteps } from './lint';
import { mailText } from './mail-text';
import { summarise, type SummaryOptions } from './summarise';

const AT = '2024-09-18T08:00:00.000Z' as Instant;
const THREAD = { root: 'root@lists.example', subject: '[SUMMIT] Passthrough', list: 'ksummit@lists.example' };
const ENVELOPE: Envelope = { from: 'Chair <chair@gavel.example>', to: ['ksummit@lists.example'] };

/** One subsystem, one seat that answered, one call with its words: nothing to see to. */
function settled(): Build {
  return record({ title: 'Passthrough', thread: THREAD })
    .people('ana', 'ben')
    .subsystem('uvc', { maintainers: ['ana'] })
    .position('ana', 'uvc', 'standard-required', { rationale: 'works today' });
}

function found(
  b: Build,
  options: Partial<SummaryOptions> = {},
  envelope = ENVELOPE,
  limit?: number,
): readonly Finding[] {
  const summary = summarise(b.session, { at: AT, sha256: sha256Of, ...options });
  return lint({ session: b.session, summary, envelope, ...(limit === undefined ? {} : { limit }) });
}

function kinds(all: readonly Finding[]): readonly string[] {
  return all.map(({ kind, weight }) => `${weight}: ${kind}`);
}

test('a mail with nothing to see to has no finding', () => {
  const b = settled().call('uvc', 'consensus', { stance: 'standard-required', statement: 'it follows the standard' });
  expect(found(b)).toEqual([]);
});

test('a call without a statement, one that departs without a reason: with the call to jump to', () => {
  const b = settled().call('uvc', 'rough', { stance: 'userspace-allowed' });
  const id = callOn(b.session, { subsystem: 'uvc' as Slug })?.entry.id;
  const all = found(b);
  expect(kinds(all)).toEqual(['look: call-without-statement', 'look: call-without-reason']);
  for (const { entries, subsystem } of all) expect([entries, subsystem]).toEqual([[id], 'uvc']);
});

test('"consensus" with an open objection, and without quorum', () => {
  const words = { stance: 'standard-required', statement: 'so', reason: 'so' } as const;
  const objected = settled().objection('ben', 'uvc', { rationale: 'too early' }).call('uvc', 'consensus', words);
  expect(found(objected).map(({ text }) => text)).toEqual(['The call on uvc is consensus, and objection 1 is open.']);
  const empty = record({ thread: THREAD })
    .people('ana', 'ben')
    .subsystem('uvc', { maintainers: ['ana', 'ben'] });
  expect(kinds(found(empty.call('uvc', 'consensus', words)))).toEqual(['look: consensus-without-quorum']);
});

test('no objection is lost when subsystems are chosen', () => {
  const b = settled().subsystem('isp').objection('ben', 'isp', { rationale: 'too early' });
  const [finding] = found(b, { subsystems: ['uvc' as Slug] });
  expect(finding).toMatchObject({ kind: 'objection-missing', subsystem: 'isp', entries: [b.last] });
  expect(found(b)).toEqual([]);
});

test('recipients: none, what is no address, a masked one, too many, a list that is not there', () => {
  const b = settled();
  expect(kinds(found(b, {}, { ...ENVELOPE, to: [] }))).toEqual(['stop: recipients']);
  expect(kinds(found(b, {}, { from: '', to: ['x@y, z@w'] }))).toEqual(['stop: recipients', 'stop: recipients']);
  expect(kinds(found(b, {}, { ...ENVELOPE, cc: ['ana@...il.example'] }))).toEqual(['stop: masked-address']);
  const many = Array.from({ length: 40 }, (_, at) => `p${String(at)}@x.example`);
  expect(kinds(found(b, {}, { ...ENVELOPE, cc: many }))).toEqual(['look: recipients']);
  const listed = settled().subsystem('isp', { lists: ['linux-media@vger.example (open list)'] });
  expect(found(listed)[0]).toMatchObject({ kind: 'recipients', subsystem: 'isp' });
  expect(found(listed, {}, { ...ENVELOPE, cc: ['Linux-Media@vger.example'] })).toEqual([]);
});

test('each has a way to be rid of it: the line, the call, the setting, the list, or parts of it', () => {
  const b = settled().subsystem('isp', { lists: ['linux-media@vger.example'] });
  b.position('ben', 'isp', 'standard-required', { rationale: 'Acked-by: Ben <ben@x.example>' });
  b.call('uvc', 'rough', { stance: 'userspace-allowed' }).objection('ben', 'uvc', {
    rationale: 'as ana@...il.example',
  });
  const envelopes: readonly Envelope[] = [
    { from: '', to: [] },
    { from: 'a@...x.example', to: ['b@xxx'], cc: Array.from({ length: 40 }, (_, at) => `p${String(at)}@x.example`) },
  ];
  const replies = ['nothing', { message: 'no id', references: [], subject: 'x' }] as const;
  const all = envelopes.flatMap((envelope, at) => found(b, { reply: replies[at] ?? 'nothing' }, envelope, 500));
  expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThan(6);
  const lost = all.filter(
    ({ kind, entries, lines, subsystem, setting }) =>
      kind !== 'size' && entries.length + lines.length === 0 && subsystem === undefined && setting === undefined,
  );
  expect(lost).toEqual([]);
});

test('threading: none, and a message that is none', () => {
  expect(kinds(found(settled(), { reply: 'nothing' }))).toEqual(['look: thread']);
  const reply = { message: 'no id', references: [], subject: 'x' };
  expect(kinds(found(settled(), { reply }))).toEqual(['stop: thread']);
});

test('size, with the way out', () => {
  expect(found(settled(), {}, ENVELOPE, 500)[0]).toMatchObject({ kind: 'size', weight: 'stop' });
});

test('a line that a tool would take for a trailer is behind a bar, and said; so is an address that an archive masked', () => {
  const b = settled().position('ben', 'uvc', 'standard-required', {
    rationale: 'Acked-by: Ben <ben@x.example>\nas ana@...il.example says',
  });
  const all = found(b);
  expect(kinds(all)).toEqual(['look: trailer', 'look: masked-address']);
  expect(all[0]?.entries).toEqual([b.last]);
});

test('a name that is withheld stops the mail, wherever it was typed', () => {
  const b = record({ title: 'Passthrough', thread: { ...THREAD, subject: '[SUMMIT] What Ricarda said' } });
  b.add({ kind: 'participant-added', who: 'rri', name: 'Ricarda Ribalta' }).subsystem('uvc');
  b.position('rri', 'uvc', 'standard-required');
  const entry = b.last;
  b.do((session, env) => decideSlipAnswer(session, { who: 'rri' as never, entry, answer: 'withheld' }, env));
  expect(found(b)).toEqual([]);
  const reply = { message: 'a@b.example', references: [], subject: 'What Ricarda said' };
  const all = found(b, { reply }, { ...ENVELOPE, cc: ['Ricarda Ribalta <r@x.example>'] });
  expect(all.map(({ kind, text }) => [kind, text.split(' ')[0]])).toEqual([
    ['withheld-name', 'Subject'],
    ['withheld-name', 'Cc'],
  ]);
});

test('a withheld name in small letters may be another word: somebody looks at its line', () => {
  const b = record({ title: 'Passthrough', thread: THREAD });
  b.add({ kind: 'participant-added', who: 'gma', name: 'Grant Masters' }).people('ben').subsystem('uvc');
  b.position('gma', 'uvc', 'standard-required');
  const entry = b.last;
  b.do((session, env) => decideSlipAnswer(session, { who: 'gma' as never, entry, answer: 'withheld' }, env));
  b.position('ben', 'uvc', 'standard-required', { rationale: 'GRANT says so, and we grant it' });
  const [finding, ...more] = found(b);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ kind: 'withheld-name', weight: 'look', entries: [b.last] });
  const mail = mailText(summarise(b.session, { at: AT, sha256: sha256Of }));
  expect(mail).toContain('name withheld says so, and we grant it');
});

test('the words of a private note stop the mail, and the note is what to jump to', () => {
  const b = settled().add({ kind: 'note-taken', text: 'they will be bought next year', private: true });
  const note = b.last;
  expect(found(b)).toEqual([]);
  b.call('uvc', 'consensus', { stance: 'standard-required', statement: 'because They will be bought\nnext year' });
  expect(found(b)[0]).toMatchObject({ kind: 'private-entry', weight: 'stop', entries: [note] });
});

test('a long mail is looked through with pauses, and what is found near its end has its line', () => {
  const b = settled();
  const trailer = 'Acked-by: ana@maintainers.example';
  const said = (text: string): Block => ({ type: 'paragraph', said: { text, links: [], from: [] } });
  const made = summarise(b.session, { at: AT, sha256: sha256Of });
  const fill = Array.from({ length: 6_000 }, (_, at) => said(`paragraph ${String(at)}`));
  const summary = { ...made, blocks: [...made.blocks, ...fill, said(trailer), said('the end')] };
  const steps = lintInSteps({ session: b.session, summary, envelope: ENVELOPE, limit: 1_000_000 });
  let pauses = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) pauses += 1;
  const line =
    mailText(summary)
      .split('\n')
      .findIndex((text) => text.includes(trailer)) + 1;
  expect(line).toBeGreaterThan(10_000);
  expect(step.value.find(({ kind }) => kind === 'trailer')?.lines).toEqual([line]);
  expect(pauses).toBeGreaterThan(6_000);
});
