import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOf } from '../record/canon';
import { nextId } from '../record/clock';
import type { AnyEntry } from '../record/entry';
import type { Id, Writer } from '../record/ids';
import { records } from '../testing/arbitrary-record';
import { runs } from '../testing/runs';
import { snapshot } from '../testing/snapshot';
import { emptySession, fold, foldAll } from './session';
import { isStruck } from './verdicts';

/** A record, and the same lines in some order, some of them more than once. */
const arrivals = records.chain((record) =>
  fc.tuple(
    fc.constant(record),
    fc.shuffledSubarray([...record], { minLength: record.length }),
    fc.shuffledSubarray([...record]),
  ),
);

test('order of arrival and repetition never matter', () => {
  fc.assert(
    fc.property(arrivals, ([record, shuffled, again]) => {
      expect(snapshot(foldAll([...shuffled, ...again]))).toBe(snapshot(foldAll(record)));
    }),
    { numRuns: runs },
  );
});

test('entry by entry, looked at in between, a session becomes what the set of its entries makes it', () => {
  fc.assert(
    fc.property(arrivals, ([, shuffled]) => {
      const watched = emptySession();
      for (const [at, entry] of shuffled.entries()) {
        fold(watched, entry);
        expect(snapshot(watched)).toBe(snapshot(foldAll(shuffled.slice(0, at + 1))));
      }
    }),
    // each run folds and looks some twenty times
    { numRuns: Math.ceil(runs / 5) },
  );
});

test('the same lines parsed anew change nothing', () => {
  fc.assert(
    fc.property(records, (record) => {
      const session = foldAll(record);
      const { revision } = session;
      for (const entry of record) fold(session, JSON.parse(lineOf(entry)) as AnyEntry);
      expect(session.revision).toBe(revision);
    }),
    { numRuns: runs },
  );
});

test('to strike an unstruck entry and restore it changes nothing that stands', () => {
  fc.assert(
    fc.property(records, fc.nat(), (record, nth) => {
      const session = foldAll(record);
      const entry = record[nth % record.length];
      fc.pre(entry !== undefined && !isStruck(session, entry.id));
      const before = standing(session.latest, snapshot(session));
      const strike = verdict('entry-struck', entry.id, session.latest);
      const restore = verdict('entry-restored', entry.id, strike.id);
      fold(fold(session, restore), strike);
      expect(standing(session.latest, snapshot(session))).toBe(before);
    }),
    { numRuns: runs },
  );
});

function verdict(kind: string, entry: Id, latest: Id | undefined): AnyEntry {
  return { id: nextId(latest, 0, 'zzzzzzzz' as Writer), by: 'zoe', kind, entry } as unknown as AnyEntry;
}

/** What a session says but for its log, which has the two lines more. */
function standing(latest: Id | undefined, text: string): string {
  const {
    log: _log,
    counted: _counted,
    latest: _latest,
    last: _last,
    ...rest
  } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify(rest);
}
