import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256Of } from './sha256';

test('a long text has the hash of its bytes, wherever a character of two units falls', () => {
  for (const start of ['', 'x']) {
    const text = start + '\u{1f600}'.repeat(700_000);
    expect(sha256Of(text)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});
