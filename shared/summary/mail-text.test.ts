import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Length } from '../record/canon';
import type { Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { foldAll, type Session } from '../session/session';
import { runs } from '../testing/runs';
import { width } from './characters';
import { mailLines, mailText, mailTextOf } from './mail-text';
import { summarise, summaryBlocks, type SummaryOptions } from './summarise';
import { fullRecord } from './testing/full-record';
import { hostileTexts } from './testing/hostile';

const AT = '2024-09-18T08:00:00.000Z' as Instant;

function mailOf(session: Session, options: Partial<SummaryOptions> = {}): string {
  return mailText(summarise(session, { at: AT, sha256: sha256Of, ...options }));
}

/** A record whose texts are the given ones, over and over. */
function recordOf(texts: readonly string[]): Session {
  let next = 0;
  return fullRecord(() => texts[(next += 1) % texts.length] ?? 'x').session;
}

const LINK = /^\[\d+\] https?:\/\/\S+$/;

test('the same lines in any order make the same mail, byte for byte', () => {
  const { lines, session } = fullRecord();
  const mail = mailOf(session);
  fc.assert(
    fc.property(fc.shuffledSubarray([...lines], { minLength: lines.length }), (shuffled) => {
      expect(mailOf(foldAll([...shuffled, ...shuffled.slice(0, 5)]))).toBe(mail);
    }),
    { numRuns: Math.ceil(runs / 10) },
  );
});

test('a mail that is set as it is made is the one of the whole document, numbers of links included', () => {
  const far = (at: number): string => `see https://lists.example/${'y'.repeat(80)}/${String(at)} for it`;
  const whole = mailOf(recordOf([far(1), 'short', far(2)]));
  expect(whole).toContain('/2\n');
  fc.assert(
    fc.property(hostileTexts, fc.nat({ max: 9 }), (texts, at) => {
      const session = recordOf([...texts, far(at)]);
      const options = { at: AT, sha256: sha256Of, log: true };
      const made = mailTextOf(summaryBlocks(session, options));
      expect(made).toBe(mailOf(session, { log: true }));
      const lines = mailLines(summarise(session, options)).map(({ text }) => `${text}\n`);
      expect(made).toBe(lines.join(''));
    }),
    { numRuns: Math.ceil(runs / 4) },
  );
});

/** Each is a law of every mail, whatever people say. */
const LAWS: readonly (readonly [law: string, offends: (lines: readonly string[]) => readonly string[]])[] = [
  [
    'no line is over 72 columns but link lines',
    (lines) => lines.filter((line) => !LINK.test(line) && width(line) > 72),
  ],
  [
    'no line is a trailer (b4 0.12, LoreMessage.find_trailers, which stops at the signature)',
    (lines) => lines.slice(0, lines.indexOf('-- ')).filter((line) => /^\s*([\p{L}\p{N}_]\S+):\s+\S/u.test(line)),
  ],
  [
    'no line separates mails, begins a patch or ends the input of a mailer',
    (lines) => lines.filter((line) => /^(?:>*From |---|diff |Index: |\.$)/.test(line)),
  ],
  ['one line is the signature mark', (lines) => lines.filter((line) => /^--\s*$/.test(line)).slice(1)],
  [
    'no line of a person poses as a heading, a link or a quote',
    (lines) => lines.filter((line) => /^ {3,}(?:==|\[\d+\] |>)/.test(line)),
  ],
  [
    'no character is a control or changes the direction of writing',
    (lines) => lines.filter((line) => /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/u.test(line)),
  ],
  ['no line is over 998 bytes (RFC 5322, 2.1.1)', (lines) => lines.filter((line) => utf8Length(line) > 998)],
];

test('the laws of a mail hold whatever people say', () => {
  fc.assert(
    fc.property(hostileTexts, fc.boolean(), (texts, ascii) => {
      const mail = mailOf(recordOf(texts), { ascii });
      for (const [law, offends] of LAWS) expect([law, ...offends(mail.split('\n'))]).toEqual([law]);
      if (ascii) expect(mail).not.toMatch(/[^\0-\x7f]/);
      expect(mail).toMatch(/\n-- \nGavel, \d+ lines up to \S{37}\nsha256 [0-9a-f]{64}(?:\nmade in ASCII)?\n$/);
    }),
    // a mail takes 20 ms
    { numRuns: Math.ceil(runs / 4) },
  );
});

test('every statement names the entries that it comes from, and they are in the record', () => {
  const { session } = fullRecord();
  const lines = mailLines(summarise(session, { at: AT, sha256: sha256Of }));
  const named = new Set(lines.flatMap(({ from }) => from));
  for (const id of named) expect(session.entries.has(id)).toBe(true);
  expect(lines.find(({ text }) => text.includes('time to market'))?.from).toHaveLength(1);
});

test('the lines of the mail are the mail', () => {
  const summary = summarise(fullRecord().session, { at: AT, sha256: sha256Of });
  expect(
    mailLines(summary)
      .map(({ text }) => `${text}\n`)
      .join(''),
  ).toBe(mailText(summary));
});

test('an address that no line holds becomes a link at the foot', () => {
  const long = `https://lists.example/${'a/'.repeat(60)}end`;
  const mail = mailOf(recordOf([`as ${long}. says`]));
  expect(mail).toMatch(/as \[\d+\]\. says/);
  expect(mail.split('\n').filter((line) => line.endsWith(long))).toHaveLength(1);
});

test('what looks like a trailer stands behind a bar, and the words before it do not', () => {
  const mail = mailOf(recordOf(['fine with me\nAcked-by: A B <a@b.example>']));
  expect(mail).toContain('     fine with me\n     | Acked-by: A B <a@b.example>\n');
});
