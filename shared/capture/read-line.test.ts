import { describe, expect, test } from 'vitest';
import { objections } from '../session/objections';
import { positionOf, positionsFor } from '../session/positions';
import { questions } from '../session/questions';
import { polls } from '../session/polls';
import { queueOf, speaker } from '../session/queue';
import { rules } from '../session/rules';
import { decideAmendSession } from '../session/meeting';
import { calls, isAfterCall } from '../session/calls';
import type { Handle } from '../record/ids';
import type { LineContext } from './context';
import { recorded, refused, room, slug, stored, type Room } from './testing/room';

/** What a line stores, in a room where those lines were typed before. */
function says(
  line: string,
  before: readonly string[] = [],
  more: (typed: Room) => object = () => ({}),
): readonly object[] {
  const typed = room().type('#uvc', ...before);
  return [...stored(recorded(typed.read(line)).entries), more(typed)].filter((part) => Object.keys(part).length > 0);
}

const P7_ISP = { kind: 'position-taken', who: 'p7', subsystem: 'isp' };
const P7_UVC = { kind: 'position-taken', who: 'p7', subsystem: 'uvc' };

describe('a position', () => {
  test.each([
    ['std', 'standard-required'],
    ['usr', 'userspace-allowed'],
    ['pass', 'passthrough-niche'],
    ['abs', 'abstain'],
    ['rec', 'recuse'],
    ['none', 'none'],
  ])('@p7 #uvc %s', (typed, stance) => {
    expect(says(`@p7 #uvc ${typed}`)).toEqual([{ ...P7_UVC, stance }]);
  });

  test.each([
    ['standard standard-required s STD', 'standard-required'],
    ['user userspace userspace-allowed u', 'userspace-allowed'],
    ['passthrough passthrough-niche niche p', 'passthrough-niche'],
    ['abstain a', 'abstain'],
    ['recuse', 'recuse'],
    ['clear -', 'none'],
  ])('stances have their long names and aliases: %s', (typed, stance) => {
    for (const word of typed.split(' ')) expect(says(`@p7 ${word}`)).toEqual([{ ...P7_UVC, stance }]);
  });

  test('what somebody can live with, the rationale and a condition', () => {
    expect(says('@p7 #isp usr ~pass -- works today // if nearly all features are open')).toEqual([
      {
        ...P7_ISP,
        stance: 'userspace-allowed',
        livesWith: ['passthrough-niche'],
        rationale: 'works today',
        conditions: ['nearly all features are open'],
      },
    ]);
  });

  test('on behalf of a group, as reported by somebody', () => {
    expect(says('@p7 #isp usr for suse')).toEqual([{ ...P7_ISP, stance: 'userspace-allowed', for: 'suse' }]);
    expect(says('@p7 #isp usr for suse via @jason')).toEqual([
      { ...P7_ISP, stance: 'userspace-allowed', for: 'suse', via: 'jason' },
    ]);
    expect(says('@p7 via @jason for the media people #isp usr')).toEqual([
      { ...P7_ISP, stance: 'userspace-allowed', for: 'the media people', via: 'jason' },
    ]);
    expect(says('@p7 #isp usr for users of pass')).toEqual([
      { ...P7_ISP, stance: 'userspace-allowed', for: 'users of pass' },
    ]);
  });

  test('+if adds a condition to the position as it stands; a plain stance restates all', () => {
    const before = ['@p7 #isp usr ~std for suse -- works today // if a // if b'];
    const kept = {
      ...P7_ISP,
      stance: 'userspace-allowed',
      livesWith: ['standard-required'],
      for: 'suse',
      rationale: 'works today',
    };
    expect(says('@p7 #isp usr +if the docs are public', before)).toEqual([
      { ...kept, conditions: ['a', 'b', 'the docs are public'] },
    ]);
    expect(says('@p7 #isp +if the docs are public', before)).toEqual([
      { ...kept, conditions: ['a', 'b', 'the docs are public'] },
    ]);
    expect(says('@p7 #isp usr', before)).toEqual([{ ...P7_ISP, stance: 'userspace-allowed' }]);
    expect(says('@p7 #isp usr +if the docs are public')).toEqual([
      { ...P7_ISP, stance: 'userspace-allowed', conditions: ['the docs are public'] },
    ]);
  });

  test('several people, with or without a comma, are one act', () => {
    const both = [
      { kind: 'position-taken', who: 'p1', subsystem: 'uvc', stance: 'standard-required' },
      { kind: 'position-taken', who: 'p2', subsystem: 'uvc', stance: 'standard-required' },
    ];
    expect(says('@p1 @p2 std')).toEqual(both);
    expect(says('@p1,@p2 std')).toEqual(both);
    const { entries } = recorded(room().read('@p1,@p2 #uvc std'));
    expect(entries.map(({ act }) => act)).toEqual([undefined, entries[0]?.id]);
  });

  test('the words of the head stand in any order', () => {
    const [entry] = says('@p5 no rule 3', ['rule 3 -- text']);
    expect(entry).toMatchObject({ kind: 'rule-answered', who: 'p5', answer: 'opposes' });
    expect(says('from <a@b> #isp @p2 obj')).toMatchObject([{ kind: 'objection-raised', on: { subsystem: 'isp' } }]);
    expect(says('@p9 topic q+')).toMatchObject([{ kind: 'queue-joined', who: 'p9', as: 'topic' }]);
    expect(says('std #isp @p7')).toEqual([{ ...P7_ISP, stance: 'standard-required' }]);
    expect(says('#isp ~pass @p7 usr')).toEqual([
      { ...P7_ISP, stance: 'userspace-allowed', livesWith: ['passthrough-niche'] },
    ]);
  });
});

describe('an objection', () => {
  const P2_OBJECTS = { kind: 'objection-raised', number: 1, who: 'p2' };

  test('with the reason and what would remove it', () => {
    expect(says('@p2 obj #uvc -- bug reports become unreadable // unless the layout is in the tree')).toEqual([
      {
        ...P2_OBJECTS,
        on: { subsystem: 'uvc' },
        rationale: 'bug reports become unreadable',
        remedy: 'the layout is in the tree',
      },
    ]);
  });

  test('to a rule, to a rule for one subsystem, to a question, to a call', () => {
    const rule = (typed: Room): object => ({ rule: rules(typed.session)[0]?.id });
    const [objection, on] = says('@p2 obj rule 3 -- no', ['rule 3 -- text'], rule);
    expect(objection).toEqual({ ...P2_OBJECTS, on, rationale: 'no' });
    const [there, onThere] = says('@p2 obj rule 3 #isp -- no', ['rule 3 -- text'], rule);
    expect(there).toEqual({ ...P2_OBJECTS, on: { ...onThere, subsystem: 'isp' }, rationale: 'no' });
    const [asked, onAsked] = says('@p2 obj question 1 -- no', ['? @dan -- why?'], (typed) => ({
      question: questions(typed.session)[0]?.id,
    }));
    expect(asked).toEqual({ ...P2_OBJECTS, on: onAsked, rationale: 'no' });
    const [called, onCalled] = says('@p2 obj call #uvc -- no', ['call rough std -- so'], (typed) => ({
      call: calls(typed.session)[0]?.entry.id,
    }));
    expect(called).toEqual({ ...P2_OBJECTS, on: onCalled, rationale: 'no' });
  });

  test('a hold ends so long after it was said, or with a day in the zone of the session', () => {
    const until = (line: string): unknown => (says(line)[0] as { readonly until?: string }).until;
    const at = '2024-09-17T08:00:00Z';
    expect(until(`@p2 hold 20m said ${at}`)).toBe('2024-09-17T08:20:00.000Z');
    expect(until(`@p2 hold 3h said ${at}`)).toBe('2024-09-17T11:00:00.000Z');
    expect(until(`@p2 hold 7d said ${at}`)).toBe('2024-09-24T08:00:00.000Z');
    expect(until('@p2 hold 2024-09-24')).toBe('2024-09-24T21:59:59.999Z');
    const { entries } = recorded(room().read('@p2 hold 20m #uvc'));
    const [hold] = entries as unknown as readonly { readonly id: string; readonly until: string }[];
    expect(Date.parse(hold!.until) - Date.parse(hold!.id.slice(0, 24))).toBe(1_200_000);
  });
});

describe('settling an objection', () => {
  const before = ['@p2 obj -- because'];
  const settled = (line: string, lines = before): unknown => {
    const typed = room().type('#uvc', ...lines);
    const [entry] = stored(recorded(typed.read(line)).entries);
    const { objection, ...fields } = entry as { readonly objection?: unknown };
    expect(objection).toBe(objections(typed.session)[0]?.id);
    return fields;
  };
  const kind = 'objection-settled';

  test('by its author, by the chair, or by whoever is named', () => {
    expect(settled('accommodate 1')).toEqual({ kind, who: 'p2', disposition: 'accommodated' });
    expect(settled('withdraw 1')).toEqual({ kind, who: 'p2', disposition: 'withdrawn' });
    expect(settled('@p1 withdraw 1')).toEqual({ kind, who: 'p1', disposition: 'withdrawn' });
    expect(settled('address 1 -- it is documented')).toEqual({
      kind,
      who: 'mod',
      disposition: 'addressed',
      answer: 'it is documented',
    });
    expect(settled('defer 1')).toEqual({ kind, who: 'mod', disposition: 'deferred' });
    expect(settled('reopen 1', [...before, 'defer 1'])).toEqual({ kind, who: 'mod', disposition: 'open' });
  });

  test('a dispute names the settlement that it disputes', () => {
    const typed = room().type('#uvc', ...before, 'address 1 -- done');
    const settlement = objections(typed.session)[0]?.settlement?.entry.id;
    const [dispute] = stored(recorded(typed.read('@p5 dispute 1 -- it is not')).entries);
    expect(dispute).toMatchObject({ kind: 'objection-disputed', who: 'p5', settled: settlement, why: 'it is not' });
  });
});

describe('a rule', () => {
  const ruleId = (typed: Room): object => ({ rule: rules(typed.session)[0]?.id });

  test('is proposed where its number is free, amended where it exists', () => {
    expect(says('rule 6 -- trust the maintainers')).toEqual([
      { kind: 'rule-proposed', number: 6, text: 'trust the maintainers' },
    ]);
    const [amended, id] = says('rule 6 -- trust them', ['@kuba rule 6 -- trust']);
    expect(id).toBeUndefined();
    expect(amended).toMatchObject({ kind: 'rule-amended', number: 6, text: 'trust them', who: 'kuba' });
    expect(says('rule 6! -- trust them', ['rule 6 -- trust'])[0]).toMatchObject({
      kind: 'rule-amended',
      substantial: true,
    });
    expect(says('rule 6! -- trust them')).toEqual([{ kind: 'rule-proposed', number: 6, text: 'trust them' }]);
    const [counter, against] = says('@kuba rule 7 against 4 -- text', ['rule 4 -- first'], ruleId);
    expect(counter).toEqual({
      kind: 'rule-proposed',
      number: 7,
      text: 'text',
      who: 'kuba',
      against: (against as { rule: string }).rule,
    });
  });

  test.each([
    ['yes', 'supports'],
    ['~yes', 'lives-with'],
    ['no', 'opposes'],
    ['abs', 'abstains'],
  ])('@p5 rule 3 %s', (typed, answer) => {
    const [entry, rule] = says(`@p5 rule 3 ${typed} -- why // if they ask`, ['rule 3 -- text'], ruleId);
    expect(entry).toEqual({
      kind: 'rule-answered',
      who: 'p5',
      answer,
      rationale: 'why',
      conditions: ['they ask'],
      ...rule,
    });
  });

  test('an answer holds there only where a subsystem is named, whatever is open', () => {
    const [entry, rule] = says('@p5 rule 3 #gpu no', ['rule 3 -- text'], ruleId);
    expect(entry).toEqual({ kind: 'rule-answered', who: 'p5', subsystem: 'gpu', answer: 'opposes', ...rule });
  });

  test.each([
    ['rule 3 #drm inforce', { subsystem: 'drm', state: 'in-force' }],
    ['@leon rule 3 #rdma claimed', { subsystem: 'rdma', state: 'claimed', who: 'leon' }],
    ['rule 3 agreed', { subsystem: 'uvc', state: 'agreed' }],
    [
      'rule 3 #drm except -- display // because kms is generic',
      { subsystem: 'drm', state: 'exception', scope: 'display', why: 'kms is generic' },
    ],
    ['rule 3 #drm disputed -- too strict', { subsystem: 'drm', state: 'disputed', why: 'too strict' }],
  ])('%s', (line, fields) => {
    const [entry, rule] = says(line, ['rule 3 -- text'], ruleId);
    expect(entry).toEqual({ kind: 'ruling-made', ...fields, ...rule });
  });
});

describe('a question', () => {
  test('is raised by the first, to the others', () => {
    expect(says('? @dan -- whose policy applies?')).toEqual([
      { kind: 'question-raised', number: 1, who: 'dan', on: { subsystem: 'uvc' }, text: 'whose policy applies?' },
    ]);
    expect(says('? @dan @jason #fwctl -- whose?')).toEqual([
      { kind: 'question-raised', number: 1, who: 'dan', to: ['jason'], on: { subsystem: 'fwctl' }, text: 'whose?' },
    ]);
  });

  test('is answered by its number', () => {
    const [entry, id] = says('answer 1 @jason -- ours', ['? @dan -- whose?'], (typed) => ({
      question: questions(typed.session)[0]?.id,
    }));
    expect(entry).toEqual({ kind: 'question-answered', who: 'jason', answer: 'ours', ...id });
  });
});

describe("the chair's call", () => {
  const ON_UVC = { kind: 'call-made', on: { subsystem: 'uvc' } };

  test('carries the assessment that it was made on', () => {
    const [entry] = says('call rough std #uvc -- statement // because two of three agree', ['@p1 std', '@p2 std']);
    expect(entry).toMatchObject({
      ...ON_UVC,
      call: 'rough',
      stance: 'standard-required',
      statement: 'statement',
      reason: 'two of three agree',
      assessment: { state: 'unanimous' },
    });
  });

  test.each([
    ['call consensus usr', { ...ON_UVC, call: 'consensus', stance: 'userspace-allowed' }],
    ['call no-consensus #uvc', { ...ON_UVC, call: 'no-consensus' }],
    [
      'call defer #isp to media summit',
      { kind: 'call-made', on: { subsystem: 'isp' }, call: 'deferred', to: 'media summit' },
    ],
  ])('%s', (line, fields) => {
    expect(says(line)[0]).toMatchObject(fields);
  });

  test('on a rule is for yes or no, on a question for nothing', () => {
    const [entry, rule] = says('call rough rule 3 yes -- s', ['rule 3 -- text'], (typed) => ({
      rule: rules(typed.session)[0]?.id,
    }));
    expect(entry).toMatchObject({ kind: 'call-made', on: rule, call: 'rough', answer: 'supports', statement: 's' });
    const [asked, question] = says('call no-consensus question 1', ['? @dan -- x'], (typed) => ({
      question: questions(typed.session)[0]?.id,
    }));
    expect(asked).toEqual({ kind: 'call-made', on: question, call: 'no-consensus' });
  });

  test('is reopened', () => {
    const [entry, call] = says('call reopen #uvc -- new facts', ['call rough std -- s'], (typed) => ({
      call: calls(typed.session)[0]?.entry.id,
    }));
    expect(entry).toEqual({ kind: 'call-reopened', why: 'new facts', ...call });
  });
});

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

  test('a private note whose dashes were forgotten stays private', () => {
    expect(says('priv he said so')).toEqual([
      { kind: 'note-taken', subsystem: 'uvc', text: 'priv he said so', private: true },
    ]);
    expect(refused(room().read('priv @ricrdo -- secret')).entriesOnEnter).toMatchObject([{ private: true }]);
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

describe('who and what there is', () => {
  test('two handles are one person: the first is kept', () => {
    expect(says('same @p1 @p2')).toEqual([{ kind: 'participants-same', keep: 'p1', drop: 'p2' }]);
    expect(says('same @p2 @p1', ['same @p1 @p2'])).toEqual([{ kind: 'participants-same', keep: 'p2', drop: 'p1' }]);
  });

  test('+ always adds, and amends what exists', () => {
    expect(says('+ @p41 -- Ana Example <ana@example.org>, Example Works')).toEqual([
      {
        kind: 'participant-added',
        who: 'p41',
        name: 'Ana Example',
        address: 'ana@example.org',
        affiliation: 'Example Works',
      },
    ]);
    expect(says('+ @p')).toEqual([{ kind: 'participant-added', who: 'p' }]);
    expect(says('+ @ricrdo -- R')).toEqual([{ kind: 'participant-added', who: 'ricrdo', name: 'R' }]);
    expect(says('+ @p7 -- Ana, Works')).toEqual([
      { kind: 'participant-amended', who: 'p7', name: 'Ana', affiliation: 'Works' },
    ]);
    const fields = { partOf: 'media', affects: ['netdev'], maintainers: ['p1', 'p2'], name: 'Camera ISPs' };
    expect(says('+ #isp of media affects netdev seats @p1,@p2 -- Camera ISPs')).toMatchObject([
      { kind: 'subsystem-amended', subsystem: 'isp', ...fields },
    ]);
    expect(says('+ #isps of media affects netdev seats @p1,@p2 -- Camera ISPs')).toEqual([
      { kind: 'subsystem-added', subsystem: 'isps', ...fields },
    ]);
  });

  test('# alone turns the room; where it is there already, nothing is recorded', () => {
    expect(stored(recorded(room().read('#uvc')).entries)).toEqual([{ kind: 'subsystem-opened', subsystem: 'uvc' }]);
    expect(says('#isp')).toEqual([
      { kind: 'subsystem-left', subsystem: 'uvc' },
      { kind: 'subsystem-opened', subsystem: 'isp' },
    ]);
    expect(says('#uvc')).toEqual([]);
  });

  test('somebody new is added in the same act, where that is wanted', () => {
    const line = '@p41 #nvme std';
    const entries = [
      { kind: 'participant-added', who: 'p41' },
      { kind: 'subsystem-added', subsystem: 'nvme' },
      { kind: 'position-taken', who: 'p41', subsystem: 'nvme', stance: 'standard-required' },
    ];
    expect(stored(recorded(room().read(line, { add: 'always' })).entries)).toEqual(entries);
    const asked = refused(room().read(line));
    expect(asked.enter).toBe('add');
    expect(stored(asked.entriesOnEnter ?? [])).toEqual(entries);
    expect(new Set(asked.entriesOnEnter?.map(({ id, act }) => act ?? id)).size).toBe(1);
    expect(refused(room().read(line, { add: 'never' })).enter).toBe('note');
  });

  test('a near miss or a prefix is never added', () => {
    for (const line of ['@ricrdo #uvc std', '@p #uvc std', '@p1 #fwcl std', '@p1 #u std']) {
      expect(room().read(line, { add: 'always' }).kind).toBe('error');
    }
  });
});

describe('what any line may have', () => {
  test('from <message-id> is evidence, said is when', () => {
    expect(says('@p7 std from <abc@example.org> said 2024-07-25T09:26Z -- as it was // and is')).toEqual([
      {
        ...P7_UVC,
        stance: 'standard-required',
        rationale: 'as it was\nand is',
        said: '2024-07-25T09:26:00.000Z',
        evidence: [{ message: 'abc@example.org', lines: ['as it was', 'and is'] }],
      },
    ]);
  });

  test('where the mail is at hand, its lines are the evidence; else the scribe is told whose words they are', () => {
    const asked: string[] = [];
    const quote: LineContext['quote'] = (message, words) => {
      asked.push(words);
      if (message !== 'a@b') return 'no mail';
      return words === 'a remark' ? 'other words' : { message, lines: ['its line'], offset: 7 };
    };
    const line = (typed: string) => recorded(room().type('#uvc').read(typed, { quote }));
    expect(stored(line('@p7 std from a@b -- as it was // if it is').entries)).toMatchObject([
      { rationale: 'as it was', conditions: ['it is'], evidence: [{ message: 'a@b', lines: ['its line'], offset: 7 }] },
    ]);
    expect(stored(line('@p7 std from a@b').entries)).toMatchObject([{ evidence: [{ lines: ['its line'] }] }]);
    expect(asked).toEqual(['as it was', '']);
    expect(line('@p7 std from a@b -- a remark')).toMatchObject({
      entries: [{ evidence: [{ message: 'a@b', lines: ['a remark'] }] }],
      notices: [{ code: 'N-QUOTE', words: 'The mail <a@b> says it in other words: these are yours, not its lines.' }],
    });
    expect(line('@p7 std from c@d -- a remark').notices).toMatchObject([
      { words: 'The mail <c@d> is not here: these are your words, not its lines.' },
    ]);
  });

  test('an entry without a place for evidence gets a quote pinned to it', () => {
    const { entries } = recorded(room().read('here @p7 from <abc@example.org>'));
    expect(stored(entries)[1]).toMatchObject({
      kind: 'quote-pinned',
      to: entries[0]?.id,
      evidence: [{ message: 'abc@example.org' }],
    });
  });
});

test('a line that says nothing but where it is from is a note of just these words', () => {
  const [note] = says('from <a@b>');
  expect(note).toMatchObject({ kind: 'note-taken', text: 'from <a@b>' });
  expect(note).not.toHaveProperty('evidence');
});

describe('s/old/new/', () => {
  test.each([
    ['@p7 std -- wrks today', { kind: 'position-taken', stance: 'standard-required', rationale: 'works today' }],
    ['note -- it wrks', { kind: 'note-amended', text: 'it works' }],
    ['@p2 obj -- it wrks', { kind: 'objection-amended', rationale: 'it works' }],
    ['rule 1! -- it wrks', { kind: 'rule-amended', text: 'it works' }],
    ['? @dan -- wrks?', { kind: 'question-raised', number: 1, text: 'works?' }],
    ['todo @james -- wrks', { kind: 'action-amended', text: 'works' }],
    ['call rough std -- wrks', { kind: 'call-made', call: 'rough', statement: 'works' }],
  ])('revises the main text of one’s own last entry: %s', (before, fields) => {
    const typed = room().type('#uvc', before, 'here @p1');
    const [entry] = recorded(typed.read('s/wrks/works/')).entries;
    expect(entry).toMatchObject(fields);
    expect((entry as { readonly prev?: unknown }).prev).toHaveLength(1);
  });

  test.each([
    ['@p1 dispute 1 -- foo is worse', 'a dispute'],
    ['poll -- foo? : yes : no', 'a poll'],
    ['q+ @p9 topic -- foo', 'a topic of the queue'],
  ])('changes no older text than the last, also where that can’t be changed: %s', (last, named) => {
    const typed = room().type('#uvc', '@p2 obj -- x // unless y', 'note -- foo is bad', last);
    expect(refused(typed.read('s/foo/bar/'))).toMatchObject({
      code: 'E-REFUSED',
      words: `Your last text is ${named}, which can't be changed. Undo it and type it again.`,
    });
  });

  test('changes the words with which an action was ended, and not the title of the session', () => {
    const typed = room().type('#uvc', 'todo @james -- x');
    typed.add({ kind: 'action-dropped', action: typed.last, why: 'no tme' });
    expect(recorded(typed.read('s/tme/time/')).entries).toMatchObject([{ kind: 'action-dropped', why: 'no time' }]);
    typed.do((session, env) => decideAmendSession(session, { title: 'no tme' }, env));
    expect(recorded(typed.read('s/tme/time/')).entries).toMatchObject([{ kind: 'action-dropped', why: 'no time' }]);
  });

  test('is literal, and changes the first occurrence', () => {
    expect(says('s/$&/.*/', ['note -- a $& b $&'])).toMatchObject([{ text: 'a .* b $&' }]);
  });

  test('what is corrected was still said when it was said, though nobody wrote down when', () => {
    const typed = room().type('#uvc', '@p7 std -- wrks');
    expect(recorded(typed.read('s/wrks/works/')).entries).toMatchObject([{ said: typed.last.slice(0, 24) }]);
  });

  test('a corrected statement leaves what came after the call after it', () => {
    const typed = room().type('#uvc', 'call consensus std -- teh room agrees', '@p2 pass', 's/teh/the/');
    const [late] = positionsFor(typed.session, slug('uvc'));
    expect(late !== undefined && isAfterCall(typed.session, late.entry, { subsystem: slug('uvc') })).toBe(true);
  });

  test('a correction makes no answer stale, and keeps when it was said', () => {
    const [amended] = says('s/trst/trust/', ['rule 1 -- x', 'rule 1! said 2024-09-17T08:03:00Z -- trst']);
    expect(amended).not.toHaveProperty('substantial');
    expect(amended).toHaveProperty('said', '2024-09-17T08:03:00.000Z');
  });
});

test('a name in quotes may hold a comma', () => {
  const [added] = recorded(room().read('+ @p88 -- "Example, Hans" <h@x.example>, ACME')).entries;
  expect(added).toMatchObject({ name: 'Example, Hans', address: 'h@x.example', affiliation: 'ACME' });
});
