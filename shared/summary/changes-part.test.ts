import { expect, test } from 'vitest';
import type { Id, Instant, Slug } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { decideSent, type SentInput } from '../session/sent';
import { foldAll } from '../session/session';
import { record, type Build } from '../testing/build';
import { formText } from './forms';
import { summarise, type SummaryOptions } from './summarise';

const OPTIONS: SummaryOptions = { at: '2024-09-18T08:00:00.000Z' as Instant, sha256: sha256Of };

function sent(b: Build, messageId: string, subsystem?: string, covered: Partial<SentInput> = {}): Build {
  return b.do((session, env) =>
    decideSent(
      session,
      {
        form: 'eml',
        messageId,
        to: ['list@x.example'],
        sha256: 'x',
        ...(subsystem === undefined ? {} : { subsystem: subsystem as Slug }),
        ...covered,
      },
      env,
    ),
  );
}

function changes(b: Build, options: Partial<SummaryOptions> = {}): string {
  const mail = formText('mail', b.session, { ...OPTIONS, ...options });
  const from = mail.indexOf('== Changed since version');
  return from === -1 ? '' : mail.slice(from, mail.indexOf('== Where it stands'));
}

function room(): Build {
  const b = record()
    .people('ana', 'ben')
    .subsystem('uvc', { maintainers: ['ana'] })
    .subsystem('isp');
  b.position('ana', 'uvc', 'userspace-allowed').objection('ben', 'uvc', { rationale: 'too early' });
  return sent(b, 'v1@x.example');
}

test('version 2 says what became of things since version 1, not each step on the way', () => {
  const b = room();
  b.position('ana', 'uvc', 'passthrough-niche').position('ana', 'uvc', 'standard-required');
  b.settle(1, 'withdrawn', { who: 'ben' });
  b.call('uvc', 'consensus', { stance: 'standard-required' }).rule('A full stack');
  expect(summarise(b.session, OPTIONS).version).toBe(2);
  expect(changes(b)).toMatchInlineSnapshot(`
    "== Changed since version 1 ==

      -  uvc
         - the call is consensus for S; it was none
         - the assessment is unanimous S; it was contested
         - ana says S and said U before
         - objection 1 by ben is withdrawn; it was open
      -  elsewhere
         - rule 1 is new

    "
  `);
});

test('where nothing changed it says so; version 1 and since 0 tell no changes', () => {
  expect(changes(room())).toContain('Nothing.');
  expect(changes(room(), { since: 0 })).toBe('');
  expect(changes(record().subsystem('uvc'))).toBe('');
});

test('what another scribe had recorded before version 1 and was merged after it is told', () => {
  const b = room().from('bob', 'bobbobbo').position('ben', 'uvc', 'abstain');
  const theirs = b.last;
  b.from('scribe', 'testtest').position('ana', 'isp', 'standard-required');
  const { seal } = summarise(foldAll(b.lines.filter(({ id }) => id !== theirs)), OPTIONS);
  const { upTo, covers } = seal ?? {};
  sent(b, 'v2@x.example', undefined, { ...(upTo && { upTo }), ...(covers && { covers }) });
  expect(changes(b)).toContain('ben abstains');
  expect(changes(b)).not.toContain('ana');
});

test('versions of an extract are counted apart from those of the whole', () => {
  const b = sent(sent(room(), 'uvc1@x.example', 'uvc'), 'uvc2@x.example', 'uvc');
  expect(summarise(b.session, OPTIONS).version).toBe(2);
  expect(summarise(b.session, { ...OPTIONS, subsystems: ['uvc' as Slug] }).version).toBe(3);
});

test('what was struck since is said too, by whom it was and what it was', () => {
  const b = record().people('ana', 'ben').subsystem('uvc').subsystem('isp');
  const subsystem = b.last;
  b.position('ana', 'uvc', 'userspace-allowed').position('ben', 'uvc', 'abstain');
  const position = b.last;
  b.objection('ben', 'uvc', { rationale: 'too early' });
  const objection = b.last;
  b.rule('A full stack');
  const rule = b.last;
  b.answer('ana', 1, 'supports');
  b.add({ kind: 'question-raised', number: 1, text: 'Which one?' });
  const question = b.last;
  b.add({ kind: 'action-assigned', text: 'Write it', who: ['ana'] });
  const action = b.last;
  sent(b, 'v1@x.example');
  for (const id of [position, objection, rule, question, action, subsystem]) b.strike(id);
  expect(changes(b)).toMatchInlineSnapshot(`
    "== Changed since version 1 ==

      -  uvc
         - the assessment is below quorum; it was contested
         - ben has no position any more and abstained before
         - objection 1 by ben was struck from the record; it was open
      -  isp
         - struck from the record
      -  elsewhere
         - rule 1 was struck from the record
         - question 1 was struck from the record
         - the action of ana was struck from the record

    "
  `);
});

test('an answer to a rule, a condition that is met, another wording and an answer taken back are changes', () => {
  const b = record().people('ana', 'ben').subsystem('uvc');
  b.position('ana', 'uvc', 'userspace-allowed', { conditions: ['the stack is open', 'it stays so'] });
  const position = b.last;
  b.rule('A full stack').answer('ana', 1, 'supports');
  b.add({ kind: 'question-raised', number: 1, text: 'Which one?' });
  const question = b.last;
  b.add({ kind: 'question-answered', question, answer: 'This' });
  const answer = b.last;
  b.add({ kind: 'action-assigned', text: 'Write it', who: ['ana'] });
  const action = b.last;
  sent(b, 'v1@x.example');
  b.add({ kind: 'condition-met', entry: position, n: 1 });
  b.answer('ana', 1, 'opposes').answer('ben', 1, 'lives-with').answer('ben', 1, 'supports', { subsystem: 'uvc' });
  b.strike(answer);
  b.add({ kind: 'action-amended', action, text: 'Write it well', who: ['ana'], prev: [action] });
  b.position('ben', 'uvc', 'recuse');
  expect(changes(b)).toMatchInlineSnapshot(`
    "== Changed since version 1 ==

      -  uvc
         - what ana asks for is met: the stack is open
         - ben recuses
         - rule 1 here: ben supports it
      -  elsewhere
         - rule 1: ana opposes it and supported it before
         - rule 1: ben can live with it
         - question 1 is open again
         - the action of ana has other words

    "
  `);
});

test('what people that turned out to be one hold is not gone', () => {
  const b = record().people('ana', 'ana2').subsystem('uvc').position('ana2', 'uvc', 'userspace-allowed');
  sent(b, 'v1@x.example').add({ kind: 'participants-same', keep: 'ana', drop: 'ana2' });
  expect(changes(b)).toContain('Nothing.');
});

test('a condition that is not met after all, another answer to an objection and a dispute of it are changes', () => {
  const b = record().people('ana', 'ben', 'eve').subsystem('uvc');
  b.position('ana', 'uvc', 'userspace-allowed', { conditions: ['the stack is open', 'it stays so'] });
  b.add({ kind: 'condition-met', entry: b.last, n: 1 });
  const met = b.last;
  b.objection('ben', 'uvc', { rationale: 'too early' }).settle(1, 'addressed', { who: 'ana', answer: 'it is tested' });
  b.objection('eve', 'uvc', { rationale: 'too late' }).dispute(2, 'ana', 'it is in time');
  const dispute = b.last;
  b.rule('A full stack').answer('eve', 1, 'lives-with', { conditions: ['there are tests'] });
  const answer = b.last;
  sent(b, 'v1@x.example').strike(met).strike(dispute).add({ kind: 'condition-met', entry: answer, n: 1 });
  b.settle(1, 'addressed', { who: 'ana', answer: 'it will be tested' }).dispute(1, 'eve', 'nobody tests it');
  expect(changes(b)).toMatchInlineSnapshot(`
    "== Changed since version 1 ==

      -  uvc
         - what ana asks for is not met any more: the stack is open
         - objection 1 by ben has another answer
         - objection 1 by ben is disputed by eve
         - objection 2 by eve is not disputed by ana any more
      -  elsewhere
         - rule 1: what eve asks for is met: there are tests

    "
  `);
});

test('a ruling that is another, new or struck, and other words of a call, a rule and a question are changes', () => {
  const b = record().people('ana').subsystem('uvc').call('uvc', 'deferred', { statement: 'later' });
  const rules = ['A full stack', 'A test', 'A driver'].map((text) => b.rule(text).last);
  const [first, second, third] = rules as [Id, Id, Id];
  const ruling = (rule: Id, state: 'claimed' | 'in-force') =>
    b.add({ kind: 'ruling-made', rule, subsystem: 'uvc', state }).last;
  const before = ruling(first, 'claimed');
  const gone = ruling(second, 'claimed');
  b.add({ kind: 'question-raised', number: 1, text: 'Which one?' });
  const question = b.last;
  sent(b, 'v1@x.example').strike(gone);
  b.add({ kind: 'ruling-made', rule: first, subsystem: 'uvc', state: 'in-force', prev: [before] });
  ruling(third, 'claimed');
  b.call('uvc', 'deferred', { statement: 'next year' });
  b.add({ kind: 'rule-amended', rule: first, number: 1, text: 'A whole stack', prev: [first] });
  b.add({ kind: 'question-raised', number: 1, text: 'Which of them?', prev: [question] });
  expect(changes(b)).toMatchInlineSnapshot(`
    "== Changed since version 1 ==

      -  uvc
         - the call has other words
         - rule 1 is in force here; it was claimed
         - rule 3 is claimed here
         - rule 2 was claimed here, which was struck from the record
      -  elsewhere
         - rule 1 has another text
         - question 1 has another text

    "
  `);
});
