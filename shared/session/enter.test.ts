import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkEntry } from '../record/check';
import type { Draft } from '../record/entry';
import { record } from '../testing/build';
import { runs } from '../testing/runs';
import { decided } from './enter';

const env = { now: Date.UTC(2024, 8, 17), by: 'sue' as never, writer: 'testtest' as never };
const note = (text: string): Draft => ({ kind: 'note-taken', text });

test('a text of nothing but control characters is refused, for no reader would take that line', () => {
  const { session } = record();
  expect(decided(session, [note('\u0001\u0007')], env)).toMatchObject({
    ok: false,
    error: { message: 'Nothing was recorded: text says nothing that a record can hold.', found: 'nothing' },
  });
  expect(decided(session, [note('kept'), note('\0')], env).ok).toBe(false);
  expect(decided(session, [note('\u0001kept')], env)).toMatchObject({ ok: true, value: [{ text: 'kept' }] });
});

test('whatever text is given, what is decided can be read again', () => {
  const { session } = record();
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  fc.assert(
    fc.property(text, (each) => {
      const entries = decided(session, [note(each)], env);
      expect(!entries.ok || entries.value.every((entry) => checkEntry({ ...entry }) === undefined)).toBe(true);
    }),
    { numRuns: runs },
  );
});
