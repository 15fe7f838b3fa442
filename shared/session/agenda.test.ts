import { expect, test } from 'vitest';
import type { Instant, Slug } from '../record/ids';
import { record, type Build } from '../testing/build';
import { decideUndo } from './acts';
import { agenda, decideAgenda, decideResume, deferred, leftBehind, projectedEnd, spentOn } from './agenda';
import { decideJoinQueue, queueOf } from './queue';
import { decideTurnTo, openSubsystem } from './subsystems';

const slug = (name: string): Slug => name as Slug;
const turn = (b: Build, to: string): Build => b.do((session, env) => decideTurnTo(session, slug(to), env));
const minutes = (b: Build, on: string, at: Instant = b.now): number =>
  Math.floor(spentOn(b.session, slug(on), at) / 60_000);

test('the clock of a subsystem runs while the room is on it, and goes on when the room comes back', () => {
  const b = record().subsystem('uvc', { minutes: 20 }).subsystem('drm');
  expect(minutes(b, 'uvc')).toBe(0);
  turn(b, 'uvc').later(10);
  expect(minutes(b, 'uvc')).toBe(10);
  turn(b, 'drm').later(5);
  expect([minutes(b, 'uvc'), minutes(b, 'drm')]).toEqual([10, 5]);
  turn(b, 'uvc').later(7);
  expect(minutes(b, 'uvc')).toBe(17);
});

test('where the room adjourned, it turns to the same subsystem the next day, and the clock goes on', () => {
  const b = turn(record().subsystem('uvc'), 'uvc')
    .later(12)
    .add({ kind: 'session-adjourned' })
    .later(15 * 60);
  expect(minutes(b, 'uvc')).toBe(12);
  turn(b, 'uvc').later(3);
  expect(minutes(b, 'uvc')).toBe(15);
  const { length } = b.lines;
  turn(b, 'uvc');
  expect(b.lines).toHaveLength(length);
});

test('a turn that nobody ended counts for nothing the next day', () => {
  const b = turn(record().subsystem('uvc'), 'uvc').later(24 * 60);
  expect(minutes(b, 'uvc')).toBe(0);
});

test('the room turns again to what it was on when it went home without a word, and the clock goes on from its whole turns', () => {
  const b = turn(turn(turn(record().subsystem('uvc').subsystem('drm'), 'uvc').later(12), 'drm'), 'uvc').later(24 * 60);
  turn(b, 'uvc').later(3);
  expect(openSubsystem(b.session)?.slug).toBe('uvc');
  expect(minutes(b, 'uvc')).toBe(15);
  const { length } = b.lines;
  turn(b, 'uvc');
  expect(b.lines).toHaveLength(length);
});

test('the end is projected from what is left of this one and from what was not reached', () => {
  const b = record().subsystem('uvc', { minutes: 20 }).subsystem('drm', { minutes: 30 }).subsystem('cxl');
  const end = () => Math.round((Date.parse(projectedEnd(b.session, b.now) ?? '') - Date.parse(b.now)) / 60_000);
  expect(end()).toBe(50);
  turn(b, 'uvc').later(15);
  expect(end()).toBe(35);
  b.later(15);
  expect(end()).toBe(30);
  b.call('drm', 'deferred');
  expect(projectedEnd(b.session, b.now)).toBeUndefined();
});

test('leaving says who is still queued, what is still objected, and that there is no call', () => {
  const b = record().people('ana').subsystem('uvc');
  expect(leftBehind(b.session, slug('uvc'))).toEqual(['no call']);
  b.add({ kind: 'queue-joined', who: 'ana', subsystem: 'uvc', as: 'topic' } as never);
  b.objection('ana', 'uvc', { rationale: 'no' });
  expect(leftBehind(b.session, slug('uvc'))).toEqual(['1 in the queue', '1 open objection', 'no call']);
  b.call('uvc', 'deferred').settle(1, 'withdrawn', { who: 'ana' });
  expect(leftBehind(b.session, slug('uvc'))).toEqual(['1 in the queue']);
});

test('an agenda is put in order in one act that amends what changes and keeps the rest', () => {
  const b = record()
    .subsystem('uvc', { question: 'Where?', minutes: 20 })
    .subsystem('drm')
    .subsystem('cxl', { minutes: 5 });
  b.do((session, env) =>
    decideAgenda(session, [{ subsystem: slug('drm'), minutes: 30 }, { subsystem: slug('uvc') }], env),
  );
  expect(agenda(b.session)).toEqual([
    { subsystem: 'drm', minutes: 30 },
    { subsystem: 'uvc' },
    { subsystem: 'cxl', minutes: 5 },
  ]);
  expect(b.lines.at(-1)).toMatchObject({ subsystem: 'cxl', minutes: 5, order: 3 });
  expect(b.lines.find((entry) => entry.kind === 'subsystem-amended' && 'question' in entry)).toMatchObject({
    subsystem: 'uvc',
    question: 'Where?',
  });
  const same = agenda(b.session);
  expect(decideAgenda(b.session, same, { now: 0, by: 'sue' as never, writer: 'testtest' as never })).toEqual({
    ok: true,
    value: [],
  });
  const twice = [...same, ...same];
  expect(decideAgenda(b.session, twice, { now: 0, by: 'sue' as never, writer: 'testtest' as never }).ok).toBe(false);
});

test('what a call defers is listed with where to, and taken up again with its queue as one act', () => {
  const b = record().people('ana').subsystem('uvc').subsystem('isp');
  turn(b, 'isp');
  b.do((session, env) =>
    decideJoinQueue(session, { who: 'ana' as never, subsystem: slug('isp'), as: 'topic' }, env),
  ).call('isp', 'deferred', { to: 'the media summit' });
  turn(b, 'uvc');
  expect(deferred(b.session)).toEqual([{ slug: 'isp', to: 'the media summit' }]);
  b.do((session, env) => decideResume(session, slug('isp'), env));
  expect(deferred(b.session)).toEqual([]);
  expect(openSubsystem(b.session)?.slug).toBe('isp');
  expect(queueOf(b.session, slug('isp')).waiting.map(({ who }) => who)).toEqual(['ana']);
  b.do((session, env) => decideUndo(session, env));
  expect(openSubsystem(b.session)?.slug).toBe('uvc');
  expect(deferred(b.session)).toHaveLength(1);
  expect(decideResume(b.session, slug('uvc'), { now: 0, by: 'ana' as never, writer: 'testtest' as never }).ok).toBe(
    false,
  );
});
