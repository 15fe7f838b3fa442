import { describe, expect, test } from 'vitest';
import { applyFix, saysText } from './reading';
import { recorded, refused, room, stored, type Room } from './testing/room';

/** A room in which those lines were typed. */
function after(...lines: readonly string[]): Room {
  return room().type(...lines);
}

describe('UX-12: every refusal has its code and its words', () => {
  test.each([
    ['', 'E-EMPTY', 'Nothing to record. Start with @who, #subsystem, or type a note.'],
    ['   ', 'E-EMPTY', 'Nothing to record. Start with @who, #subsystem, or type a note.'],
    ['@', 'E-WHO-EMPTY', 'A name is missing after @.'],
    ['@p7 #', 'E-SUB-EMPTY', 'A subsystem is missing after #.'],
    ['@ricrdo std', 'E-WHO-UNKNOWN', 'Nobody called "ricrdo". Did you mean @ricardo?'],
    ['@p41 std', 'E-WHO-UNKNOWN', 'Nobody called "p41". Enter adds a new participant p41.'],
    ['@p7 #fwcl std', 'E-SUB-UNKNOWN', 'No subsystem called "fwcl". Did you mean #fwctl?'],
    ['@p7 #nvme std', 'E-SUB-UNKNOWN', 'No subsystem called "nvme". Enter adds a new subsystem nvme.'],
    ['@p std', 'E-WHO-PREFIX', '"p" begins p1, p2, p3 and more. Type on, or pick with Up and Down.'],
    ['@ricar std', 'E-WHO-PREFIX', '"ricar" begins ricardo. Type on, or pick with Up and Down.'],
    ['@p7 #net std', 'E-SUB-PREFIX', '"net" begins netdev. Type on, or pick with Up and Down.'],
    ['@* std', 'E-WHO-ALL', "One line can't record a stance for everybody. Use :set-all, which asks first."],
    ['@p7 #uvc #cxl std', 'E-SUB-TWO', 'Two subsystems: #uvc and #cxl. One line takes one.'],
    ['@p7 sdt', 'E-STANCE', 'No stance "sdt". Did you mean std?'],
    ['@p7 std usr', 'E-STANCE-TWO', 'Two stances: std and usr. Write ~usr for what p7 can live with.'],
    ['@p7 std abs', 'E-STANCE-TWO', 'Two stances: std and abs. One line takes one.'],
    ['@p7', 'E-STANCE-NONE', 'What does p7 hold? Add std, usr, pass, abs or none, or -- and a remark.'],
    ['@p7 well that depends', 'E-SEP', '"well" is not understood here. Put -- before the words of a remark.'],
    ['call rouhg std #uvc', 'E-CALL', '"rouhg" is not a call. One of: consensus, rough, no-consensus, defer, reopen.'],
    ['call rough #uvc -- s', 'E-CALL-FOR', 'Rough consensus for what? Add std, usr or pass.'],
    ['call consensus -- s', 'E-CALL-FOR', 'Consensus for what? Add std, usr or pass.'],
    ['obj #uvc -- no', 'E-WHO', 'Who? Add @name.'],
    ['#uvc std', 'E-WHO', 'Who? Add @name.'],
    ['q+ #uvc question', 'E-QUEUE-WHO', 'Who? Add @name.'],
    ['todo @james', 'E-TODO-TEXT', 'What is to be done? Add -- and the action.'],
    ['note @james', 'E-NOTE-TEXT', 'What is to be noted? Add -- and the note.'],
    ['? @dan', 'E-QUESTION-TEXT', 'What is asked? Add -- and the question.'],
    ['@p7 rule 1 yess', 'E-ANSWER', '"yess" is no answer and no ruling. Did you mean yes?'],
    ['@p7 rule 1 ~yess', 'E-ANSWER', '"~yess" is no answer and no ruling. Did you mean ~yes?'],
    ['rule 1 #uvc clamed', 'E-ANSWER', '"clamed" is no answer and no ruling. Did you mean claimed?'],
    ['@kuba rule 7', 'E-RULE-TEXT', 'What does the rule say? Add -- and its text.'],
    ['@p2 hold tomorow', 'E-DATE', '"tomorow" is not a time. For example 20m, 7d, 2024-09-24.'],
    ['@p2 hold 2024-02-30', 'E-DATE', '"2024-02-30" is not a time. For example 20m, 7d, 2024-09-24.'],
    ['@p2 std said tomorow', 'E-DATE', '"tomorow" is not a time. For example 20m, 7d, 2024-09-24.'],
    ['todo @p2 by soon -- x', 'E-DATE', '"soon" is not a time. For example 20m, 7d, 2024-09-24.'],
    ['note @p1 @p2 -- x', 'E-WHO-TWO', 'Two people: @p1 and @p2. One line takes one here.'],
    ['@p2 obj -- a // unless b // unless c', 'E-UNLESS-TWO', 'Two "unless" parts. One line takes one.'],
    ['call rough std -- a // because b // because c', 'E-BECAUSE-TWO', 'Two "because" parts. One line takes one.'],
    ['s/a/b/', 'E-OLD', 'You have no text to change yet.'],
    ['reveal', 'E-REFUSED', 'There is no poll to reveal.'],
    ['@p2 std said 2062-01-01', 'E-REFUSED', '2062-01-01 is later than now: nobody has said it yet.'],
    ['+ #uvc affects uvc', 'E-REFUSED', '#uvc can’t affect itself.'],
    ['+ #new affects new', 'E-REFUSED', '#new can’t affect itself.'],
    ['@p5 dispute 1', 'E-NUM', 'There is no objection 1. None is open.'],
  ])('%s: %s', (line, code, words) => {
    const typed = after('#uvc');
    const reading = refused(typed.read(line));
    expect({ code: reading.code, words: reading.words }).toEqual({ code, words });
    expect(saysText(reading)).toBe(words);
  });

  test('E-SUB-NONE where none is open and none is named', () => {
    const words = 'No subsystem is open. Add #subsystem.';
    for (const line of ['@p7 std', 'call rough std -- s', 'q+ @p9', 'ack', 'q close', '@p2 obj -- no']) {
      expect(refused(room().read(line))).toMatchObject({ code: 'E-SUB-NONE', words });
    }
  });

  test('E-NUM lists the open ones, as they are printed', () => {
    const typed = after('#uvc', '@p1 obj -- a', '@p2 obj -- b', '@p3 obj -- c', 'withdraw 2');
    // another scribe numbered one 1 as well: a merge
    typed.from('other', 'k7aaaaaa').objection('p5', 'uvc', { rationale: 'd' });
    const clash = typed.add({
      kind: 'objection-raised',
      number: 1,
      who: 'p7',
      on: { subsystem: 'uvc' },
      rationale: 'e',
    });
    expect(clash.session).toBe(typed.session);
    expect(refused(typed.read('withdraw 9')).words).toBe('There is no objection 9. Open ones: 1ty, 1k7, 3, 4.');
    expect(refused(typed.read('withdraw 1')).code).toBe('E-NUM');
    expect(recorded(typed.read('withdraw 1k7')).entries).toMatchObject([{ kind: 'objection-settled', who: 'p7' }]);
  });

  test('E-LONG says by how much', () => {
    const reading = refused(room().read('x'.repeat(2003)));
    expect(reading).toMatchObject({
      code: 'E-LONG',
      words: 'Too long by 3 characters (limit 2000). Put the rest in a second line.',
    });
    expect(reading).not.toHaveProperty('enter');
    expect(room().read('x'.repeat(2000)).kind).toBe('record');
  });
});

describe('UX-12: what Tab and Enter do about it', () => {
  test.each([
    ['@ricrdo std', '@ricardo std'],
    ['@p7 #fwcl std', '@p7 #fwctl std'],
    ['@p7 sdt', '@p7 std'],
    ['@p7 std ~ussr', '@p7 std ~usr'],
    ['@p7 std usr', '@p7 std ~usr'],
    ['@p7 well that depends', '@p7 -- well that depends'],
    ['call rouhg std #uvc', 'call rough std #uvc'],
    ['+ #isp of meida', '+ #isp of media'],
  ])('Tab makes "%s" into "%s"', (line, fixed) => {
    const { fix } = refused(after('#uvc').read(line));
    expect(fix === undefined ? undefined : applyFix(line, fix)).toBe(fixed);
  });

  test('Tab puts no second -- into a line, and none at its start', () => {
    for (const line of ['@p7 well #isp -- x', 'well, @p7 holds std']) {
      expect(refused(after('#uvc').read(line))).not.toHaveProperty('fix');
    }
  });

  test('Enter keeps a line with an error as a note, word for word', () => {
    for (const line of [
      '@p7 sdt -- why // if so',
      'I think @p7 is right',
      'here we go with #uvc again',
      'withdraw 9',
    ]) {
      const reading = refused(after('#uvc').read(line));
      expect(reading.enter).toBe('note');
      expect(stored(reading.entriesOnEnter ?? [])).toEqual([{ kind: 'note-taken', subsystem: 'uvc', text: line }]);
    }
  });

  test('a new name is only offered where the rest of the line is complete', () => {
    expect(refused(after('#uvc').read('see bug #5 about it'))).toMatchObject({ code: 'E-SEP', enter: 'note' });
  });

  test('the token with the error is underlined', () => {
    const line = '@p7 sdt -- why';
    const { span, tokens } = refused(after('#uvc').read(line));
    expect(line.slice(span.from, span.to)).toBe('sdt');
    expect(tokens.filter(({ is }) => is === 'bad')).toEqual([{ from: 4, to: 7, is: 'bad' }]);
  });
});

describe('UX-12: notices record and say what is missing', () => {
  const noticesOf = (typed: Room, line: string): readonly string[] =>
    recorded(typed.read(line)).notices.map(({ code, words }) => `${code} ${words}`);

  test('an objection without a reason, and without what would remove it', () => {
    const reason = 'N-OBJ-TEXT Recorded without a reason: it does not block until it has one.';
    const remedy = 'N-REMEDY What would remove it? Add // unless ...';
    expect(noticesOf(after('#uvc'), '@p2 obj')).toEqual([reason, remedy]);
    expect(noticesOf(after('#uvc'), '@p2 obj -- no')).toEqual([remedy]);
    expect(noticesOf(after('#uvc'), '@p2 obj -- no // unless yes')).toEqual([]);
    expect(noticesOf(after('#uvc'), '@p2 hold 20m')).toEqual([]);
  });

  test('an objection that was answered, without the answer', () => {
    const typed = after('#uvc', '@p2 obj -- no // unless yes');
    expect(noticesOf(typed, 'address 1')).toEqual(['N-ANSWER What was the answer? Add -- and the answer.']);
    expect(noticesOf(typed, 'address 1 -- it is optional')).toEqual([]);
    expect(noticesOf(typed, 'defer 1')).toEqual([]);
  });

  test('what is said after a call', () => {
    const typed = after('#drm', 'call rough std -- s // because so');
    typed.later(5);
    const closed = 'N-CLOSED #drm has a call. Recorded as said after it. Reopen with: call reopen #drm';
    expect(noticesOf(typed, '@p1 @p2 std')).toEqual([closed]);
    expect(noticesOf(typed, '@p1 std said 2024-01-01')).toEqual([]);
    expect(noticesOf(typed, '@p1 #uvc std')).toEqual([]);
    expect(recorded(typed.read('call reopen #drm')).entries).toHaveLength(1);
    expect(noticesOf(typed.type('call reopen #drm'), '@p1 std')).toEqual([]);
  });

  test('a call without a statement, or without a reason where it departs from the assessment', () => {
    const typed = after('#uvc', '@p1 std', '@p2 std', '@p3 obj -- no');
    expect(noticesOf(typed, 'call rough std')).toEqual([
      'N-CALL-TEXT A call wants a statement.',
      'N-CALL-REASON The assessment says contested: add // because ...',
    ]);
    expect(noticesOf(typed, 'call rough std -- s // because p3 is answered')).toEqual([]);
    expect(noticesOf(typed, 'call no-consensus -- s')).toEqual([]);
  });

  test('a call for another stance, or against a rule, that carries', () => {
    const typed = after('#uvc', '@p1 @p2 std');
    expect(noticesOf(typed, 'call consensus pass -- s')).toEqual([
      'N-CALL-REASON The assessment says unanimous for standard-required: add // because ...',
    ]);
    const ruled = after('rule 1 -- a stack exists', '@p1 @p2 rule 1 yes');
    expect(noticesOf(ruled, 'call consensus rule 1 no -- s')).toEqual([
      'N-CALL-REASON The assessment says unanimous for supports: add // because ...',
    ]);
    expect(noticesOf(ruled, 'call consensus rule 1 yes -- s')).toEqual([]);
  });

  test('a condition that is met already, somebody who waits in the queue already', () => {
    const typed = after('#uvc', '@p1 std -- a // if b // if c', 'met @p1 1', 'q+ @p1');
    expect(noticesOf(typed, 'met @p1 1 said 2024-07-01')).toEqual(['N-MET Condition 1 is met already.']);
    expect(noticesOf(typed, 'met @p1 2')).toEqual([]);
    expect(noticesOf(typed, 'q+ @p1 question -- d')).toEqual(['N-QUEUED p1 is in that queue already.']);
    expect(noticesOf(typed, 'q+ @p2')).toEqual([]);
    expect(noticesOf(typed, 'q+ @p1 #drm')).toEqual([]);
    expect(noticesOf(typed.type('ack'), 'q+ @p1')).toEqual([]);
  });

  test('an exception that does not say how far it goes', () => {
    const typed = after('rule 1 -- a stack exists');
    expect(noticesOf(typed, 'rule 1 #drm except')).toEqual([
      'N-SCOPE An exception from what? Add -- and how far it goes.',
    ]);
    expect(noticesOf(typed, 'rule 1 #drm except -- debug nodes')).toEqual([]);
    expect(noticesOf(typed, 'rule 1 #drm inforce')).toEqual([]);
  });

  test('a settlement by the wrong person', () => {
    const typed = after('#uvc', '@p1 obj -- a', '@p1 obj -- b', '@p2 obj -- c');
    expect(noticesOf(typed, '@p1 withdraw 3')).toEqual([
      'N-AUTHOR Only p2 withdraws objection 3. Recorded, and marked.',
    ]);
    expect(noticesOf(typed, '@p1 accommodate 3')).toEqual([
      'N-AUTHOR Only p2 accommodates objection 3. Recorded, and marked.',
    ]);
    expect(noticesOf(typed, '@p1 address 3 -- x')).toEqual([
      'N-AUTHOR Only mod addresses objection 3. Recorded, and marked.',
    ]);
    expect(noticesOf(typed, 'withdraw 3')).toEqual([]);
    expect(noticesOf(typed, '@p1 reopen 3')).toEqual([]);
  });
});
