import { expect, test } from 'vitest';
import type { Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { record } from '../testing/build';
import { answerTo, type Answered } from './reply';
import { summarise } from './summarise';

const AT = '2024-09-18T08:00:00.000Z' as Instant;

const MAIL: Answered = {
  id: 'c@x.example',
  references: ['a@x.example', 'b@x.example'],
  subject: 'Re: [SUMMIT] Passthrough',
  author: { name: 'Ana', address: 'ana@x.example' },
  to: [{ address: 'list@x.example' }],
  cc: [
    { name: 'Ben', address: 'ben@x.example' },
    { address: 'me@x.example' },
    { address: 'ANA@x.example' },
    { address: 'eve@...il.example' },
  ],
};

test('an answer goes to the list that the message went to, with its author and its Cc, each once, without oneself and masked ones', () => {
  const { to, cc } = answerTo(MAIL, 'me@x.example');
  expect(to).toEqual([{ address: 'list@x.example' }]);
  expect(cc).toEqual([
    { name: 'Ana', address: 'ana@x.example' },
    { name: 'Ben', address: 'ben@x.example' },
  ]);
});

test('what went to oneself alone is answered to its author', () => {
  const { to, cc } = answerTo({ ...MAIL, to: [{ address: 'me@x.example' }] }, 'me@x.example');
  expect(to).toEqual([{ name: 'Ana', address: 'ana@x.example' }]);
  expect(cc).toEqual([{ name: 'Ben', address: 'ben@x.example' }]);
});

test('a summary answers any message of the thread, with that one’s references and subject', () => {
  const { session } = record({ thread: { root: 'a@x.example', subject: '[SUMMIT] Passthrough' } });
  const { subject, thread } = summarise(session, { at: AT, sha256: sha256Of, reply: answerTo(MAIL).reply });
  expect(subject).toBe('Re: [SUMMIT] Passthrough');
  expect(thread).toEqual({ inReplyTo: 'c@x.example', references: ['a@x.example', 'b@x.example', 'c@x.example'] });
});

test('or it begins a thread of its own, under its title', () => {
  const { session } = record({
    title: 'Passthrough',
    thread: { root: 'a@x.example', subject: '[SUMMIT] Passthrough' },
  });
  const { subject, thread } = summarise(session, { at: AT, sha256: sha256Of, reply: 'nothing' });
  expect([subject, thread]).toEqual(['Passthrough', undefined]);
});
