import { expect, test } from 'vitest';
import { snapshotOf } from '../consensus/departure';
import { withoutPrivate } from '../file/share';
import type { Draft, On } from '../record/entry';
import type { Id, Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { actions } from '../session/actions';
import { callOn, decideReopenCall } from '../session/calls';
import { objections } from '../session/objections';
import { questions } from '../session/questions';
import { rules } from '../session/rules';
import { decideAmendObjection } from '../session/settle';
import { foldAll, type Session } from '../session/session';
import { record, type Build } from '../testing/build';
import { mailText } from './mail-text';
import { summarise, type SummaryOptions } from './summarise';
import { fullRecord } from './testing/full-record';

const AT = '2024-09-18T08:00:00.000Z' as Instant;

function mailOf(session: Session, options: Partial<SummaryOptions> = {}): string {
  return mailText(summarise(session, { at: AT, sha256: sha256Of, ...options }));
}

/** Each run of spaces and line ends as one space. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** What stands between a heading and the next one, squeezed. */
function part({ session }: Build, heading: string, options: Partial<SummaryOptions> = {}): string {
  const mail = mailOf(session, options);
  const from = mail.indexOf(`== ${heading} ==`);
  if (from === -1) return '';
  const end = mail.indexOf('\n==', from + 3);
  return squeezed(mail.slice(from, end === -1 ? undefined : end));
}

function uvc(): Build {
  return record()
    .people('ana', 'ben', 'eve')
    .subsystem('uvc', { maintainers: ['ana', 'ben'] });
}

function on(place: object): On {
  return place as On;
}

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

test('an objection carries its owner’s standing, what would remove it, and what became of it', () => {
  const b = record({ chair: 'cho' })
    .people('cho', 'ana', 'eve')
    .subsystem('uvc', { maintainers: ['ana'] });
  b.objection('eve', 'uvc', { rationale: 'unreadable', remedy: 'a decoder' });
  expect(part(b, 'uvc')).toContain('1 eve (outside), open 17 Sep 2024 unreadable - what would remove it: a decoder');
  b.settle(1, 'addressed', { who: 'cho', answer: 'there is one' });
  expect(part(b, 'uvc')).toContain('Answered, not accommodated, by cho, 17 Sep 2024: there is one');
  b.dispute(1, 'eve', 'it is closed');
  expect(part(b, 'uvc')).toContain('1 eve (outside), open');
  expect(part(b, 'uvc')).toContain('eve disputes the answer, 17 Sep 2024: it is closed');
});

test('a settlement by the wrong person is told, and what it means', () => {
  const b = record({ chair: 'cho' }).subsystem('uvc').objection('eve', 'uvc', { rationale: 'no' });
  b.settle(1, 'withdrawn', { who: 'ana' });
  expect(part(b, 'uvc')).toContain('Withdrawn by ana, 17 Sep 2024, who is not its author: it stays open.');
  b.settle(1, 'deferred', { who: 'ana' });
  expect(part(b, 'uvc')).toContain('Deferred by ana, 17 Sep 2024, who is not the chair: it stays open.');
});

test('a settlement by the wrong person beside an answer that counts does not count', () => {
  const b = record({ chair: 'cho' }).subsystem('uvc').objection('eve', 'uvc', { rationale: 'no' });
  b.settle(1, 'addressed', { who: 'cho', answer: 'there is one' }).settle(1, 'withdrawn', { who: 'ana' });
  expect(part(b, 'uvc')).toContain('Withdrawn by ana, 17 Sep 2024, who is not its author: that does not count.');
});

test('what two scribes recorded of one settlement or one answer is all printed, as a conflict', () => {
  const b = uvc().objection('eve', 'uvc', { rationale: 'no' }).settle(1, 'withdrawn');
  b.unseen({
    kind: 'objection-settled',
    objection: objections(b.session)[0]?.id,
    who: 'ben',
    disposition: 'addressed',
    answer: 'done',
  } as Draft);
  const text = part(b, 'uvc');
  expect(text).toContain('Objections objection 1 addressed (in conflict)');
  expect(text).toContain('1 eve (outside), addressed (in conflict)');
  expect(text).toContain('conflict: how objection 1 by eve (outside) was settled was recorded differently');
  expect(text).toContain('In conflict: how it was settled was recorded differently, and nobody has resolved it.');
  expect(text).toContain('Withdrawn by eve');
  expect(text).toContain('Answered, not accommodated, by ben');

  b.add({ kind: 'question-raised', number: 1, text: 'which?' });
  const question = b.last;
  b.add({ kind: 'question-answered', question, answer: 'this one' });
  b.unseen({ kind: 'question-answered', question, who: 'ben', answer: 'that one' });
  expect(part(b, 'Answered questions')).toContain(
    'Answered, 17 Sep 2024: this one Answered by ben, 17 Sep 2024: that one ' +
      'In conflict: it was answered differently, and nobody has resolved it.',
  );
});

test('of a text in conflict every record is printed', () => {
  const b = uvc().rule('a stack').objection('eve', 'uvc', { rationale: 'no' });
  b.add(
    { kind: 'question-raised', number: 1, text: 'which?' },
    { kind: 'action-assigned', text: 'a page', who: ['ana'] },
  );
  const [rule, objection] = [rules(b.session)[0]?.id, objections(b.session)[0]?.id];
  const [question, action] = [questions(b.session)[0]?.id, actions(b.session)[0]?.id];
  const both = (draft: object, one: object, other: object): void => {
    b.add({ ...draft, ...one } as Draft).unseen({ ...draft, ...other } as Draft);
  };
  both({ kind: 'rule-amended', number: 1, rule }, { text: 'an open stack' }, { text: 'a free stack' });
  const amended = { kind: 'objection-amended', number: 1, who: 'eve', on: { subsystem: 'uvc' }, objection };
  both(amended, { rationale: 'no way' }, { rationale: 'not so', remedy: 'a decoder' });
  both({ kind: 'action-amended', who: ['ana'], action }, { text: 'a talk' }, { text: 'a book' });
  b.add({ kind: 'question-raised', number: 1, text: 'which one?', prev: [question] } as Draft);
  b.unseen({ kind: 'question-raised', number: 1, text: 'which two?', prev: [question] } as Draft);
  const also = (words: string): string => `In conflict: also recorded as "${words}", and nobody has resolved it.`;
  expect(part(b, 'Rule 1')).toContain(also('an open stack'));
  expect(part(b, 'uvc')).toContain(also('no way'));
  expect(part(b, 'Actions')).toContain(also('a talk'));
  expect(part(b, 'Open questions')).toContain(also('which one?'));
});

test('the numbers of objections are no counts', () => {
  const b = uvc();
  for (const who of ['ana', 'ben', 'eve']) b.objection(who, 'uvc', { rationale: 'no' });
  b.settle(2, 'withdrawn');
  expect(part(b, 'uvc')).toContain('Objections objections 1 and 3 open, objection 2 withdrawn');
});

test('an objection that was raised before the call stays so when its words are corrected', () => {
  const b = uvc().objection('eve', 'uvc', { rationale: 'no layuot' }).call('uvc', 'no-consensus', { statement: 'x' });
  const objection = objections(b.session)[0]?.id as Id;
  b.do((session, env) => decideAmendObjection(session, { objection, rationale: 'no layout' }, env));
  expect(part(b, 'uvc')).toContain('no layout Its words were changed on 17 Sep 2024.');
  expect(part(b, 'uvc')).not.toContain('Raised after the call.');
});

test('a hold says until when; dissent without a reason says that it does not block', () => {
  const b = uvc().objection('ana', 'uvc', { until: '2024-09-20T00:00:00.000Z' }).objection('ben', 'uvc');
  expect(part(b, 'uvc')).toContain('Asks for time until Fri, 20 Sep 2024, 00:00 UTC.');
  expect(part(b, 'uvc')).toContain('Recorded without a reason, so it does not block.');
  const late = { at: '2024-10-01T00:00:00.000Z' as Instant };
  expect(part(b, 'uvc', late)).toContain('The time asked for ended Fri, 20 Sep 2024, 00:00 UTC, so it does not block.');
});

test('every objection is printed in full once, also where what it is about was struck', () => {
  const b = fullRecord();
  b.rule('A second rule').objection('eve', on({ rule: rules(b.session)[1]?.id }), { rationale: 'no second rule' });
  b.strike(rules(b.session)[1]?.id);
  const marks = summarise(b.session, { at: AT, sha256: sha256Of }).blocks.flatMap((block) =>
    block.type === 'items' && block.of === 'objections' ? block.items.map(({ mark }) => mark) : [],
  );
  expect(marks.sort()).toEqual(
    objections(b.session)
      .map(({ label }) => label)
      .sort(),
  );
  expect(part(b, 'Not decided')).toContain('What these objections are about is no longer in the record.');
});

test('two scribes who recorded one position differently are a conflict, and both are printed', () => {
  const b = uvc();
  const seen = b.last;
  b.position('ana', 'uvc', 'standard-required', { rationale: 'as one heard it' });
  const prev = { prev: [seen] };
  b.from('other', 'otherabc');
  const entry = {
    kind: 'position-taken',
    who: 'ana',
    subsystem: 'uvc',
    stance: 'userspace-allowed',
    rationale: 'as the other did',
  };
  const line = { id: '2024-09-17T08:00:30.000Z-000-otherabc', by: 'other', ...entry, ...prev };
  const session = foldAll([...b.lines, line as never]);
  const text = squeezed(mailOf(session));
  expect(text).toContain('as one heard it In conflict: also recorded as U, and nobody has resolved it.');
  expect(text).toContain('as the other did In conflict: also recorded as S, and nobody has resolved it.');
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
