import type { On } from '../../record/entry';
import type { Id } from '../../record/ids';
import { callOn } from '../../session/calls';
import { questions } from '../../session/questions';
import { rules } from '../../session/rules';
import { record, type Build } from '../../testing/build';

/** A record with one of everything that a summary prints; every text in it is what `text` gives for its description. */
export function fullRecord(text: (what: string) => string = (what) => what): Build {
  const b = record({
    title: text('Device passthrough'),
    question: text('Where may a vendor passthrough live?'),
    zone: 'Europe/Vienna',
    place: text('Vienna'),
    heldOn: ['2024-09-17'],
    chair: 'cho',
    windowDays: 7,
    thread: { root: 'root@lists.example', subject: '[SUMMIT] Device passthrough', references: ['early@lists.example'] },
  });
  b.add(
    { kind: 'participant-added', who: 'cho', name: text('Chair'), role: 'chair' },
    { kind: 'participant-added', who: 'ana', name: text('ISP maintainer') },
    { kind: 'participant-added', who: 'ben', name: text('Media maintainer') },
    { kind: 'participant-added', who: 'eve', name: text('Distribution') },
    { kind: 'participant-added', who: 'dan', name: text('Vendor') },
  );
  b.subsystem('media', { name: text('Media input'), maintainers: ['ben'], standard: text('V4L2') });
  b.subsystem('isp', {
    name: text('Camera ISPs'),
    partOf: 'media',
    maintainers: ['ana', 'ben', 'fay'],
    openStack: text('libcamera'),
    question: text('How much of the stack is open?'),
  });
  b.subsystem('fwctl', { affects: ['media'] });

  const mail = [{ message: 'ben/1@lists.example', lines: [text('It works here.'), text('It works there.')] }];
  b.position('ana', 'isp', 'userspace-allowed', { rationale: text('works today') });
  b.position('ana', 'isp', 'standard-required', {
    rationale: text('a layout can be published'),
    livesWith: ['userspace-allowed'],
    conditions: [text('the layout is in the tree'), text('it is documented')],
  });
  b.add({ kind: 'condition-met', entry: b.last, n: 2 });
  b.position('ben', 'isp', 'userspace-allowed', { evidence: mail, via: 'ana', for: text('the media list') });
  b.position('dan', 'isp', 'passthrough-niche', { rationale: text('time to market') });
  b.position('eve', 'isp', 'abstain').position('cho', 'isp', 'recuse');

  b.objection('eve', 'isp', { rationale: text('reports become unreadable'), remedy: text('a decoder exists') });
  b.objection('dan', 'isp', { rationale: text('too late') }).settle(2, 'addressed', { who: 'cho', answer: text('no') });
  b.dispute(2, 'dan', text('that is no answer'));
  b.objection('ben', 'isp', { rationale: text('too early') }).settle(3, 'withdrawn', { who: 'dan' });
  b.objection('ben', 'isp', { until: '2024-09-24T10:00:00.000Z' }).objection('ana', 'isp');
  b.call('isp', 'rough', {
    stance: 'userspace-allowed',
    statement: text('an open stack'),
    reason: text('it was asked'),
  });
  const call = callOn(b.session, place({ subsystem: 'isp' }));
  b.position('fay', 'isp', 'userspace-allowed', { evidence: [{ room: '2024-09-17T09:00:00.000Z' }] });
  b.objection('fay', place({ call: call?.entry.id }), { rationale: text('nobody asked me') });
  b.call('media', 'consensus', { stance: 'standard-required' }).reopen('media');
  b.call('fwctl', 'deferred', { to: text('the media summit') });

  b.rule(text('A full open stack exists'));
  const rule = rules(b.session)[0]?.id as Id;
  b.answer('ana', 1, 'supports').answer('ben', 1, 'lives-with').answer('eve', 1, 'opposes', { evidence: mail });
  b.answer('dan', 1, 'abstains', { subsystem: 'isp', rationale: text('no view') });
  b.add(
    { kind: 'ruling-made', rule, subsystem: 'isp', state: 'claimed', who: 'ben', why: text('since 2020') },
    { kind: 'ruling-made', rule, subsystem: 'media', state: 'exception', scope: text('sensors'), until: '2025-01-01' },
  );
  b.objection('eve', place({ rule, subsystem: 'isp' }), { rationale: text('not here') });
  b.call(place({ rule }), 'consensus', { answer: 'opposes', statement: text('rejected') });
  b.add(
    {
      kind: 'question-raised',
      number: 1,
      text: text('Whose policy?'),
      who: 'ana',
      to: ['ben', 'dan'],
      on: { subsystem: 'isp' },
    },
    { kind: 'question-raised', number: 2, text: text('Is it documented?') },
  );
  const [first, second] = questions(b.session).map(({ id }) => id);
  b.add({ kind: 'question-answered', question: second as Id, answer: text('In part.'), who: 'ben' });
  b.objection('ana', place({ question: first }), { rationale: text('wrong question') });
  b.add({ kind: 'action-assigned', who: ['ana', 'ben'], text: text('Write it up'), accepted: true, due: '2024-10-01' });
  return b.add({ kind: 'action-assigned', who: ['eve'], text: text('Gather users'), subsystem: 'isp' });
}

// the one place where a test's plain object becomes what an entry is on
function place(on: object): On {
  return on as On;
}
