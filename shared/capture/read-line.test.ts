import { describe, expect, test } from 'vitest';
import { positionsFor } from '../session/positions';
import { decideAmendSession } from '../session/meeting';
import { isAfterCall } from '../session/calls';
import type { LineContext } from './context';
import { recorded, refused, room, says, slug, stored } from './testing/room';

const P7_UVC = { kind: 'position-taken', who: 'p7', subsystem: 'uvc' };

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

  test('is no note where it misses: the next correction would change that instead of what was said', () => {
    const typed = room().type('#uvc', 'note -- it wrks');
    for (const line of ['s/werks/works/', 's/WRKS/works/']) {
      expect(refused(typed.read(line))).toMatchObject({ code: 'E-OLD' });
      expect(refused(typed.read(line))).not.toHaveProperty('entriesOnEnter');
    }
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
