import fc from 'fast-check';
import { canonical, lineOf, parseLine } from '../record/canon';
import { nextId } from '../record/clock';
import type { AnyEntry } from '../record/entry';
import type { Id, Writer } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { fieldsOf, kindOf, type Step } from './arbitrary-fields';

const WRITERS = ['kaaaaaaa', 'kabbbbbb', 'mccccccc'] as Writer[];
const START = Date.UTC(2024, 8, 17, 8);
/** A line that nobody has: naming it is legal. */
const ABSENT = '2024-01-01T00:00:00.000Z-000-absentaa' as Id;

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat({ max: 400 }),
  themed: fc.integer({ min: 0, max: 3 }).map((at) => at > 0),
  writer: fc.nat({ max: WRITERS.length - 1 }),
  advance: fc.nat({ max: 2 }),
  /** which of the entries so far it names, revises, picks */
  names: fc.nat(),
  revises: fc.array(fc.nat({ max: 6 }), { maxLength: 3 }),
  choices: fc.array(fc.nat({ max: 11 }), { minLength: 6, maxLength: 6 }),
  said: fc.option(fc.constantFrom('2024-07-25T09:26:38Z', '2024-09-17T08:00:00.003Z', '2024-10-01T00:00:00.000Z'), {
    freq: 4,
    nil: undefined,
  }),
  mood: fc.option(fc.nat({ max: 1 }), { freq: 6, nil: undefined }),
  act: fc.boolean(),
  clashing: fc.nat({ max: 9 }),
  retold: fc.boolean(),
});

/**
 * Records of every kind, as several scribes who see only some of each other's lines would leave them: revisions of old
 * and new heads, strikes of anything, said earlier and later, one id with several contents, lines of a later program.
 * In record order; each line is one that the gate lets in.
 */
export const records: fc.Arbitrary<readonly AnyEntry[]> = fc
  .tuple(
    fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8),
    fc.array(step, { minLength: 3, maxLength: 20, size: 'max' }),
  )
  .map(([theme, steps]) => {
    const record = [entryFrom('session-opened', FIRST, reading(FIRST, undefined), [])];
    for (const each of steps) record.push(nextEntry(kindOf(theme, each), each, record));
    return record;
  });

const FIRST: Step = {
  kind: 0,
  themed: false,
  writer: 0,
  advance: 0,
  names: 0,
  revises: [],
  choices: [],
  act: false,
  clashing: 0,
  retold: false,
};

function nextEntry(kind: string, each: Step, record: readonly AnyEntry[]): AnyEntry {
  const ids = record.map(({ id }) => id).sort();
  // one in ten is another content of an id that is there
  const target = each.clashing === 5 ? record[each.names % record.length] : undefined;
  if (target === undefined) return entryFrom(kind, each, reading(each, ids.at(-1)), record);
  const before = record.filter(({ id }) => id < target.id);
  if (each.retold || before.length === 0) return canonical({ ...target, x: each.names % 3 } as AnyEntry);
  return entryFrom(kind, each, target.id, before);
}

function reading(each: Step, latest: Id | undefined): Id {
  const now = latest === undefined ? START : Date.parse(latest.slice(0, 24)) + each.advance;
  return nextId(latest, now, WRITERS[each.writer] as Writer);
}

function entryFrom(kind: string, each: Step, id: Id, record: readonly AnyEntry[]): AnyEntry {
  const nameable = kind === 'entry-picked' ? clashingIn(record) : record;
  const named = nameable[each.names % Math.max(1, nameable.length)];
  const entry = {
    id,
    by: each.writer === 0 ? 'ana' : 'bob',
    kind,
    ...fieldsOf(kind, each, record, named, ABSENT),
    ...(each.said === undefined ? {} : { said: each.said }),
    ...(each.mood === undefined ? {} : { mood: each.mood }),
    ...(each.act && named !== undefined ? { act: named.id } : {}),
    ...(kind === 'entry-picked' && named !== undefined ? { sha256: sha256Of(lineOf(named)) } : {}),
  };
  const read = parseLine(lineOf(entry as unknown as AnyEntry));
  if (!read.ok) throw new Error(`${JSON.stringify(entry)} is no entry: ${JSON.stringify(read.error)}`);
  return read.value;
}

function clashingIn(record: readonly AnyEntry[]): readonly AnyEntry[] {
  const found = record.filter(({ id }, at) => record.some((other, otherAt) => other.id === id && otherAt !== at));
  return found.length === 0 ? record : found;
}
