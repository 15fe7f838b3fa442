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

/** `as of 2024-10-01T10:00:00.000Z, without reasons, by initials`: in lines of a signature. */
export function settingsLines({ at, rationales, log, people, ascii, since }: Settings): readonly string[] {
  const words = [
    ...(rationales ? [] : ['without reasons']),
    ...(log ? ['with the log'] : []),
    ...(people === 'names' ? [] : [`by ${people}`]),
    ...(ascii ? ['in ASCII'] : []),
    ...(since === undefined ? [] : [`since version ${String(since)}`]),
  ];
  return [`as of ${at}${words.length === 0 ? '' : ','}`, ...(words.length === 0 ? [] : [words.join(', ')])];
}

const MADE =
  /as of (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)((?:,(?:[> \t]*\r?\n[> \t]*|\\n| )(?:without reasons|with the log|by initials|by roles|in ASCII|since version \d{1,9}))*)/g;

/** The settings that a summary says it was made with; undefined where it says none. */
export function settingsIn(text: string): Settings | undefined {
  const [, at, words = ''] = [...text.matchAll(MADE)].at(-1) ?? [];
  if (at === undefined) return undefined;
  const since = /since version (\d+)/.exec(words)?.[1];
  return {
    at: at as Instant,
    rationales: !words.includes('without reasons'),
    log: words.includes('with the log'),
    people: PEOPLE_AS.find((each) => words.includes(`by ${each}`)) ?? 'names',
    ascii: words.includes('in ASCII'),
    ...(since === undefined ? {} : { since: Number(since) }),
  };
}
