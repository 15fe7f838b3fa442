import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id } from '../record/ids';
import { record, type Build } from '../testing/build';
import { runs } from '../testing/runs';
import { decideNote } from './notes';
import { decideRedo, decideRestore, decideStrike, decideUndo } from './acts';
import { notes } from './notes';

const note = (build: Build, text: string): Id => build.do((session, env) => decideNote(session, { text }, env)).last;
const undo = (build: Build): Build => build.do(decideUndo);
const redo = (build: Build): Build => build.do(decideRedo);
const strike = (build: Build, entry: Id): Build => build.do((session, env) => decideStrike(session, entry, env));
const restore = (build: Build, entry: Id): Build => build.do((session, env) => decideRestore(session, entry, env));
const standing = ({ session }: Build): string =>
  notes(session)
    .map(({ text }) => text)
    .join('');

/** A room where a, b and c were noted by the same scribe. */
function noted(): { readonly build: Build; readonly a: Id; readonly b: Id; readonly c: Id } {
  const build = record();
  return { build, a: note(build, 'a'), b: note(build, 'b'), c: note(build, 'c') };
}

describe('undo', () => {
  test('strikes one’s own last act, then the one before, and redo brings them back', () => {
    const { build } = noted();
    expect(standing(undo(undo(build)))).toBe('a');
    expect(standing(redo(build))).toBe('ab');
    expect(standing(redo(build))).toBe('abc');
    expect(() => redo(build)).toThrow('Nothing to redo.');
  });

  test('ends where all is struck but the opening of the session', () => {
    const { build } = noted();
    undo(undo(undo(build)));
    expect(() => undo(build)).toThrow('Nothing of yours is left to undo.');
    expect(standing(redo(build))).toBe('a');
  });

  test('of what an entry was struck for restores it, and strikes nothing else', () => {
    const { build, a } = noted();
    expect(standing(strike(build, a))).toBe('bc');
    expect(standing(undo(build))).toBe('abc');
    expect(standing(redo(build))).toBe('bc');
    expect(standing(undo(undo(build)))).toBe('ab');
  });

  test('of a restore strikes again', () => {
    const { build, a } = noted();
    restore(strike(build, a), a);
    note(build, 'd');
    expect(standing(undo(build))).toBe('abc');
    strike(build, a);
    note(build, 'e');
    restore(build, a);
    expect(standing(build)).toBe('abce');
    expect(standing(undo(build))).toBe('bce');
  });

  test('passes over what somebody else has struck', () => {
    const { build, c } = noted();
    strike(build.from('bob', 'bobbobbo'), c).from('scribe', 'testtest');
    expect(standing(undo(build))).toBe('a');
    expect(standing(redo(build))).toBe('ab');
  });

  test('leaves what others did', () => {
    const { build } = noted();
    note(build.from('bob', 'bobbobbo'), 'd');
    expect(standing(undo(build.from('scribe', 'testtest')))).toBe('abd');
  });
});

describe('redo', () => {
  test('has nothing to do where an entry was struck and nothing undone', () => {
    const { build, a } = noted();
    expect(() => redo(strike(build, a))).toThrow('Nothing to redo.');
  });

  test('has nothing to do once something else was done', () => {
    const { build } = noted();
    note(undo(build), 'd');
    expect(() => redo(build)).toThrow('Nothing to redo.');
  });
});

test('whatever one did, as many redos as undos lead back to where one was', () => {
  const doings = fc.array(fc.tuple(fc.constantFrom('note', 'strike', 'restore', 'undo', 'redo'), fc.nat(7)), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(doings, fc.integer({ min: 1, max: 4 }), (list, times) => {
      const build = record();
      const ids = [note(build, '0')];
      const attempt = (doing: () => void): boolean => {
        try {
          doing();
          return true;
        } catch {
          // refused: there was nothing to do
          return false;
        }
      };
      for (const [what, nth] of list) {
        const id = ids[nth % ids.length] as Id;
        if (what === 'note') ids.push(note(build, String(ids.length)));
        else if (what === 'strike') strike(build, id);
        else if (what === 'restore') attempt(() => restore(build, id));
        else attempt(() => (what === 'undo' ? undo(build) : redo(build)));
      }
      const before = standing(build);
      let undone = 0;
      while (undone < times && attempt(() => undo(build))) undone += 1;
      for (; undone > 0; undone -= 1) redo(build);
      expect(standing(build)).toBe(before);
    }),
    { numRuns: runs },
  );
});
