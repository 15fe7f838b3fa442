import { describe, expect, test } from 'vitest';
import { positionOf } from '../session/positions';
import { polls } from '../session/polls';
import { queueOf, speaker } from '../session/queue';
import type { Handle } from '../record/ids';
import { recorded, refused, room, says, slug, stored, type Room } from './testing/room';

describe('polls and the queue', () => {
  test('a poll is opened, counted and revealed', () => {
    expect(says('poll -- may it be so? : yes : no, never')).toEqual([
      { kind: 'poll-opened', subsystem: 'uvc', question: 'may it be so?', options: ['yes', 'no, never'] },
    ]);
    const poll = (typed: Room): object => ({ poll: polls(typed.session)[0]?.id });
    const [counted, of] = says('count 12 3', ['poll -- q : a : b'], poll);
    expect(counted).toEqual({ kind: 'poll-counted', counts: [12, 3], ...of });
    const [revealed, shown] = says('reveal', ['poll -- q : a : b'], poll);
    expect(revealed).toEqual({ kind: 'poll-revealed', ...shown });
  });

  test('somebody queues, leaves, speaks', () => {
    const joined = { kind: 'queue-joined', who: 'p9', subsystem: 'uvc' };
    expect(says('q+ @p9 question -- usbfs?')).toEqual([{ ...joined, as: 'question', about: 'usbfs?' }]);
    expect(says('q+ @p9')).toEqual([{ ...joined, as: 'topic' }]);
    expect(says('q+ @p9 reply')).toEqual([{ ...joined, as: 'reply' }]);
    const waiting = (typed: Room): object => ({ joined: queueOf(typed.session, slug('uvc')).waiting[0]?.joined });
    const [left, which] = says('q- @p9', ['q+ @p9'], waiting);
    expect(left).toEqual({ kind: 'queue-left', ...which });
    const [speaks, called] = says('ack', ['q+ @p9'], waiting);
    expect(speaks).toEqual({ kind: 'speaker-called', who: 'p9', ...called });
    const [next, after] = says('ack @p8', ['q+ @p9', 'ack'], (typed) => ({ after: speaker(typed.session)?.called }));
    expect(next).toEqual({ kind: 'speaker-called', who: 'p8', ...after });
  });

  test('the queue is closed and opened', () => {
    expect(says('q close')).toEqual([{ kind: 'queue-closed', subsystem: 'uvc' }]);
    expect(says('q open')).toEqual([{ kind: 'queue-opened', subsystem: 'uvc' }]);
  });
});

describe('who is here, notes and actions', () => {
  test('attendance', () => {
    const noted = (who: string, state: string): object => ({ kind: 'attendance-noted', who, state });
    expect(says('here @p1,@p2')).toEqual([noted('p1', 'present'), noted('p2', 'present')]);
    expect(says('left @p1')).toEqual([noted('p1', 'left')]);
    expect(says('regrets @p1')).toEqual([noted('p1', 'regrets')]);
  });

  test('a note about somebody, a note, a private note', () => {
    expect(says('@p3 #fwctl -- text')).toEqual([{ kind: 'note-taken', who: 'p3', subsystem: 'fwctl', text: 'text' }]);
    expect(says('note -- text // if it is')).toEqual([
      { kind: 'note-taken', subsystem: 'uvc', text: 'text\nif it is' },
    ]);
    for (const word of ['priv', 'private'])
      expect(says(`${word} -- text`)).toEqual([{ kind: 'note-taken', subsystem: 'uvc', text: 'text', private: true }]);
    const remark = 'private concerns were raised';
    expect(says(remark)).toEqual([{ kind: 'note-taken', subsystem: 'uvc', text: remark }]);
  });

  test('a line without @, # or a complete command form is a note, word for word', () => {
    const lines = [
      'hold on, note that -- this // unless it is not',
      'left early',
      's',
      'q',
      'q+',
      'call him back -- later',
      'rule of thumb -- none',
      'hold 20m',
      'address 3 people -- tonight',
      'mail foo@bar.example, C# too',
      'todo -- the docs',
    ];
    for (const line of lines) expect(says(line)).toEqual([{ kind: 'note-taken', subsystem: 'uvc', text: line }]);
  });

  test('so it is where no subsystem is open', () => {
    for (const text of ['q', 'q-', 'q+', 's', 'left early']) {
      expect(stored(recorded(room().read(text)).entries)).toEqual([{ kind: 'note-taken', text }]);
    }
  });

  test('a private note whose dashes were forgotten stays private', () => {
    expect(says('priv he said so')).toEqual([
      { kind: 'note-taken', subsystem: 'uvc', text: 'priv he said so', private: true },
    ]);
    expect(refused(room().read('priv @ricrdo -- secret')).entriesOnEnter).toMatchObject([{ private: true }]);
  });

  test('"private" before a colon or a dash is meant, in a remark it is a word', () => {
    for (const line of ['private: he said so', 'Private - he said so', 'private — he said so']) {
      expect(says(line)).toEqual([{ kind: 'note-taken', subsystem: 'uvc', text: line, private: true }]);
    }
    for (const line of ['private concerns: two', 'they are private: ask them', 'private-sector drivers']) {
      expect(says(line)).toEqual([{ kind: 'note-taken', subsystem: 'uvc', text: line }]);
    }
    expect(refused(room().read('@p1 private: hush')).entriesOnEnter).toMatchObject([{ private: true }]);
  });

  test.each(['@p1 priv he was drunk', '#uvc priv secret thing', '@ri priv -- hush', '@p1 obj priv: hush'])(
    'what Enter keeps of a line that is meant to be private is private, wherever its head says so: %s',
    (line) => {
      expect(refused(room().type('#uvc').read(line)).entriesOnEnter).toMatchObject([{ text: line, private: true }]);
    },
  );

  test('a note word for word is private too where its head says so, and not where only its words do', () => {
    expect(says('said 10:00 priv -- hush')).toMatchObject([{ text: 'said 10:00 priv -- hush', private: true }]);
    expect(says('his words -- priv')).toEqual([{ kind: 'note-taken', subsystem: 'uvc', text: 'his words -- priv' }]);
    expect(refused(room().read('@priv was there')).entriesOnEnter).not.toHaveProperty('0.private');
  });

  test('an action, taken on or only asked', () => {
    expect(says('todo @james #fwctl by 2024-10-01 -- BoF at Plumbers')).toEqual([
      {
        kind: 'action-assigned',
        who: ['james'],
        accepted: true,
        subsystem: 'fwctl',
        due: '2024-10-01',
        text: 'BoF at Plumbers',
      },
    ]);
    expect(says('todo? @james,@dan -- docs')).toEqual([
      { kind: 'action-assigned', who: ['james', 'dan'], accepted: false, subsystem: 'uvc', text: 'docs' },
    ]);
  });

  test('a condition is met', () => {
    const position = (typed: Room): object => ({
      entry: positionOf(typed.session, 'p7' as Handle, slug('isp'))?.entry.id,
    });
    const [met, entry] = says('met @p7 #isp 1', ['@p7 #isp usr -- a // if b'], position);
    expect(met).toEqual({ kind: 'condition-met', n: 1, ...entry });
  });
});
