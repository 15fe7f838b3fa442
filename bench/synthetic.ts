import { lineOf } from '../shared/record/canon';
import type { AnyEntry } from '../shared/record/entry';
import { reading } from '../shared/record/clock';
import type { Id, Writer } from '../shared/record/ids';

const START = Date.parse('2026-09-14T09:00:00.000Z');
const WRITER = 'kbench22' as Writer;
const STANCES = ['standard-required', 'userspace-allowed', 'passthrough-niche', 'abstain'];
const WORDS = 'a control without a published layout has no user that we can test, whatever the bus is'.split(' ');

/** How many there are of each. */
export interface Shape {
  readonly people: number;
  readonly subsystems: number;
}

/** Larger than any list: what a view must still be usable at. */
export const LARGE: Shape = { people: 10_000, subsystems: 3_000 };
export const LARGE_ENTRIES = 1_000_000;

/** A large summit: what every key must be quick at. */
export const SUMMIT: Shape = { people: 80, subsystems: 40 };
export const SUMMIT_ENTRIES = 16_000;

/**
 * A record of `count` entries as a long discussion would leave it: people, subsystems, then mostly positions that revise
 * each other, with objections, notes and strikes between them. The same count and shape give the same record.
 */
export function syntheticEntries(count: number, { people, subsystems }: Shape = usualShape(count)): AnyEntry[] {
  const entries: AnyEntry[] = [];
  const heads = new Map<string, Id>();
  // mulberry32: the same numbers at each run, and no pattern in who speaks of what
  let state = 12_345;
  const pick = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const add = (kind: string, fields: Record<string, unknown>): Id => {
    const id = reading(START + entries.length * 5, 0, WRITER);
    entries.push({ id, by: 'scribe', kind, ...fields } as unknown as AnyEntry);
    return id;
  };
  add('session-opened', { title: 'Synthetic discussion', chair: 'p0', zone: 'UTC' });
  for (let i = 0; i < people && entries.length < count; i += 1) {
    add('participant-added', {
      name: `Maintainer ${String(i)}`,
      address: `p${String(i)}@maintainers.example`,
      who: `p${String(i)}`,
    });
  }
  for (let i = 0; i < subsystems && entries.length < count; i += 1) {
    const seats = [`p${String(i % people)}`, `p${String((i + 7) % people)}`];
    add('subsystem-added', {
      maintainers: seats,
      name: `Subsystem ${String(i)}`,
      order: i + 1,
      subsystem: `s${String(i)}`,
    });
  }
  const said = (): string => {
    const from = pick(WORDS.length - 4);
    return WORDS.slice(from, from + 4 + pick(12)).join(' ');
  };
  let objections = 0;
  while (entries.length < count) {
    const who = `p${String(pick(people))}`;
    const subsystem = `s${String(pick(subsystems))}`;
    const roll = pick(100);
    if (roll < 80) {
      const register = `${who} ${subsystem}`;
      const prev = heads.get(register);
      const stance = STANCES[pick(STANCES.length)] ?? 'abstain';
      const id = add('position-taken', {
        ...(prev === undefined ? {} : { prev: [prev] }),
        rationale: said(),
        stance,
        subsystem,
        who,
      });
      heads.set(register, id);
    } else if (roll < 92) add('note-taken', { subsystem, text: said(), who });
    else if (roll < 97) {
      objections += 1;
      add('objection-raised', { number: objections, on: { subsystem }, rationale: said(), remedy: said(), who });
    } else {
      const target = entries[entries.length - 1 - pick(20)];
      if (target !== undefined && target.kind === 'position-taken') add('entry-struck', { entry: target.id });
      else add('note-taken', { text: said() });
    }
  }
  return entries;
}

function usualShape(count: number): Shape {
  return {
    people: Math.max(80, Math.min(10_000, Math.floor(count / 100))),
    subsystems: Math.max(40, Math.min(3_000, Math.floor(count / 400))),
  };
}

/** The same as canonical lines. */
export function syntheticLines(count: number): string[] {
  return syntheticEntries(count).map(lineOf);
}
