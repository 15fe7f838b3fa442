import { expect, test } from 'vitest';
import type { Id, Instant, Slug } from '../record/ids';
import { record } from '../testing/build';
import { decideUndo } from './acts';
import { windowEnd } from './calls';
import { decideAllSent, decideSent, isCovered, sentSummaries } from './sent';

const mail = (messageId: string) => ({ form: 'eml', messageId, to: ['summit@lists.example'], sha256: 'ab'.repeat(32) });
const room = () => record({ windowDays: 7 }).subsystem('uvc').people('ana');

test('the list window is counted from the first summary that was sent', () => {
  const build = room();
  expect(windowEnd(build.session)).toBeUndefined();
  build.do((session, env) => decideSent(session, mail('one@gavel.example'), env));
  const end = windowEnd(build.session) as Instant;
  expect(Date.parse(end) - Date.parse(sentSummaries(build.session)[0]?.id.slice(0, 24) ?? '')).toBe(7 * 86_400_000);
  build.later(60).do((session, env) => decideSent(session, mail('two@gavel.example'), env));
  expect(windowEnd(build.session)).toBe(end);
  expect(sentSummaries(build.session).map(({ version }) => version)).toEqual([1, 2]);
});

test('one mail is sent once, and covers what was in the record', () => {
  const build = room();
  const { last } = build;
  build.do((session, env) => decideSent(session, mail('one@gavel.example'), env));
  expect(sentSummaries(build.session)[0]?.upTo).toBe(last);
  expect(() => build.do((session, env) => decideSent(session, mail('one@gavel.example'), env))).toThrow('already');
  build.do(decideUndo);
  expect(sentSummaries(build.session)).toEqual([]);
});

test('what was recorded between making a mail and sending it is not covered by it', () => {
  const build = room();
  const { last } = build;
  build.position('ana', 'uvc', 'abstain');
  build.do((session, env) => decideSent(session, { ...mail('one@gavel.example'), upTo: last }, env));
  expect(sentSummaries(build.session)[0]?.upTo).toBe(last);
});

test('a mail that says how far each writer was covers no line of another that is merged later', () => {
  const build = room();
  const ours = build.last;
  const theirs = build.from('ben', 'benbenbe').position('ana', 'uvc', 'abstain').last;
  build.from('scribe', 'testtest');
  const covered = (covers?: readonly Id[]): readonly boolean[] => {
    const input = { ...mail(`${String(covers)}@gavel.example`), upTo: theirs, ...(covers && { covers }) };
    build.do((session, env) => decideSent(session, input, env));
    const sent = sentSummaries(build.session).at(-1);
    return sent === undefined ? [] : [ours, theirs, build.last].map(isCovered(sent));
  };
  expect(covered([ours])).toEqual([true, false, false]);
  expect(covered([ours, theirs])).toEqual([true, true, false]);
  // of a record that was copied all lines have one writer
  expect(covered([ours, build.lines[0]?.id ?? ours])).toEqual([true, false, false]);
  expect(covered()).toEqual([true, true, false]);
});

test('the whole and its extracts go out as one act, each the next version of its own', () => {
  const build = room().do((session, env) => decideSent(session, mail('one@gavel.example'), env));
  const uvc = { ...mail('uvc@gavel.example'), subsystem: 'uvc' as Slug };
  build.do((session, env) => decideAllSent(session, [mail('two@gavel.example'), uvc], env));
  expect(sentSummaries(build.session).map(({ version, subsystem }) => [version, subsystem])).toEqual([
    [1, undefined],
    [2, undefined],
    [1, 'uvc'],
  ]);
  expect(() => build.do((session, env) => decideAllSent(session, [mail('new@gavel.example'), uvc], env))).toThrow(
    'already',
  );
  build.do(decideUndo);
  expect(sentSummaries(build.session)).toHaveLength(1);
});
