import { expect, test } from 'vitest';
import type { AnyEntry } from '../record/entry';
import type { Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { foldAll } from '../session/session';
import { record, type Build } from '../testing/build';
import { mailText } from './mail-text';
import { summarise } from './summarise';
import { verifyMail } from './verify';

const AT = '2024-09-18T08:00:00.000Z' as Instant;

function mailOf(entries: readonly AnyEntry[]): string {
  return mailText(summarise(foldAll(entries), { at: AT, sha256: sha256Of }));
}

function held(
  mail: string,
  entries: readonly AnyEntry[],
): { inserted: readonly string[]; since: readonly string[] } | string {
  const verified = verifyMail(mail, entries, sha256Of);
  if (!verified.ok) return verified.error.message;
  const ids = (lines: readonly AnyEntry[]): readonly string[] => lines.map(({ id }) => id);
  return { inserted: ids(verified.value.inserted), since: ids(verified.value.since) };
}

function small(): Build {
  return record().subsystem('uvc').position('ana', 'uvc', 'abstain').position('ben', 'uvc', 'abstain');
}

/** Notes of another scribe, each a second apart, from one start of the program. */
function notes(writer: string, ...seconds: readonly number[]): readonly AnyEntry[] {
  return seconds.map((second) => {
    const id = `2024-09-17T08:00:${String(second).padStart(2, '0')}.500Z-000-${writer}`;
    // a hand-made line, as it comes out of another file
    return { id, by: 'other', kind: 'note-taken', text: `note ${second}` } as unknown as AnyEntry;
  });
}

test('a mail belongs to the record that it was made from', () => {
  const { lines } = small();
  expect(held(mailOf(lines), lines)).toEqual({ inserted: [], since: [] });
});

test('what was recorded after it is listed as since', () => {
  const b = small();
  const mail = mailOf(b.lines);
  b.position('eve', 'uvc', 'abstain');
  expect(held(mail, b.lines)).toEqual({ inserted: [], since: [b.last] });
});

test('what was merged in later with smaller ids is found out: all lines of a scribe, or the last ones', () => {
  const { lines } = small();
  const others = notes('otherabc', 1, 2, 3);
  const more = notes('thirdabc', 1, 2);
  const whole = held(mailOf(lines), [...lines, ...others]);
  expect(whole).toEqual({ inserted: others.map(({ id }) => id), since: [] });
  const rest = held(mailOf([...lines, ...others.slice(0, 1)]), [...lines, ...others, ...more]);
  expect(rest).toEqual({ inserted: [...others.slice(1), ...more].map(({ id }) => id).sort(), since: [] });
});

test('private notes are in neither', () => {
  const b = small();
  const mail = mailOf(b.lines);
  const secret = { ...notes('otherabc', 1)[0], private: true } as AnyEntry;
  expect(held(mail, [...b.lines, secret])).toEqual({ inserted: [], since: [] });
  expect(mailOf([...b.lines, secret])).toBe(mail);
});

test('a mail of another record, of a changed one, or of one with lines that are gone, does not belong', () => {
  const { lines } = small();
  const mail = mailOf(lines);
  const changed = lines.map((line) => ('stance' in line ? { ...line, stance: 'recuse' } : line)) as readonly AnyEntry[];
  expect(held(mail, changed)).toMatch(/^The mail is not of this record/);
  expect(held(mail, lines.slice(0, -1))).toMatch(/^The record lacks lines/);
  expect(held(mail, record({ title: 'Another' }).lines)).toMatch(/^The record lacks lines/);
  expect(held('Hi all,\n', lines)).toMatch(/^The mail does not say/);
});

test('it is found out of a mail that was quoted, or came with CRLF, or lost the space of its signature mark', () => {
  const { lines } = small();
  const mail = mailOf(lines);
  const quoted = mail.replace(/^/gm, '> ');
  for (const form of [quoted, mail.replaceAll('\n', '\r\n'), mail.replace('-- \n', '--\n')]) {
    expect(held(form, lines)).toEqual({ inserted: [], since: [] });
  }
});

test('a seal that a person typed into a text is not the mail’s', () => {
  const b = small();
  const forged = `x\nGavel, 1 lines up to ${b.last}\nsha256 ${'0'.repeat(64)}`;
  b.position('eve', 'uvc', 'abstain', { rationale: forged });
  expect(held(mailOf(b.lines), b.lines)).toEqual({ inserted: [], since: [] });
});
