import { utf8Length } from '../record/canon';
import type { AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';
import { logOf } from '../session/log';
import { width } from './characters';
import type { Finding, LintedMail } from './finding';
import { textOf, withPauses, type FormLine } from './form-line';
import { MASKED } from './lint-envelope';
import { typedMailbox } from './mailbox';
import { pseudonyms } from './pseudonyms';
import { publicPart } from './outside';

const COLUMNS = 72;
const LINK = /^\[\d+\] https?:\/\/\S+$/;
/** What b4 (0.12, LoreMessage.find_trailers), patchwork and git send-email take for a trailer; the signature ends it. */
const TRAILER = /^\s*[\p{L}\p{N}_]\S*:\s+\S.*@/u;
const GUARDED = /^\s*(?:- )?\| /;

/** What lists and tools would make of the text. It is read with pauses. */
export function* textFindings(lines: readonly FormLine[], limit: number): Generator<void, readonly Finding[]> {
  const signature = lines.findIndex(({ text }) => text === '-- ');
  const body = signature === -1 ? lines : lines.slice(0, signature);
  const bytes = yield* bytesOf(lines);
  return [
    ...(yield* each(
      lines,
      ({ text }) => text.length > COLUMNS / 2 && width(text) > COLUMNS && !LINK.test(text),
      'stop',
      (where) => ({
        kind: 'width',
        text: `${where} over ${String(COLUMNS)} columns.`,
        way: 'Break a long word of it in two.',
      }),
    )),
    ...(yield* each(
      body,
      ({ text }) => text.includes('@') && TRAILER.test(text),
      'stop',
      (where) => ({
        kind: 'trailer',
        text: `${where} taken for a trailer by b4, patchwork or git send-email.`,
        way: 'Say it in other words, without a colon behind the first word.',
      }),
    )),
    ...(yield* each(
      body,
      ({ text }) => GUARDED.test(text),
      'look',
      (where) => ({
        kind: 'trailer',
        text: `${where} set behind a bar, because a mail tool would take what was said there for its own.`,
        way: 'Leave it so, or say it in other words.',
      }),
    )),
    ...(yield* each(
      body,
      ({ text }) => text.includes('@') && MASKED.test(text),
      'look',
      (where) => ({
        kind: 'masked-address',
        text: `${where} an address that an archive masked.`,
        way: 'Say who it is by name.',
      }),
    )),
    ...(bytes <= limit
      ? []
      : [
          {
            kind: 'size',
            weight: 'stop',
            text: `It has ${String(bytes)} bytes, and the list takes ${String(limit)}.`,
            way: 'Send it in parts, leave out the reasons or the log, or choose fewer subsystems.',
            entries: [],
            lines: [],
          } as const,
        ]),
  ];
}

const VERBS: Readonly<Partial<Record<Finding['kind'], readonly [one: string, several: string]>>> = {
  width: ['is', 'are'],
  trailer: ['is', 'are'],
  'masked-address': ['holds', 'hold'],
  'withheld-name': ['holds', 'hold'],
};

/** How long the text of lines is, each with its LF. */
function* bytesOf(lines: readonly FormLine[]): Generator<void, number> {
  let bytes = 0;
  yield* withPauses(lines, (some) => {
    bytes += utf8Length(textOf(some));
  });
  return bytes;
}

/** Those lines that are so, each with its number, from 1. */
function* linesThat(
  lines: readonly FormLine[],
  isSo: (line: FormLine) => boolean,
): Generator<void, readonly (FormLine & { readonly number: number })[]> {
  const found: (FormLine & { readonly number: number })[] = [];
  yield* withPauses(lines, (some, from) => {
    some.forEach((line, at) => {
      if (isSo(line)) found.push({ ...line, number: from + at + 1 });
    });
  });
  return found;
}

/** One finding for all lines that are so. */
function* each(
  lines: readonly FormLine[],
  isSo: (line: FormLine) => boolean,
  weight: Finding['weight'],
  say: (where: string) => Pick<Finding, 'kind' | 'text' | 'way'>,
): Generator<void, readonly Finding[]> {
  const found = yield* linesThat(lines, isSo);
  if (found.length === 0) return [];
  const [one, several] = VERBS[say('').kind] ?? ['is', 'are'];
  const numbers = found.map(({ number }) => number);
  const where = numbers.length === 1 ? `Line ${String(numbers[0])} ${one}` : `Lines ${shortened(numbers)} ${several}`;
  return [{ ...say(where), weight, entries: idsOf(found), lines: numbers }];
}

function shortened(numbers: readonly number[]): string {
  const first = numbers.slice(0, 5).join(', ');
  return numbers.length > 5 ? `${first} and ${String(numbers.length - 5)} more` : first;
}

function idsOf(lines: readonly FormLine[]): readonly Id[] {
  return [...new Set(lines.flatMap(({ from }) => from))].sort();
}

/** Shorter ones may be in any text by chance. */
const SHORTEST_SECRET = 12;

/** What must not leave: names that were withheld, words of private notes. The forms hold none; a person may type one. */
export function* secretFindings(
  { session, summary, envelope }: LintedMail,
  lines: readonly FormLine[],
): Generator<void, readonly Finding[]> {
  const open = publicPart(session);
  const heads: readonly (readonly [field: string, text: string, setting: NonNullable<Finding['setting']>])[] = [
    // an answer has the subject of what it answers
    ['Subject', summary.subject, 'Answers'],
    ['From', typedMailbox(envelope.from), 'From'],
    ...envelope.to.map((each) => ['To', typedMailbox(each), 'To'] as const),
    ...(envelope.cc ?? []).map((each) => ['Cc', typedMailbox(each), 'Cc'] as const),
  ];
  const hidden = pseudonyms(open, 'names')?.scrub;
  const named = hidden === undefined ? [] : heads.filter(([, text]) => hidden.text(text) !== text);
  const shown = hidden === undefined ? [] : yield* linesThat(lines, ({ text }) => hidden.text(text) !== text);
  return [
    ...named.map(([field, , setting]): Finding => ({
      kind: 'withheld-name',
      weight: 'stop',
      text: `${field} names somebody who withholds the name.`,
      way: setting === 'Answers' ? 'Let it answer another message, or none.' : `Take it out of ${field}.`,
      setting,
      entries: [],
      lines: [],
    })),
    ...(shown.length === 0
      ? []
      : [
          {
            kind: 'withheld-name',
            weight: 'stop',
            text: 'The text names somebody who withholds the name.',
            way: 'Say it in other words.',
            entries: idsOf(shown),
            lines: [],
          } as const,
        ]),
    ...(hidden === undefined
      ? []
      : yield* each(
          lines,
          ({ text }) => hidden.mayBeIn(text),
          'look',
          (where) => ({
            kind: 'withheld-name',
            text: `${where} a word that is, but for its capital, a name that is withheld.`,
            way: 'If it means that person, say it in other words.',
          }),
        )),
    ...privateFindings(logOf(session), lines),
  ];
}

function privateFindings(entries: readonly AnyEntry[], lines: readonly FormLine[]): readonly Finding[] {
  const notes = entries.flatMap((entry) =>
    entry.kind === 'note-taken' && 'private' in entry && entry.private === true && 'text' in entry
      ? [{ id: entry.id, words: squeezed(entry.text) }]
      : [],
  );
  if (notes.length === 0) return [];
  const ids = new Set(notes.map(({ id }) => id));
  const text = squeezed(lines.map((line) => line.text).join(' '));
  return notes
    .filter(
      ({ id, words }) =>
        (words.length >= SHORTEST_SECRET && text.includes(words)) ||
        lines.some(({ from }) => from.includes(id) && ids.has(id)),
    )
    .map(({ id }) => ({
      kind: 'private-entry',
      weight: 'stop',
      text: 'What stands in a private note stands in the text too.',
      way: 'Say it in other words, or leave it out.',
      entries: [id],
      lines: [],
    }));
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ').trim();
}
