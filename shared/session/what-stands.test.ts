import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../record/entry';
import type { Handle, Id } from '../record/ids';
import { records } from '../testing/arbitrary-record';
import { keptIn, whatStands, type WhatStands } from '../testing/oracle';
import { runs } from '../testing/runs';
import { keysOf, standingOf } from './look';
import type { Standing } from './register';
import { answerStanding, attendanceStanding, callStanding, positionStanding, questionStandings } from './registers';
import { keptHandle } from './same';
import { foldAll, type Session } from './session';

const NAMES: Readonly<Record<string, string>> = {
  meeting: 'session',
  participant: 'participant',
  subsystem: 'subsystem',
  rule: 'rule-proposed',
  ruling: 'ruling',
  objection: 'objection-raised',
  settlement: 'settlement',
  'question-answer': 'question-answer',
  count: 'count',
  note: 'note-taken',
  action: 'action-assigned',
  'action-end': 'action-state',
};

/** What the session says of every register, under the names that the oracle uses. */
function standingIn(session: Session): WhatStands {
  const found: Record<string, WhatStands[string]> = {};
  const add = (name: string, standing: Standing<Entry> | undefined): void => {
    if (standing === undefined) return;
    expect(standing.head).toBe(standing.heads.at(-1));
    found[name] = { heads: standing.heads.map(({ id }) => id), conflict: standing.conflict };
  };
  for (const group of session.groups.keys()) {
    for (const key of keysOf(session, group)) addShelf(session, group, key, add);
  }
  for (const [id, standing] of questionStandings(session)) add(`question ${id}`, standing);
  return found;
}

type Add = (name: string, standing: Standing<Entry> | undefined) => void;

function addShelf(session: Session, group: string, key: string, add: Add): void {
  const [sort = '', about = '', subsystem] = group.split(' ');
  const who = key as Handle;
  const name = NAMES[sort];
  if (sort === 'position') add(`position ${keptHandle(session, who)} ${about}`, positionStanding(session, who, about));
  else if (sort === 'attendance') add(`attendance ${keptHandle(session, who)}`, attendanceStanding(session, who));
  else if (sort === 'answer') {
    const standing = answerStanding(session, who, about as Id, subsystem);
    add(`answer ${keptHandle(session, who)} ${about} ${subsystem ?? ''}`, standing);
  } else if (sort === 'call') add(`call ${key}`, callStanding(session, key));
  else if (name !== undefined) add(`${name} ${key}`.trim(), standingOf(session, group, key));
}

test('what stands is what the sentences of the format say, in every register', () => {
  fc.assert(
    fc.property(records, (record) => {
      expect(standingIn(foldAll(record))).toEqual(whatStands(record));
    }),
    { numRuns: runs },
  );
});

test('who is the same person is a union, named by the greatest unstruck entry', () => {
  fc.assert(
    fc.property(records, (record) => {
      const session = foldAll(record);
      for (const who of ['a', 'b', 'c', 'd']) expect(keptHandle(session, who as Handle)).toBe(keptIn(who, record));
    }),
    { numRuns: runs },
  );
});
