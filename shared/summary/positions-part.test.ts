import { expect, test } from 'vitest';
import type { AnyEntry } from '../record/entry';
import type { Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { foldAll } from '../session/session';
import { atOnce } from '../steps';
import { record } from '../testing/build';
import { formLines, formText } from './forms';
import { tabulating } from './summarise';

const OPTIONS = { at: '2024-09-18T08:00:00.000Z' as Instant, sha256: sha256Of };

/** What somebody recorded elsewhere, who had seen nothing of this. */
function elsewhere(second: number, by: string, stance: string, rationale: string): AnyEntry {
  const id = `2024-09-17T08:01:${String(second)}.000Z-000-${by}`;
  return { id, by, kind: 'position-taken', who: 'ana', subsystem: 'uvc', stance, rationale } as unknown as AnyEntry;
}

test('what several scribes recorded alike is one line of a conflict, with the entries of all of them behind it', () => {
  const b = record().people('ana').subsystem('uvc');
  b.position('ana', 'uvc', 'standard-required', { rationale: 'as one heard it' });
  const others = [
    elsewhere(30, 'otherabc', 'userspace-allowed', 'as others did'),
    elsewhere(31, 'thirdabc', 'userspace-allowed', 'as others did'),
  ];
  const session = foldAll([...b.lines, ...others]);
  const mail = formText('mail', session, OPTIONS);
  expect(mail.match(/as others did/g)).toHaveLength(1);
  expect(mail.match(/also recorded as \w+,/g)).toEqual(['also recorded as U,', 'also recorded as S,']);
  expect(atOnce(tabulating(session, OPTIONS)).positions).toHaveLength(2);
  for (const { id } of others) {
    const lines = formLines('mail', session, OPTIONS).filter(({ from }) => from.includes(id));
    expect(lines.map(({ text }) => text.slice(0, 10))).toContain('  U  ana  ');
  }
});
