import { isKnown, type AnyEntry } from '../record/entry';
import { isHandle, toKey, type Handle } from '../record/ids';
import { logOf } from '../session/log';
import { people, personOf, type Person } from '../session/people';
import { keptHandle } from '../session/same';
import type { Session } from '../session/session';
import { withheldNames } from '../session/slips';
import { subsystems } from '../session/subsystems';
import { handlesIn, type Mask } from './masked-entry';
import { scrubber } from './scrub';

/** How participants appear in every form: by name, by initials, or by role and number. */
export const PEOPLE_AS = ['names', 'initials', 'roles'] as const;
export type PeopleAs = (typeof PEOPLE_AS)[number];

const WITHHELD = 'name withheld';

/**
 * Who is called what outside: undefined where everybody goes by the own name. Numbers go by the order in which people
 * came into the record, so they are the same in every form of it.
 */
export function pseudonyms(session: Session, as: PeopleAs): Mask | undefined {
  const withheld = withheldNames(session);
  if (as === 'names' && withheld.size === 0) return undefined;
  const lines = logOf(session);
  const named = new Set([
    ...people(session).map(({ handle }) => handle),
    ...lines.flatMap(handlesIn).map((who) => keptHandle(session, who)),
  ]);
  const scribes = new Set(lines.map(({ by }) => keptHandle(session, by)));
  const hidden = [...new Set([...named, ...scribes])].filter((who) => as !== 'names' || withheld.has(who));
  const seats = new Set(subsystems(session).flatMap((each) => each.seats));
  const called = numbered(
    hidden.map((who) => {
      if (withheld.has(who)) return WITHHELD;
      const person = personOf(session, who);
      return as === 'initials' && person.entry !== undefined ? initialsOf(person) : roleOf(person, seats, scribes);
    }),
  );
  const names = new Map<Handle, string>();
  const handles = new Map<Handle, Handle>();
  const hides = new Set(hidden);
  const taken = new Set([...named].filter((who) => !hides.has(who)));
  hidden.forEach((who, at) => {
    const name = called[at] ?? WITHHELD;
    for (const handle of personOf(session, who).handles) {
      const shown = asHandle(name, taken) ?? unknown(handles.size + 1);
      taken.add(shown);
      names.set(handle, name);
      handles.set(handle, shown);
    }
  });
  return { names, handles, scrub: scrubber(namesIn(lines, names)) };
}

/** Every name, address and alias that a hidden person has anywhere in the record, with what stands in its place. */
function namesIn(lines: readonly AnyEntry[], names: ReadonlyMap<Handle, string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [handle, called] of names) found.set(handle, called);
  for (const entry of lines) {
    if (!isKnown(entry) || (entry.kind !== 'participant-added' && entry.kind !== 'participant-amended')) continue;
    const called = names.get(entry.who);
    if (called === undefined) continue;
    for (const text of [entry.name ?? [], entry.address ?? [], entry.aliases ?? []].flat()) found.set(text, called);
  }
  return found;
}

/** `A.S.` for Ana Svoboda. */
function initialsOf({ name, handle }: Person): string {
  const letters = (name ?? handle).match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? [];
  return letters.map((letter) => `${letter.toUpperCase()}.`).join('');
}

function roleOf({ role, handle, entry }: Person, seats: ReadonlySet<Handle>, scribes: ReadonlySet<Handle>): string {
  if (role !== undefined) return role;
  if (seats.has(handle)) return 'maintainer';
  return entry === undefined && scribes.has(handle) ? 'scribe' : 'participant';
}

/** What somebody is called as a handle, `maintainer-2`, for the log and for who has no name; undefined where it is taken. */
function asHandle(called: string, taken: ReadonlySet<Handle>): Handle | undefined {
  const handle = toKey(called);
  return handle === undefined || !isHandle(handle) || taken.has(handle) ? undefined : handle;
}

/** A handle that nobody can have typed by chance: it tells nothing but that two are the same. */
function unknown(number: number): Handle {
  return `hidden-${String(number)}` as Handle;
}

/** Those that several have get a number, the first one too. */
function numbered(all: readonly string[]): readonly string[] {
  const count = new Map<string, number>();
  for (const each of all) count.set(each, (count.get(each) ?? 0) + 1);
  const next = new Map<string, number>();
  return all.map((each) => {
    if (count.get(each) === 1) return each;
    next.set(each, (next.get(each) ?? 0) + 1);
    return `${each} ${String(next.get(each))}`;
  });
}
