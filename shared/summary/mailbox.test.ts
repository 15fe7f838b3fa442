import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../testing/runs';
import { readMailbox, typedMailbox } from './mailbox';

test('a mailbox that is shown to be typed on reads back as it was, and its name is never encoded', () => {
  expect(typedMailbox({ name: 'Zoë Größe', address: 'zoe@x.example' })).toBe('Zoë Größe <zoe@x.example>');
  expect(typedMailbox({ name: 'O, "Z" \\', address: 'zoe@x.example' })).toBe('"O, \\"Z\\" \\\\" <zoe@x.example>');
  const names = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((name) => name.replace(/[\p{C}\p{Z}]+/gu, ' ').trim())
    .filter((name) => name !== '');
  fc.assert(
    fc.property(names, (name) => {
      const mailbox = { name, address: 'zoe@x.example' };
      expect(readMailbox(typedMailbox(mailbox), 'To')).toEqual({ ok: true, value: mailbox });
    }),
    { numRuns: runs },
  );
});
