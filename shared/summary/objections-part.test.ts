import { expect, test } from 'vitest';
import type { Id, Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { objections } from '../session/objections';
import { rules } from '../session/rules';
import { decideAmendObjection } from '../session/settle';
import { record } from '../testing/build';
import { summarise } from './summarise';
import { fullRecord } from './testing/full-record';
import { AT, on, part, uvc } from './testing/told';

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
