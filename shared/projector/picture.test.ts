import { expect, test } from 'vitest';
import type { Slug } from '../record/ids';
import { decideCount, decidePoll, decideReveal } from '../session/polls';
import { decideTurnTo } from '../session/subsystems';
import { record } from '../testing/build';
import { pictureOf, type PictureChoices } from './picture';

const ALL: PictureChoices = { numbers: true, names: true, objections: true, queue: true };

const uvc = 'uvc' as Slug;

function room() {
  const b = record({ title: 'Passthrough' }).people('ana', 'bo', 'cat', 'dee', 'eve');
  b.subsystem('uvc', { question: 'Where?', minutes: 20 }).subsystem('drm');
  return b;
}
const turned = () => room().add({ kind: 'subsystem-opened', subsystem: 'uvc' } as never);

test('before the room turned to anything there is a title and nothing else', () => {
  expect(pictureOf(room().session, ALL)).toEqual({ title: 'Passthrough' });
});

test('the room sees the subsystem it is on, who holds what, who objects, and how many were not heard', () => {
  const b = turned()
    .position('ana', 'uvc', 'standard-required')
    .position('bo', 'uvc', 'passthrough-niche')
    .position('cat', 'uvc', 'abstain')
    .objection('bo', 'uvc', { rationale: 'bug reports become unreadable' });
  const { on } = pictureOf(b.session, ALL);
  expect(on).toMatchObject({
    slug: 'uvc',
    question: 'Where?',
    place: 1,
    of: 2,
    minutes: 20,
    silent: 2,
    abstain: ['cat'],
  });
  expect(
    on?.columns.map(({ people }) => people.map(({ handle, objects, latest }) => [handle, objects, latest])),
  ).toEqual([[['ana', false, false]], [], [['bo', true, false]]]);
  expect(on?.objections).toEqual([{ who: 'bo', words: 'bug reports become unreadable' }]);
  expect(JSON.stringify(on)).not.toMatch(/dee|eve/);
});

test('UX-23: a call stands there, its objections beside it, and goes when it is reopened', () => {
  const b = turned()
    .objection('bo', 'uvc', { rationale: 'no' })
    .call('uvc', 'rough', { stance: 'standard-required', statement: 's' });
  expect(pictureOf(b.session, ALL).on).toMatchObject({
    call: { call: 'rough', stance: 'standard-required', statement: 's' },
    objections: [{ who: 'bo', words: 'no' }],
  });
  expect(pictureOf(b.reopen('uvc').session, ALL).on?.call).toBeUndefined();
});

test('a poll shows its question at once, its counts once they are revealed, and goes when the room turns', () => {
  const b = turned();
  b.do((session, env) => decidePoll(session, { question: 'Ready?', options: ['yes', 'no'], subsystem: uvc }, env));
  expect(pictureOf(b.session, ALL).on?.poll).toEqual({ question: 'Ready?', options: ['yes', 'no'] });
  b.do((session, env) => decideCount(session, [7, 2], env));
  expect(pictureOf(b.session, ALL).on?.poll).not.toHaveProperty('counts');
  b.do(decideReveal);
  expect(pictureOf(b.session, ALL).on?.poll?.counts).toEqual([7, 2]);
  expect(pictureOf(b.session, { ...ALL, numbers: false }).on?.poll).not.toHaveProperty('counts');
  b.do((session, env) => decideTurnTo(session, 'drm' as Slug, env));
  expect(pictureOf(b.session, ALL).on?.poll).toBeUndefined();
  b.do((session, env) => decidePoll(session, { question: 'Uvc?', options: ['yes', 'no'], subsystem: uvc }, env));
  expect(pictureOf(b.session, ALL).on?.poll).toBeUndefined();
});

test('a poll that is revealed after the room turned away and back is shown then', () => {
  const b = turned();
  b.do((session, env) => decidePoll(session, { question: 'Ready?', options: ['yes', 'no'], subsystem: uvc }, env));
  b.do((session, env) => decideCount(session, [7, 2], env));
  for (const slug of ['drm', 'uvc'] as const) b.do((session, env) => decideTurnTo(session, slug as Slug, env));
  expect(pictureOf(b.session, ALL).on?.poll).toBeUndefined();
  b.do(decideReveal);
  expect(pictureOf(b.session, ALL).on?.poll?.counts).toEqual([7, 2]);
});

test('what is left off is not in the picture at all', () => {
  const b = turned().position('ana', 'uvc', 'standard-required').objection('bo', 'uvc', { rationale: 'secret' });
  b.add({ kind: 'speaker-called', who: 'cat' } as never);
  const { on, speaker } = pictureOf(b.session, { numbers: false, names: false, objections: false, queue: false });
  expect(on?.tally).toBeUndefined();
  expect(speaker).toBeUndefined();
  expect(JSON.stringify(on)).not.toMatch(/ana|bo|cat|secret/);
  expect(pictureOf(b.session, ALL).speaker).toMatchObject({ who: 'cat' });
});

test('UX-17 no note, private or not, no rationale and no scribe ever gets there', () => {
  const b = turned()
    .from('sue', 'scribesu')
    .position('ana', 'uvc', 'standard-required', { rationale: 'RATIONALE', conditions: ['CONDITION'] });
  b.add(
    { kind: 'note-taken', text: 'PRIVATE', private: true, who: 'ana', subsystem: 'uvc' } as never,
    { kind: 'note-taken', text: 'NOTE', who: 'ana', subsystem: 'uvc' } as never,
    { kind: 'action-assigned', text: 'ACTION', who: ['ana'] } as never,
  );
  expect(JSON.stringify(pictureOf(b.session, ALL))).not.toMatch(/RATIONALE|CONDITION|PRIVATE|NOTE|ACTION|sue/);
});
