import { expect, test } from 'vitest';
import type { Handle, Slug } from '../record/ids';
import type { Env } from '../record/env';
import { record, type Build } from '../testing/build';
import {
  decideJoinQueue,
  decideLeaveQueue,
  decideNextSpeaker,
  decideQueueGate,
  decideSpeakerDone,
  queueOf,
  speaker,
  type QueueKind,
} from './queue';

const uvc = 'uvc' as Slug;
const join = (b: Build, who: string, as: QueueKind = 'topic'): Build =>
  b.do((session, env) => decideJoinQueue(session, { who: who as Handle, subsystem: uvc, as }, env));
const next = (b: Build): Build => b.do((session, env) => decideNextSpeaker(session, { subsystem: uvc }, env));
const waiting = (b: Build): readonly string[] => queueOf(b.session, uvc).waiting.map(({ who }) => who);
const room = (): Build => record().people('ana', 'bo', 'cat', 'dee').subsystem('uvc');

test('a point of order goes before a question, a question before a reply, a reply before a topic; then first come', () => {
  const b = join(join(join(join(join(room(), 'ana'), 'bo'), 'cat', 'reply'), 'dee', 'order'), 'ana', 'question');
  expect(waiting(b)).toEqual(['dee', 'ana', 'cat', 'ana', 'bo']);
});

test('who is called leaves the queue, and ends the speech before', () => {
  const b = next(join(join(room(), 'ana'), 'bo'));
  expect([speaker(b.session)?.who, ...waiting(b)]).toEqual(['ana', 'bo']);
  next(b);
  expect([speaker(b.session)?.who, ...waiting(b)]).toEqual(['bo']);
  b.do(decideSpeakerDone);
  expect(speaker(b.session)).toBeUndefined();
});

test('who speaks when the room adjourns does not speak through the night', () => {
  const b = next(join(join(room(), 'ana'), 'bo'))
    .later(6)
    .add({ kind: 'session-adjourned' });
  expect(speaker(b.session)).toBeUndefined();
  expect([speaker(next(b).session)?.who]).toEqual(['bo']);
});

test('a next that was meant for another speaker than the one who speaks records nothing', () => {
  const b = next(join(join(join(room(), 'ana'), 'bo'), 'cat'));
  const shown = speaker(b.session)!.called;
  next(b);
  const before = b.lines.length;
  b.do((session, env) => decideNextSpeaker(session, { subsystem: uvc, after: shown }, env));
  expect(b.lines).toHaveLength(before);
  expect(speaker(b.session)?.who).toBe('bo');
});

test('a closed queue takes points of order alone, until it is opened again', () => {
  const b = room().do((session, env) => decideQueueGate(session, { subsystem: uvc, open: false }, env));
  const asked = (as: QueueKind): boolean =>
    decideJoinQueue(b.session, { who: 'ana' as Handle, subsystem: uvc, as }, { now: 0 } as Env).ok;
  expect(asked('topic')).toBe(false);
  expect(asked('question')).toBe(false);
  expect(waiting(join(b, 'ana', 'order'))).toEqual(['ana']);
  b.do((session, env) => decideQueueGate(session, { subsystem: uvc, open: true }, env));
  expect(waiting(join(b, 'bo'))).toEqual(['ana', 'bo']);
});

test('who leaves is out of the queue, and nobody leaves one that they are not in', () => {
  const leave = (who: string) => (session: Build['session'], env: Env) =>
    decideLeaveQueue(session, { who: who as Handle, subsystem: uvc }, env);
  const b = join(join(room(), 'ana'), 'bo').do(leave('ana'));
  expect(waiting(b)).toEqual(['bo']);
  expect(() => b.do(leave('ana'))).toThrow('ana is not in the queue of #uvc');
});
