import type { Evidence } from '../record/entry';
import type { Handle, Instant, Slug } from '../record/ids';
import { inZone } from '../record/zone';
import { meetingOf } from '../session/meeting';
import { nameOf, people, repeated } from '../session/people';
import { evidenceOf, pinsOf, type Pinnable } from '../session/pins';
import type { Session } from '../session/session';
import { clean, oneLine, toAscii } from './characters';
import { dayOf, momentOf } from '../record/dates';
import type { Line, Statement } from './document';
import { footnotes } from './links';
import type { Source } from './sources';
import { withStrikes } from './strikes';

/** What every part of the summary is written with: the session, the moment, and one way to say something. */
export interface Page {
  readonly session: Session;
  readonly at: Instant;
  readonly zone: string;
  readonly rationales: boolean;
  readonly isAscii: boolean;
  /** whether what is told of positions is kept for the next summary of the session */
  readonly remembers: boolean;
  /** the subsystems that were chosen; absent: all */
  readonly chosen?: ReadonlySet<Slug>;
  readonly links: readonly string[];
  /** a statement on one line, with the entries it comes from and what it points to */
  readonly say: (text: string, from?: readonly Source[], evidence?: readonly Evidence[]) => Statement;
  /** the same of one entry, with all that it rests on: what it names itself, and what was pinned to it */
  readonly tell: (
    text: string,
    entry: Pinnable,
    wordings?: readonly Pick<Pinnable, 'id'>[],
    besides?: readonly Source[],
  ) => Statement;
  /** a line under an item's head; of people's words the line ends stay */
  readonly line: (sort: Line['sort'], text: string, from: readonly Source[]) => Line;
  /** what a person is called: the name, with the handle where two have the same */
  readonly name: (who: Handle) => string;
  readonly day: (at: Instant) => string;
  readonly moment: (at: Instant) => string;
  /** the same as a calendar writes it: `2024-07-28` */
  readonly calendar: (at: Instant) => string;
  /** a text that may stand in a table */
  readonly cell: (text: string) => string;
  /** people's words with their line ends */
  readonly words: (text: string) => string;
}

export interface PageOptions {
  readonly at: Instant;
  readonly rationales: boolean;
  readonly ascii: boolean;
  readonly remembers?: boolean;
  readonly chosen?: ReadonlySet<Slug>;
}

export function page(session: Session, options: PageOptions): Page {
  const { at, rationales, remembers = false, chosen } = options;
  const zone = meetingOf(session)?.zone ?? 'UTC';
  const notes = footnotes();
  const written = options.ascii ? toAscii : (text: string): string => text;
  const called = (who: Handle): string => written(oneLine(nameOf(session, who))) || who;
  const shared = repeated(people(session).map(({ handle }) => called(handle)));
  const nameFor = (who: Handle): string => {
    const name = called(who);
    return shared.has(name) ? `${name} (${who})` : name;
  };
  return {
    session,
    at,
    zone,
    rationales,
    isAscii: options.ascii,
    remembers,
    ...(chosen === undefined ? {} : { chosen }),
    links: notes.links,
    say: (text, from = [], evidence = []) => ({
      text: written(oneLine(text)),
      links: notes.cite(evidence),
      from: withStrikes(session, from),
    }),
    tell: (text, entry, wordings = [entry], besides = []) => ({
      text: written(oneLine(text)),
      links: notes.cite(evidenceOf(session, entry, wordings)),
      from: withStrikes(session, [entry, ...pinsOf(session, wordings), ...besides]),
    }),
    line: (sort, text, from) => ({
      sort,
      text: written(sort === 'words' || sort === 'quote' ? clean(text) : oneLine(text)),
      links: NO_LINKS,
      from: withStrikes(session, from),
    }),
    name: once(nameFor, (who) => who),
    day: once((moment) => dayOf(moment, zone), minuteOf),
    moment: (moment) => momentOf(moment, zone),
    calendar: (moment) => inZone(moment, zone).slice(0, 10),
    cell: (text) => written(oneLine(text)),
    words: (text) => written(clean(text)),
  };
}

/** A page says the same names and days many times: each is made once. `key` says which are the same. */
function once<A>(make: (of: A) => string, key: (of: A) => string): (of: A) => string {
  const made = new Map<string, string>();
  return (of) => {
    const name = key(of);
    const known = made.get(name);
    if (known !== undefined) return known;
    const text = make(of);
    made.set(name, text);
    return text;
  };
}

function minuteOf(at: Instant): string {
  return at.slice(0, 16);
}

const NO_LINKS: readonly number[] = [];

/** Whether what is said of a subsystem (undefined: of none) is wanted: with subsystems chosen, what is about them. */
export function isWanted({ chosen }: Page, slug: Slug | undefined): boolean {
  return chosen === undefined || (slug !== undefined && chosen.has(slug));
}

/** `a`, `a and b`, `a, b and c`: all of them, none left out. */
export function every(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
