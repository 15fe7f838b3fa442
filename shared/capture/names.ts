import { isHandle, isSlug, toKey, type Handle, type Slug } from '../record/ids';
import { remembered } from '../session/look';
import { people } from '../session/people';
import { keptHandle } from '../session/same';
import type { Session } from '../session/session';
import { subsystems } from '../session/subsystems';

/** Who or what can be named, under which keys. */
export interface Named<K extends string> {
  readonly key: K;
  /** handles and aliases (slugs): what is stored needs one of them, exactly */
  readonly exact: readonly string[];
  /** what completes besides: the name, its words, the role */
  readonly loose: readonly string[];
  /** loose ones that are too common to stand in the way of a new name */
  readonly role?: string;
  readonly hint: string;
}

/** What a typed name stands for. */
export type Lookup<K extends string> =
  | { readonly is: 'known'; readonly key: K }
  | { readonly is: 'prefix'; readonly of: readonly K[] }
  | { readonly is: 'near'; readonly meant: K }
  /** `key` is absent where the typed name can't be made into one */
  | { readonly is: 'new'; readonly key?: K };

interface Index<K extends string> {
  readonly named: readonly Named<K>[];
  readonly byExact: ReadonlyMap<string, readonly K[]>;
}

/** Case, accents and spaces are ignored wherever names are compared. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase();
}

export function peopleIndex(session: Session): Index<Handle> {
  return remembered(session, 'people by name', ['participant', 'same'], () =>
    indexOf(
      people(session).map(({ handle, handles, aliases, name, role, affiliation }) => ({
        key: handle,
        exact: [...handles, ...aliases].map(folded),
        loose: name === undefined ? [] : [name, ...name.split(/\s+/)].map(folded),
        ...(role === undefined ? {} : { role }),
        hint: [name, affiliation ?? role].filter((part) => part !== undefined).join(', '),
      })),
    ),
  );
}

export function subsystemIndex(session: Session): Index<Slug> {
  return remembered(session, 'subsystems by name', ['subsystem', 'same'], () =>
    indexOf(
      subsystems(session).map(({ slug, name, question }) => ({
        key: slug,
        exact: [slug],
        loose: name === slug ? [] : [name, ...name.split(/\s+/)].map(folded),
        hint: name === slug ? (question ?? '') : name,
      })),
    ),
  );
}

function indexOf<K extends string>(named: readonly Named<K>[]): Index<K> {
  const byExact = new Map<string, K[]>();
  for (const { key, exact } of named) {
    for (const name of new Set(exact)) byExact.set(name, [...(byExact.get(name) ?? []), key]);
  }
  return { named, byExact };
}

/** The participant that a typed name stands for, by exact handle or alias. */
export function lookupWho(session: Session, typed: string): Lookup<Handle> {
  return lookup(peopleIndex(session), typed, (key) => (isHandle(key) ? key : undefined));
}

/** The handle as it was typed, for saying that two handles are one person; else as `lookupWho`. */
export function lookupHandle(session: Session, typed: string): Lookup<Handle> {
  const handle = typed.toLowerCase();
  const found = lookupWho(session, typed);
  const isOwn = isHandle(handle) && found.is === 'known' && keptHandle(session, handle) === found.key;
  return isOwn ? { is: 'known', key: handle } : found;
}

export function lookupSubsystem(session: Session, typed: string): Lookup<Slug> {
  return lookup(subsystemIndex(session), typed, (key) => (isSlug(key) ? key : undefined));
}

function lookup<K extends string>(index: Index<K>, typed: string, asKey: (key: string) => K | undefined): Lookup<K> {
  const name = folded(typed);
  const [only, ...others] = index.byExact.get(name) ?? [];
  if (only !== undefined)
    return others.length === 0 ? { is: 'known', key: only } : { is: 'prefix', of: [only, ...others] };
  if (name !== '') {
    const begun = index.named.filter((each) => [...each.exact, ...each.loose].some((other) => other.startsWith(name)));
    if (begun.length > 0) return { is: 'prefix', of: begun.map(({ key }) => key) };
  }
  const key = toKey(typed);
  const meant = [...index.byExact].find(([exact]) => exact === key || isNear(name, exact))?.[1][0];
  if (meant !== undefined) return { is: 'near', meant };
  const made = key === undefined ? undefined : asKey(key);
  return made === undefined ? { is: 'new' } : { is: 'new', key: made };
}

/** Who a prefix could stand for: by handle, alias, name or role. */
export function beginning<K extends string>(index: Index<K>, prefix: string): readonly Named<K>[] {
  const name = folded(prefix);
  return index.named.filter((each) =>
    [...each.exact, ...each.loose, each.role ?? ''].some((other) => other.startsWith(name)),
  );
}

/** A near miss: one edit away, with the same digits, and long enough in letters that it can't well be another word. */
export function isNear(typed: string, known: string, letters = 4): boolean {
  return (
    typed.replace(/\P{L}/gu, '').length >= letters &&
    typed.replace(/\D/g, '') === known.replace(/\D/g, '') &&
    isOneEdit(typed, known)
  );
}

/** One letter inserted, left out or changed, or two neighbours exchanged (Damerau). */
function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [x, y] = [a.slice(start), b.slice(start)];
  return (
    x.slice(1) === y.slice(1) ||
    x.slice(1) === y ||
    x === y.slice(1) ||
    (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2))
  );
}
