import { isAddress } from './person';
import { maintainersOf, type Section } from './section';

/** What a section would be as a subsystem of a session; nothing is recorded before somebody takes it. */
export interface SubsystemDraft {
  /** the section that it comes from */
  readonly title: string;
  /** `[a-z0-9-]`, at most 32 characters, not taken yet */
  readonly slug: string;
  readonly name: string;
  /** the people of the M lines, each once */
  readonly seats: readonly SeatDraft[];
  /** addresses */
  readonly lists: readonly string[];
  /** the F lines */
  readonly files: readonly string[];
}

/** Somebody who would have a seat: at least a name or an address that mail can be sent to. */
export interface SeatDraft {
  readonly name?: string;
  readonly address?: string;
}

/** Words at the end of a title that tell nothing apart. */
const EMPTY_WORDS = new Set([
  'driver',
  'drivers',
  'subsystem',
  'support',
  'framework',
  'infrastructure',
  'code',
  'core',
]);
const LONGEST = 32;

/** @param taken slugs that there are already */
export function subsystemDraft(section: Section, taken: ReadonlySet<string>): SubsystemDraft {
  return {
    title: section.title,
    slug: freeSlug(slugFor(section.title) ?? `section-${section.line}`, taken),
    name: section.title === '' ? `Section in line ${section.line}` : section.title,
    seats: seatsOf(section),
    lists: [...new Set(section.lists.map(({ address }) => address))],
    files: section.files,
  };
}

/** Drafts for several sections at once, no two with the same slug. */
export function subsystemDrafts(sections: readonly Section[], taken: ReadonlySet<string>): readonly SubsystemDraft[] {
  const used = new Set(taken);
  return sections.map((section) => {
    const draft = subsystemDraft(section, used);
    used.add(draft.slug);
    return draft;
  });
}

function seatsOf(section: Section): readonly SeatDraft[] {
  const seats = new Map<string, SeatDraft>();
  for (const { name, address } of maintainersOf(section)) {
    const writable = address !== undefined && isAddress(address) ? address : undefined;
    const key = writable?.toLowerCase() ?? name;
    if (key === undefined || seats.has(key)) continue;
    seats.set(key, {
      ...(name === undefined ? {} : { name }),
      ...(writable === undefined ? {} : { address: writable }),
    });
  }
  return [...seats.values()];
}

/**
 * A slug out of a title: `COMPUTE EXPRESS LINK (CXL)` is `cxl`, `NVM EXPRESS DRIVER` is `nvm-express`, cut between
 * words. Undefined where nothing is left of it.
 */
export function slugFor(title: string): string | undefined {
  const short = /\(([A-Za-z0-9][\w/.+-]{1,11})\)$/.exec(title)?.[1];
  if (short !== undefined && /[A-Z]/.test(short)) return keyOf([short]);
  const words = title
    .replace(/\([^()]*\)/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  while (words.length > 1 && EMPTY_WORDS.has(words.at(-1)?.toLowerCase() ?? '')) words.pop();
  return keyOf(words);
}

function keyOf(words: readonly string[]): string | undefined {
  const parts = words
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
  let key = '';
  for (const part of parts) {
    const longer = key === '' ? part.slice(0, LONGEST) : `${key}-${part}`;
    if (longer.length > LONGEST) break;
    key = longer;
  }
  return key === '' ? undefined : key;
}

function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const ending = n === 1 ? '' : `-${n}`;
    const free = slug.slice(0, LONGEST - ending.length).replace(/-$/, '') + ending;
    if (!taken.has(free)) return free;
  }
}
