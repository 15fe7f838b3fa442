import { expect, test } from 'vitest';
import { snapshotOf } from '../consensus/departure';
import { withoutPrivate } from '../file/share';
import type { On } from '../record/entry';
import type { Id, Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { callOn, decideReopenCall } from '../session/calls';
import { rules } from '../session/rules';
import { foldAll } from '../session/session';
import { record } from '../testing/build';
import { summarise } from './summarise';
import { fullRecord } from './testing/full-record';
import { AT, mailOf, on, part, squeezed, uvc } from './testing/told';

test('the mail of a record with one of everything', async () => {
  await expect(mailOf(fullRecord().session)).toMatchFileSnapshot('./testing/full-record.mail.txt');
});

test('it replies in its thread under the thread’s subject; without a thread the title is the subject', () => {
  const thread = { root: 'r@x.example', subject: '[SUMMIT] Passthrough', references: ['q@x.example'] };
  const summary = summarise(record({ thread }).session, { at: AT, sha256: sha256Of });
  expect(summary.subject).toBe('Re: [SUMMIT] Passthrough');
  expect(summary.thread).toEqual({ inReplyTo: 'r@x.example', references: ['q@x.example', 'r@x.example'] });
  const alone = summarise(record({ title: 'Passthrough' }).session, { at: AT, sha256: sha256Of });
  expect([alone.subject, alone.thread]).toEqual(['Passthrough', undefined]);
});

test('abstaining and no position are two things, in the table and in the list', () => {
  const b = uvc().position('ana', 'uvc', 'abstain');
  expect(mailOf(b.session)).toMatch(/Subsystem {2}S {2}U {2}P {2}A {2}\. .*\n.*\n {2}uvc {8}0 {2}0 {2}0 {2}1 {2}2 /);
  expect(part(b, 'uvc')).toMatch(/A ana \(seat\) 17 Sep 2024 \. ben \(seat\)/);
});

test('a call stands beside the open objections, in the table and in its part, and no call is made from counts', () => {
  const b = uvc().position('ana', 'uvc', 'standard-required').position('ben', 'uvc', 'standard-required');
  expect(mailOf(b.session)).toMatch(/uvc .* unanimous S {2}none {2}0\n/);
  expect(part(b, 'uvc')).toContain('Call none Assessment unanimous');
  b.objection('eve', 'uvc', { rationale: 'unreadable' });
  b.call('uvc', 'rough', { stance: 'standard-required', statement: 'as specified' });
  expect(mailOf(b.session)).toMatch(/uvc .* contested {3}rough consensus S {2}1\n/);
  expect(part(b, 'uvc')).toMatch(/Call rough consensus for S .* as specified .* Objections objection 1 open/);
});

test('an objection to a rule or a question about a subsystem stands beside that subsystem’s call too', () => {
  const b = uvc().rule('A stack exists');
  b.objection('eve', on({ rule: rules(b.session)[0]?.id, subsystem: 'uvc' }), { rationale: 'not here' });
  expect(part(b, 'uvc')).toContain('Objections objection 1 open, on rule 1 here');
  expect(part(b, 'Rule 1')).toContain('1 eve (outside), for uvc, open');
});

test('a rule that nobody answered is contested where an objection blocks it, and its call stands beside that', () => {
  const b = uvc().rule('A stack exists').rule('Another');
  b.objection('eve', on({ rule: rules(b.session)[0]?.id }), { rationale: 'which one' });
  expect(part(b, 'Rule 1')).toContain('Call none Assessment contested: objection 1 by eve');
  expect(part(b, 'Rule 2')).not.toContain('Assessment');
});

test('a call without wording, or that departs without a reason, is marked; so is one made on another assessment', () => {
  const b = uvc().position('ana', 'uvc', 'standard-required').position('ben', 'uvc', 'userspace-allowed');
  b.call('uvc', 'consensus', { stance: 'standard-required', assessment: { state: 'contested', because: ['x'] } });
  expect(part(b, 'uvc')).toContain(
    'No wording was recorded with it. It departs from the assessment and gives no reason.',
  );
  expect(part(b, 'uvc')).toContain('When it was made, the assessment was contested.');
  b.call('uvc', 'consensus', { stance: 'standard-required', statement: 'so be it', reason: 'ben agreed off list' });
  expect(part(b, 'uvc')).toContain('so be it The reason given: ben agreed off list Assessment split');
});

test('a call is held against the assessment that it was made on, whatever was said since', () => {
  const b = uvc().position('ana', 'uvc', 'standard-required').position('ben', 'uvc', 'standard-required');
  const assessment = snapshotOf(b.session, on({ subsystem: 'uvc' }), AT);
  b.call('uvc', 'consensus', { stance: 'passthrough-niche', statement: 'so be it', ...(assessment && { assessment }) });
  const departs = 'so be it It departs from the assessment and gives no reason.';
  expect(part(b, 'uvc')).toContain(departs);
  b.position('ana', 'uvc', 'passthrough-niche').position('ben', 'uvc', 'passthrough-niche');
  expect(part(b, 'uvc')).toContain(`${departs} When it was made, the assessment was unanimous for S.`);
  b.call('uvc', 'consensus', { stance: 'passthrough-niche', assessment: { state: 'unanimous', because: ['by hand'] } });
  expect(part(b, 'uvc')).not.toMatch(/departs|When it was made/);
});

test('a call against a rule that everybody supports departs from it', () => {
  const b = record()
    .people('ana', 'ben')
    .rule('A stack exists')
    .answer('ana', 1, 'supports')
    .answer('ben', 1, 'supports');
  b.call(on({ rule: rules(b.session)[0]?.id }), 'consensus', { answer: 'opposes', statement: 'no' });
  expect(part(b, 'Rule 1')).toContain('It departs from the assessment and gives no reason.');
});

test('calls are tentative until the list window ends, which counts from the first summary sent', () => {
  const b = record({ windowDays: 7 }).subsystem('uvc').call('uvc', 'no-consensus', { statement: 'x' });
  expect(squeezed(mailOf(b.session))).toContain(
    'Calls are tentative until Wed, 25 Sep 2024, 08:00 UTC, 7 days after this was written.',
  );
  expect(part(b, 'uvc')).toContain('no consensus, tentative');
  const sent = { version: 1, form: 'mail', messageId: 'm@x', to: ['l@x.example'], sha256: '0' };
  b.add({ kind: 'summary-sent', ...sent, upTo: b.last });
  expect(squeezed(mailOf(b.session))).toContain('Calls are tentative until Tue, 24 Sep 2024, 08:00 UTC.');
  const late = { at: '2024-10-01T00:00:00.000Z' as Instant };
  expect(squeezed(mailOf(b.session, late))).toContain('The time to contest the calls ended Tue, 24 Sep 2024');
  expect(part(b, 'uvc', late)).not.toContain('tentative');
});

test('a reopened call is none, with what it was and why it was reopened', () => {
  const b = uvc().call('uvc', 'rough', { stance: 'standard-required', statement: 'x' });
  const call = callOn(b.session, on({ subsystem: 'uvc' }))?.entry.id as Id;
  b.add({ kind: 'call-reopened', call, why: 'new hardware' });
  expect(part(b, 'uvc')).toContain(
    'Call reopened; it was rough consensus for S 17 Sep 2024 x Reopened because: new hardware',
  );
  expect(part(b, 'Not decided')).toContain('The call was reopened on uvc.');
});

test('what is not decided are the subsystems and the rules alike: without a call, reopened, without consensus, deferred', () => {
  const b = record();
  for (const slug of ['a', 'b', 'c', 'd', 'e', 'f']) b.subsystem(slug).rule(`rule ${slug}`);
  const rule = (number: number): On => on({ rule: rules(b.session)[number - 1]?.id });
  for (const place of [on({ subsystem: 'b' }), rule(2)]) {
    b.call(place, 'deferred').do((session, env) => decideReopenCall(session, { on: place }, env));
  }
  b.call('c', 'no-consensus').call(rule(3), 'no-consensus').call('d', 'deferred').call(rule(4), 'deferred');
  for (const place of [on({ subsystem: 'e' }), rule(5)]) {
    b.call(place, 'no-consensus').unseen({ kind: 'call-made', on: place, call: 'deferred' });
  }
  b.call('f', 'rough', { stance: 'passthrough-niche' }).call(rule(6), 'rough', { answer: 'supports' });
  expect(part(b, 'Not decided')).toContain(
    '- There is no call on a. - The call was reopened on b. ' +
      '- Calls that differ stand, and nobody has resolved it, on e. ' +
      '- There is no consensus on c. - The call is deferred on d. ' +
      '- There is no call on rule 1. - The call was reopened on rule 2. ' +
      '- Calls that differ stand, and nobody has resolved it, on rule 5. ' +
      '- There is no consensus on rule 3. - The call is deferred on rule 4.',
  );
});

test('a position carries its reason, what its holder can live with, what it was before, and its conditions with their state', () => {
  const b = uvc().position('ana', 'uvc', 'userspace-allowed');
  b.position('ana', 'uvc', 'standard-required', {
    rationale: 'it can be published',
    livesWith: ['passthrough-niche', 'userspace-allowed'],
    conditions: ['in the tree', 'documented'],
  });
  b.add({ kind: 'condition-met', entry: b.last, n: 1 });
  expect(part(b, 'uvc')).toContain(
    'S ana (seat) 17 Sep 2024 it can be published - on condition (met): in the tree ' +
      '- on condition (not met): documented Can live with U and P. Was U before.',
  );
  expect(part(b, 'uvc', { rationales: false })).not.toContain('it can be published');
  expect(part(b, 'uvc', { rationales: false })).toContain('on condition (not met): documented');
});

test('the state is said once, and of people’s words nothing is cut', () => {
  const b = uvc().position('ana', 'uvc', 'standard-required', { conditions: ['conditional: all docs public'] });
  b.position('ben', 'uvc', 'standard-required').objection('eve', 'uvc');
  expect(part(b, 'uvc')).toContain('unmet condition of ana (seat): conditional: all docs public');
  b.objection('eve', 'uvc', { rationale: 'one' }).objection('eve', 'uvc', { rationale: 'contested: two' });
  expect(part(b, 'uvc')).toMatch(/Assessment contested: objection 2 by .* - objection 3 by eve \(outside\) is open/);
});

test('none of the program’s own sentences looks like a trailer', () => {
  const b = uvc().position('ana', 'uvc', 'standard-required').position('ana', 'uvc', 'none');
  b.add({ kind: 'action-assigned', who: ['ana'], text: 'a page' });
  b.add({ kind: 'action-dropped', action: b.last, why: 'moot' });
  expect(part(b, 'uvc')).toContain('It was cleared, so no position stands. Was S before.');
  expect(part(b, 'Actions')).toContain('ana, dropped a page The reason given: moot');
  expect(mailOf(b.session)).not.toMatch(/^ *\| /m);
});

test('hearsay is printed as hearsay, and for whom somebody speaks', () => {
  const b = uvc().position('ana', 'uvc', 'standard-required', { via: 'ben', for: 'a distribution' });
  expect(part(b, 'uvc')).toContain('As reported by ben, not in their own words. Speaks for a distribution.');
});

test('where no reason was recorded, up to three lines of the mail stand in its place, exactly', () => {
  const lines = ['  one,   two', 'three', 'four', 'five'];
  const b = uvc().position('ana', 'uvc', 'standard-required', { evidence: [{ message: 'a/b@x.example', lines }] });
  expect(mailOf(b.session)).toContain('\n  >   one,   two\n  > three\n  > four\n  > [...]\n');
  expect(mailOf(b.session)).toContain('\n[1] https://lore.kernel.org/r/a%2Fb@x.example\n');
});

test('what is said after the call is marked so', () => {
  const b = uvc().position('ana', 'uvc', 'standard-required').call('uvc', 'no-consensus', { statement: 'x' });
  b.position('ben', 'uvc', 'userspace-allowed').objection('eve', 'uvc', { rationale: 'no' });
  expect(part(b, 'uvc')).toMatch(/ben \(seat\) 17 Sep 2024 Said after the call\./);
  expect(part(b, 'uvc')).toContain('no Raised after the call.');
  expect(part(b, 'uvc')).not.toMatch(/ana \(seat\) 17 Sep 2024 Said after/);
});

test('positions of affected people and of outsiders stand beside the seats’', () => {
  const b = uvc().subsystem('fwctl', { maintainers: ['eve'], affects: ['uvc'] });
  b.position('ana', 'fwctl', 'standard-required').position('eve', 'fwctl', 'passthrough-niche');
  b.people('zoe').position('zoe', 'fwctl', 'standard-required');
  const text = part(b, 'fwctl');
  expect(text).toContain('It affects uvc, whose maintainers have a say.');
  for (const name of ['S ana (affected)', 'P eve (seat)', 'S zoe (outside)', '. ben (affected)'])
    expect(text).toContain(name);
  expect(part(b, 'uvc')).toContain('It is affected by fwctl.');
});

test('a claim is printed as a claim, with who makes it', () => {
  const b = uvc().rule('A stack exists');
  const rule = rules(b.session)[0]?.id as Id;
  b.add({
    kind: 'ruling-made',
    rule,
    subsystem: 'uvc',
    state: 'claimed',
    who: 'eve',
    evidence: [{ message: 'c@x', lines: ['we do'] }],
  });
  expect(part(b, 'Rule 1')).toContain('claimed for uvc by eve [1] 17 Sep 2024 > we do');
  expect(part(b, 'uvc')).toContain('Rules 1 claimed');
});

test('a part stands under what it is a part of', () => {
  const b = record().subsystem('media').subsystem('drm').subsystem('isp', { partOf: 'media' });
  expect(mailOf(b.session)).toMatch(/\n {2}media .*\n {4}isp .*\n {2}drm /);
  expect(part(b, 'isp, part of media')).not.toBe('');
});

test('with subsystems chosen it covers them and their parts, and says so', () => {
  const b = record().subsystem('media').subsystem('drm').subsystem('isp', { partOf: 'media' });
  const mail = mailOf(b.session, { subsystems: ['media' as never] });
  expect(squeezed(mail)).toContain('still open on media and isp (of 3 subsystems)');
  expect(mail).not.toContain('drm');
});

test('being asked and having accepted are two things', () => {
  const b = record().add(
    { kind: 'action-assigned', who: ['ana'], text: 'a page', accepted: true, due: '2024-10-01' },
    { kind: 'action-assigned', who: ['ben'], text: 'a talk' },
  );
  expect(part(b, 'Actions')).toContain('- ana (by 1 Oct 2024), accepted a page - ben, asked, not accepted yet a talk');
});

test('what is private, and what names it, is in no mail and not in its seal', () => {
  const open = fullRecord();
  const b = fullRecord().add({ kind: 'note-taken', text: 'he said off the record', subsystem: 'isp', private: true });
  b.add({ kind: 'question-raised', number: 9, text: 'may I quote the note?', prev: [b.last] } as never);
  expect(mailOf(b.session)).toBe(mailOf(foldAll(withoutPrivate(b.lines))));
  expect(mailOf(b.session)).toBe(mailOf(open.session));
});

test('times are in the session’s zone, and an unknown zone reads as UTC', () => {
  const zoned = (zone: string): string => mailOf(record({ zone }).session);
  expect(zoned('Asia/Tokyo')).toContain('until Tue, 17 Sep 2024, 17:00 +0900');
  expect(zoned('Nowhere/At-All')).toContain('until Tue, 17 Sep 2024, 08:00 UTC');
});

test('no percentage is printed where nobody typed one', () => {
  expect(mailOf(fullRecord().session).replace(/^\[\d+\] .*$/gm, '')).not.toContain('%');
});
