import fc from 'fast-check';
import { expect, test } from 'vitest';
import { records } from '../testing/arbitrary-record';
import { record } from '../testing/build';
import { runs } from '../testing/runs';
import { snapshot } from '../testing/snapshot';
import { lastEntries, logOf } from './log';
import { emptySession, fold, foldAll, type Session } from './session';
import { unfold } from './unfold';

/** What a session says where nothing was folded that was taken back: keys that nothing stands under are not seen. */
function stepBack(session: Session, to: number): void {
  while (session.entries.size > to) unfold(session);
}

test('taken back entry by entry, looked at in between, a session is what it was before each', () => {
  fc.assert(
    fc.property(records, (entries) => {
      const log = logOf(foldAll(entries));
      const session = foldAll(log);
      const ids = [...session.entries.keys()];
      for (let left = ids.length; left > 0; left -= 1) {
        const before = new Set(ids.slice(0, left));
        expect(snapshot(session)).toBe(snapshot(foldAll(log.filter(({ id }) => before.has(id)))));
        expect(unfold(session)).toBe(ids[left - 1]);
      }
      expect(unfold(session)).toBeUndefined();
    }),
    // each run folds and looks some twenty times
    { numRuns: Math.ceil(runs / 5) },
  );
});

test('back and forth again a session is what it was', () => {
  fc.assert(
    fc.property(records, fc.nat({ max: 20 }), (entries, back) => {
      const log = logOf(foldAll(entries));
      const session = foldAll(log);
      const whole = snapshot(session);
      stepBack(session, Math.max(0, session.entries.size - back));
      snapshot(session);
      for (const entry of log) fold(session, entry);
      expect(snapshot(session)).toBe(whole);
    }),
    { numRuns: Math.ceil(runs / 2) },
  );
});

test('the last lines of the log are the last ones, after any number of steps back', () => {
  const b = record();
  for (let i = 0; i < 12; i += 1) b.add({ kind: 'note-taken', text: `note ${String(i)}` });
  const session = emptySession();
  for (const entry of b.lines) fold(session, entry);
  for (let left = b.lines.length; left > 3; left -= 1) {
    expect(lastEntries(session, 3)).toEqual(b.lines.slice(left - 3, left).toReversed());
    unfold(session);
  }
});
