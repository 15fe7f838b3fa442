import { describe, expect, test } from 'vitest';
import { recorded, refused, room, type Room } from './testing/room';
import { saysText } from './reading';

function after(...lines: readonly string[]): Room {
  return room().type('#uvc', ...lines);
}

const OBJECTS = '@p2 obj -- unreadable // unless the layout is known';

describe('what changes nothing is not recorded a second time, and the line says what stands', () => {
  test.each<[before: readonly string[], line: string, says: string]>([
    [[OBJECTS], 'withdraw 1', 'Objection 1 is withdrawn already.'],
    [[OBJECTS, 'withdraw 1 -- it is known now'], 'withdraw 1', 'Objection 1 is withdrawn already.'],
    [[OBJECTS], 'accommodate 1', 'Objection 1 is accommodated already.'],
    [[OBJECTS], 'address 1 -- it is', 'Objection 1 is addressed already.'],
    [[OBJECTS], 'defer 1', 'Objection 1 is deferred already.'],
    [[OBJECTS, 'withdraw 1'], 'reopen 1', 'Objection 1 is open already.'],
    [[OBJECTS], '@p3 withdraw 1', 'That p3 has objection 1 withdrawn is recorded already, and marked.'],
    [[OBJECTS], '@p5 dispute 1 -- no', 'p5 disputes that already.'],
    [[], 'rule 6 -- a stack exists', 'Rule 6 says that already.'],
    [['rule 6 -- a stack', 'rule 6 -- another'], 'rule 6 -- a stack exists', 'Rule 6 says that already.'],
    [['rule 6 -- a stack exists'], 'rule 6 #drm inforce', 'That is how rule 6 stands for #drm already.'],
    [['? @dan -- whose?'], 'answer 1 @jason -- ours', 'That answer stands already.'],
    [[], 'call rough std -- so be it', 'That call stands already.'],
    [[], 'poll -- q : a : b', 'That poll is open already.'],
    [['poll -- q : a : b'], 'count 2 3', 'Those counts stand already.'],
    [['poll -- q : a : b'], 'reveal', 'That poll is revealed already.'],
    [[], 'q+ @p9 question -- usbfs?', 'p9 is in the queue of #uvc already.'],
    [[], 'ack @p9', 'p9 speaks already.'],
    [[], 'q close', 'The queue of #uvc is closed already.'],
    [[], 'q open', 'The queue of #uvc is open already.'],
    [[], 'here @p1,@p2', 'p1 is here already. p2 is here already.'],
    [[], 'left @p1', 'p1 has left already.'],
    [[], 'regrets @p1', 'p1 sent regrets already.'],
    [['@p7 std -- a // if b'], 'met @p7 1', 'Condition 1 is met already.'],
    [[], 'same @p1 @p2', 'p1 and p2 are one person already.'],
    [[], '+ @p1', '@p1 is here already. Add -- and another name to rename.'],
    [[], '+ #uvc', '#uvc is here already. Add of, affects, seats or -- and another name to amend.'],
    [[], '+ @p1 -- Ana Lind', '@p1 is here already. Add -- and another name to rename.'],
    [[], '+ #uvc -- USB Video', '#uvc is here already. Add of, affects, seats or -- and another name to amend.'],
  ])('%j, then twice: %s', (before, line, says) => {
    const typed = after(...before, line);
    const again = recorded(typed.read(line));
    expect(saysText(again)).toBe(says);
    expect(again.entries).toEqual([]);
  });

  test.each([
    '@p7 std -- a // if b',
    '@p7 rule 6 yes',
    OBJECTS,
    '@p2 hold 2024-09-24',
    '? @dan @jason -- whose?',
    'todo @james by 2024-10-01 -- BoF',
    'note -- +1',
  ])('what people say again is recorded again: %s', (line) => {
    expect(recorded(after('rule 6 -- a stack', line).read(line)).entries).toHaveLength(1);
  });

  test('a settlement that was disputed may be said again', () => {
    const disputed = after(OBJECTS, 'address 1 -- it is', '@p2 dispute 1 -- it is not');
    expect(recorded(disputed.read('address 1 -- it is')).entries).toHaveLength(1);
  });

  test('so is what is said at another time, by or with somebody else, or as a change of substance', () => {
    const records = (before: string, line: string): number =>
      recorded(after(OBJECTS, 'rule 6 -- a stack', before).read(line)).entries.length;
    expect(records('withdraw 1', 'withdraw 1 said 2024-07-01')).toBe(1);
    expect(records('reopen 1 -- why', '@p2 reopen 1 -- why')).toBe(1);
    expect(records('here @p1', 'here @p1,@p2')).toBe(2);
    expect(records('rule 6 -- a stack', 'rule 6! -- a stack')).toBe(1);
    expect(records('q+ @p9 -- one', 'q+ @p9 -- two')).toBe(1);
  });
});

test('who comes again on the next day is here again', () => {
  const yesterday = after('here @p1');
  yesterday.later(24 * 60);
  expect(recorded(yesterday.read('here @p1')).entries).toHaveLength(1);
});

describe('what can’t be done is kept as a note, as any line that does not record', () => {
  test.each([
    ['q- @p9', 'p9 is not in the queue of #uvc.'],
    ['reveal', 'There is no poll to reveal.'],
    ['ack', 'Nobody is in the queue of #uvc.'],
  ])('%s', (line, words) => {
    const reading = refused(after().read(line));
    expect(reading.words).toBe(words);
    expect(reading.entriesOnEnter).toMatchObject([{ kind: 'note-taken', text: line }]);
  });

  test('and so is what only begins like something else', () => {
    for (const line of ['+ 1 from me', '+1', 'reveal nothing yet', 'here we go', 'left early', 'withdraw nothing'])
      expect(recorded(after().read(line)).entries).toMatchObject([{ kind: 'note-taken', text: line }]);
  });
});
