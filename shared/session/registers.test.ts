import { describe, expect, test } from 'vitest';
import { lineOf, parseLine } from '../record/canon';
import type { AnyEntry } from '../record/entry';
import type { Handle, Id, Slug } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { record } from '../testing/build';
import { openClashes } from './verdicts';
import { enter } from './enter';
import { lastEntries, logOf } from './log';
import { decidePosition, positionOf, positionsFor } from './positions';
import { decideAmendQuestion, questions } from './questions';
import { decideQuestion } from './questions';
import { decideJoinQueue, queueOf } from './queue';
import { fold, foldAll } from './session';
import { isStruck } from './verdicts';

const p7 = 'p7' as Handle;
const uvc = 'uvc' as Slug;
const S = 'standard-required';
const U = 'userspace-allowed';
const P = 'passthrough-niche';

/** An entry as one of two scribes wrote it: `at` orders them, in milliseconds. */
function entry(at: number, fields: Readonly<Record<string, unknown>>, writer = 'kaaaaaaa'): AnyEntry {
  return { id: id(at, writer), by: 'ana', ...fields } as unknown as AnyEntry;
}
function id(at: number, writer = 'kaaaaaaa'): Id {
  return `2024-09-17T08:00:00.${String(at).padStart(3, '0')}Z-000-${writer}` as Id;
}
/** A position of p7 on uvc. */
function position(at: number, stance: string, fields: Readonly<Record<string, unknown>> = {}): AnyEntry {
  return entry(at, { kind: 'position-taken', stance, subsystem: 'uvc', who: 'p7', ...fields });
}
const strike = (at: number, named: Id): AnyEntry => entry(at, { kind: 'entry-struck', entry: named });
const restore = (at: number, named: Id): AnyEntry => entry(at, { kind: 'entry-restored', entry: named });
const pick = (at: number, named: AnyEntry): AnyEntry =>
  entry(at, { kind: 'entry-picked', entry: named.id, sha256: sha256Of(lineOf(named)) });

/** What stands for p7 on uvc: its stance, how many heads there are, and whether they differ. */
function stands(...entries: readonly AnyEntry[]): string {
  const found = positionOf(foldAll(entries), p7, uvc);
  if (found === undefined) return 'nothing';
  return `${found.stance}${found.heads.length === 1 ? '' : `, ${String(found.heads.length)} heads`}${found.conflict ? ', in conflict' : ''}`;
}

describe('what stands in a register', () => {
  test('a revision supersedes what it names in prev', () => {
    expect(stands(position(1, S), position(2, U, { prev: [id(1)] }))).toBe(U);
  });
  test('two that don’t know each other are a conflict, and the greater id stands', () => {
    expect(stands(position(1, S), position(2, U))).toBe(`${U}, 2 heads, in conflict`);
  });
  test('two that say the same are no conflict, whoever wrote them, as part of whatever act', () => {
    expect(stands(position(1, S), position(2, S, { by: 'bob', act: id(1) }))).toBe(`${S}, 2 heads`);
  });
  test('a field that this program doesn’t know makes two heads differ', () => {
    expect(stands(position(1, S, { mood: 1 }), position(2, S))).toBe(`${S}, 2 heads, in conflict`);
  });
  test('a revision that names all heads resolves a conflict', () => {
    expect(stands(position(1, S), position(2, U), position(3, P, { prev: [id(1), id(2)] }))).toBe(P);
  });
  test('a revision that names one of two heads leaves the other', () => {
    expect(stands(position(1, S), position(2, U), position(3, P, { prev: [id(1)] }))).toBe(
      `${P}, 2 heads, in conflict`,
    );
  });
  test('a revision supersedes what it reaches through a struck one', () => {
    const chain = [position(1, S), position(2, U, { prev: [id(1)] }), position(3, P, { prev: [id(2)] })];
    expect(stands(...chain, strike(4, id(2)))).toBe(P);
  });
  test('a struck revision supersedes nothing: what it revised stands again', () => {
    expect(stands(position(1, S), position(2, U, { prev: [id(1)] }), strike(3, id(2)))).toBe(S);
  });
  test('a revision supersedes what it reaches through a clashing one', () => {
    const clash = [position(2, U, { prev: [id(1)] }), position(2, P, { prev: [id(1)] })];
    expect(stands(position(1, S), ...clash, position(3, 'abstain', { prev: [id(2)] }))).toBe('abstain');
  });
  test('clashing contents supersede nothing themselves', () => {
    expect(stands(position(1, S), position(2, U, { prev: [id(1)] }), position(2, P, { prev: [id(1)] }))).toBe(S);
  });
  test('a revision may name a line that is absent', () => {
    expect(stands(position(2, U, { prev: [id(1)] }))).toBe(U);
  });
  test('of two that don’t know each other the one said later stands alone, whenever it was recorded', () => {
    const july = { said: '2024-07-25T09:26:38.000Z' };
    expect(stands(position(1, S), position(2, U, july))).toBe(S);
    expect(stands(position(1, S, july), position(2, U))).toBe(U);
    expect(stands(position(1, U, july), position(2, S, { said: '2024-07-24T00:00:00.000Z' }))).toBe(U);
  });
  test('two said at the same time are a conflict', () => {
    const july = { said: '2024-07-25T09:26:38.000Z' };
    expect(stands(position(1, S, july), position(2, U, { said: '2024-07-25T09:26:38Z' }))).toBe(
      `${U}, 2 heads, in conflict`,
    );
  });
  test('a thing is gone when all of its register is struck', () => {
    expect(stands(position(1, S), position(2, U, { prev: [id(1)] }), strike(3, id(1)), strike(4, id(2)))).toBe(
      'nothing',
    );
  });
});

describe('strikes and restores', () => {
  test.each([
    ['a strike strikes', [strike(2, id(1))], 'nothing'],
    ['a restore after it restores', [strike(2, id(1)), restore(3, id(1))], S],
    ['a strike after that strikes again', [strike(2, id(1)), restore(3, id(1)), strike(4, id(1))], 'nothing'],
    ['the greatest decides, not the last to arrive', [restore(3, id(1)), strike(2, id(1))], S],
    ['a strike of a strike has no effect', [strike(2, id(1)), strike(3, id(2))], 'nothing'],
    ['a strike of a restore has no effect', [strike(2, id(1)), restore(3, id(1)), strike(4, id(3))], S],
    ['a restore of a strike has no effect', [strike(2, id(1)), restore(3, id(2))], 'nothing'],
    ['a strike of a line that isn’t there has no effect', [strike(2, id(0))], S],
  ] as const)('%s', (_, verdicts, expected) => {
    expect(stands(position(1, S), ...verdicts)).toBe(expected);
    expect(stands(...verdicts, position(1, S))).toBe(expected);
  });

  test('a strike is never shown as struck', () => {
    expect(isStruck(foldAll([position(1, S), strike(2, id(1)), strike(3, id(2))]), id(2))).toBe(false);
  });
});

describe('the same id with different content', () => {
  const here = position(2, U);
  const there = position(2, P);

  test('neither counts until a person picks one', () => {
    expect(stands(position(1, S), here, there)).toBe(S);
    expect(stands(here, there)).toBe('nothing');
    expect(stands(here, there, pick(3, there))).toBe(P);
    expect(openClashes(foldAll([here, there]))).toEqual([id(2)]);
    expect(openClashes(foldAll([here, there, pick(3, there)]))).toEqual([]);
  });
  test('the greatest unstruck pick counts', () => {
    expect(stands(here, there, pick(3, there), pick(4, here))).toBe(U);
    expect(stands(here, there, pick(3, there), pick(4, here), strike(5, id(4)))).toBe(P);
    expect(stands(here, there, pick(3, there), pick(4, here), strike(5, id(4)), restore(6, id(4)))).toBe(U);
  });
  test('a pick of a content that nobody has picks nothing', () => {
    expect(stands(here, there, pick(3, position(2, S)))).toBe('nothing');
  });
  test('strikes may clash too, and count when picked', () => {
    const other = { ...strike(3, id(1)), by: 'bob' } as AnyEntry;
    expect(stands(position(1, S), strike(3, id(1)), other)).toBe(S);
    expect(stands(position(1, S), strike(3, id(1)), other, pick(4, other))).toBe('nothing');
  });
  test('both lines are in the log, in the order of their bytes, whatever came first', () => {
    expect(logOf(foldAll([here, there]))).toEqual([there, here]);
    expect(logOf(foldAll([there, here]))).toEqual([there, here]);
    expect(lastEntries(foldAll([here, there]), 9)).toEqual(lastEntries(foldAll([there, here]), 9));
  });
});

describe('people use handles as keys', () => {
  const other = (at: number, stance: string): AnyEntry => position(at, stance, { who: 'pete' });
  const same = (at: number, keep: string, drop: string): AnyEntry =>
    entry(at, { kind: 'participants-same', keep, drop });

  test('sameness unites registers', () => {
    expect(stands(position(1, S), other(2, U))).toBe(S);
    expect(stands(position(1, S), other(2, U), same(3, 'p7', 'pete'))).toBe(`${U}, 2 heads, in conflict`);
  });
  test('a revision under the kept handle names what both handles held', () => {
    const session = foldAll([
      position(1, S),
      other(2, U),
      same(3, 'p7', 'pete'),
      entry(0, { kind: 'subsystem-added', subsystem: 'uvc' }),
    ]);
    const decided = decidePosition(
      session,
      { who: p7, subsystem: uvc, stance: P },
      { now: 0, by: p7, writer: 'kaaaaaaa' as never },
    );
    expect(decided).toMatchObject({ ok: true, value: [{ prev: [id(1), id(2)] }] });
  });
  test('it is undone by a strike', () => {
    expect(stands(position(1, S), other(2, U), same(3, 'p7', 'pete'), strike(4, id(3)))).toBe(S);
  });
  test('the name kept is the keep of the greatest', () => {
    const session = foldAll([same(1, 'p7', 'pete'), same(2, 'peter', 'p7'), other(3, S), position(4, U)]);
    expect(positionsFor(session, uvc).map(({ who }) => who)).toEqual(['peter']);
    expect(positionsFor(fold(session, strike(5, id(2))), uvc).map(({ who }) => who)).toEqual(['p7']);
  });
});

describe('what is entered', () => {
  test('a revision names the heads it revises, sorted', () => {
    const { session } = record().subsystem('uvc').position('p7', 'uvc', S);
    const first = session.latest;
    const [revision] = enter(session, [{ kind: 'position-taken', who: p7, subsystem: uvc, stance: U }], {
      now: 0,
      by: p7,
      writer: 'kaaaaaaa' as never,
    });
    expect(revision).toMatchObject({ prev: [first] });
  });
  test('it doesn’t name heads of a later time', () => {
    const { session } = record().subsystem('uvc').position('p7', 'uvc', S);
    const [earlier] = enter(
      session,
      [{ kind: 'position-taken', said: '2024-07-25T09:26:38.000Z' as never, who: p7, subsystem: uvc, stance: U }],
      { now: 0, by: p7, writer: 'kaaaaaaa' as never },
    );
    expect(earlier).not.toHaveProperty('prev');
    if (earlier !== undefined) fold(session, earlier);
    expect(positionOf(session, p7, uvc)).toMatchObject({ stance: S, conflict: false });
  });
  test('it copies the fields that this program doesn’t know', () => {
    const built = record().subsystem('uvc');
    fold(built.session, position(999, S, { mood: { of: 'x' }, rationale: 'cleared by the revision' }));
    const { lines } = built.position('p7', 'uvc', U);
    expect(lines.at(-1)).toMatchObject({ mood: { of: 'x' }, stance: U });
    expect(lines.at(-1)).not.toHaveProperty('rationale');
  });
  test('but not where they are known fields of the revision’s kind', () => {
    const built = record().subsystem('uvc').call('uvc', 'rough', { stance: S });
    const reopened = entry(999, { kind: 'call-reopened', call: built.last, prev: [built.last], stance: null });
    fold(built.session, { ...reopened, id: `${built.last.slice(0, 28)}-zzzzzzzz` } as AnyEntry);
    built.call('uvc', 'no-consensus');
    expect(built.lines.at(-1)).not.toHaveProperty('stance');
  });
  test('the later entries of an act carry the id of its first', () => {
    const { lines } = record().people('a').same('a', 'b', 'c');
    const [first, second] = lines.slice(-2);
    expect(first).not.toHaveProperty('act');
    expect(second).toMatchObject({ act: first?.id });
  });
  test('what a record can’t hold is left out, so that every line can be read again', () => {
    const { lines } = record().add({
      kind: 'note-taken',
      text: 'a\r\nb\u0000\u001b\ud800c\td',
      evidence: [{ message: 'm@x', lines: ['one', '', 'two\f'], context: [''] }],
    });
    const note = lines.at(-1);
    expect(note).toMatchObject({ text: 'a\nb\ufffdc\td', evidence: [{ message: 'm@x', lines: ['one', 'two'] }] });
    expect(parseLine(lineOf(note as AnyEntry))).toMatchObject({ ok: true });
  });
});

describe('questions and their texts', () => {
  test('a new text is of the same question, and keeps its number', () => {
    const built = record().do((session, env) => decideQuestion(session, { text: 'whose policy?' }, env));
    const question = built.last;
    built.do((session, env) => decideAmendQuestion(session, { question, text: 'whose policy applies?' }, env));
    built.do((session, env) => decideAmendQuestion(session, { question, text: 'which policy applies?' }, env));
    expect(questions(built.session)).toMatchObject([{ id: question, number: 1, text: 'which policy applies?' }]);
  });
  test('texts that revise the same absent one are of one question, in conflict', () => {
    const text = (at: number, words: string): AnyEntry =>
      entry(at, { kind: 'question-raised', number: 1, prev: [id(0)], text: words });
    expect(questions(foldAll([text(1, 'a'), text(2, 'b')]))).toMatchObject([{ id: id(0), conflict: true }]);
  });
  test('texts that were revised over and over, on both sides, are read at once', () => {
    const texts = Array.from({ length: 200 }, (_, at): AnyEntry =>
      entry(at, {
        kind: 'question-raised',
        number: 1,
        text: 'x',
        ...(at < 2 ? {} : { prev: [id(at - (at % 2) - 2), id(at - (at % 2) - 1)] }),
      }),
    );
    expect(questions(foldAll(texts))).toHaveLength(1);
  });
});

test('a subsystem may be called anything, `entries` too', () => {
  const built = record()
    .subsystem('entries')
    .do((session, env) => decideJoinQueue(session, { who: p7, subsystem: 'entries' as Slug, as: 'topic' }, env));
  expect(queueOf(built.session, 'entries' as Slug).waiting).toMatchObject([{ who: 'p7' }]);
});

test('ten thousand people who turn out to be one are found at once', () => {
  const chain = Array.from(
    { length: 10_000 },
    (_, at): AnyEntry =>
      ({
        id: `2024-09-17T08:00:00.000Z-${at.toString(36).padStart(3, '0')}-kaaaaaaa`,
        by: 'ana',
        kind: 'participants-same',
        keep: `p${String(at + 1)}`,
        drop: `p${String(at)}`,
      }) as unknown as AnyEntry,
  );
  const session = foldAll([...chain, position(1, S, { who: 'p0' })]);
  expect(positionsFor(session, uvc)).toMatchObject([{ who: 'p10000' }]);
});
