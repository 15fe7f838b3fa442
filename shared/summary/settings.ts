import type { Instant } from '../record/ids';
import { PEOPLE_AS, type PeopleAs } from './pseudonyms';

/** How a summary was made: printed under its seal where it is not as always, so that it can be made again. */
export interface Settings {
  readonly at: Instant;
  readonly rationales: boolean;
  readonly log: boolean;
  readonly people: PeopleAs;
  readonly ascii: boolean;
  /** the version that the changes were told from; 0: none were told; undefined: the last one */
  readonly since?: number;
}

/**
 * How a summary was made, in lines of a signature: `as of 2024-10-01T10:00:00.000Z,` and `without reasons, by initials`. A
 * mail leaves the moment to its Date header: its body is the same whenever it is made of the same record.
 */
export function settingsLines(
  { at, rationales, log, people, ascii, since }: Settings,
  form: 'mail' | 'file',
): readonly string[] {
  const words = [
    ...(rationales ? [] : ['without reasons']),
    ...(log ? ['with the log'] : []),
    ...(people === 'names' ? [] : [`by ${people}`]),
    ...(ascii ? ['in ASCII'] : []),
    ...(since === undefined ? [] : [`since version ${String(since)}`]),
  ].join(', ');
  if (form === 'mail') return words === '' ? [] : [`made ${words}`];
  return [`as of ${at}${words === '' ? '' : ','}`, ...(words === '' ? [] : [words])];
}

const WORD = '(?:without reasons|with the log|by initials|by roles|in ASCII|since version \\d{1,9})';
const MADE = new RegExp(
  `(?:as of (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)|^[> \\t]*made)` +
    `((?:,?(?:[> \\t]*\\r?\\n[> \\t]*|\\\\n| )${WORD})*)`,
  'm',
);

/** The settings that a text says it was made with, and its moment where it says that: the first in it. */
export function settingsIn(text: string): Omit<Settings, 'at'> & { readonly at?: Instant } {
  const [, at, words = ''] = MADE.exec(text) ?? [];
  const since = /since version (\d+)/.exec(words)?.[1];
  return {
    ...(at === undefined ? {} : { at: at as Instant }),
    rationales: !words.includes('without reasons'),
    log: words.includes('with the log'),
    people: PEOPLE_AS.find((each) => words.includes(`by ${each}`)) ?? 'names',
    ascii: words.includes('in ASCII'),
    ...(since === undefined ? {} : { since: Number(since) }),
  };
}
