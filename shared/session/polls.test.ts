import { expect, test } from 'vitest';
import type { Slug } from '../record/ids';
import { record } from '../testing/build';
import { decideCount, decidePoll, decideReveal, pollHere, polls, runningPoll } from './polls';

const uvc = 'uvc' as Slug;
const asked = (subsystem?: Slug) =>
  record()
    .subsystem('uvc')
    .do((session, env) =>
      decidePoll(
        session,
        { question: 'Ready?', options: ['yes', 'no'], ...(subsystem === undefined ? {} : { subsystem }) },
        env,
      ),
    );

test('a poll runs until it is revealed, counted or not', () => {
  const b = asked(uvc);
  expect(runningPoll(b.session)?.counts).toBeUndefined();
  b.do((session, env) => decideCount(session, [4, 1], env));
  expect(runningPoll(b.session)?.counts).toEqual([4, 1]);
  b.do(decideReveal);
  expect(runningPoll(b.session)).toBeUndefined();
  expect(polls(b.session)).toMatchObject([{ counts: [4, 1], revealed: true }]);
});

test('a page shows the last poll on it, and one at large until it is revealed', () => {
  const here = asked(uvc).do(decideReveal);
  expect(pollHere(here.session, uvc)?.question).toBe('Ready?');
  expect(pollHere(here.session, 'drm' as Slug)).toBeUndefined();
  const atLarge = asked();
  expect(pollHere(atLarge.session, uvc)?.question).toBe('Ready?');
  expect(pollHere(atLarge.do(decideReveal).session, uvc)).toBeUndefined();
});
