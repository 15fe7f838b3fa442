import type { Env } from '../record/env';
import type { Draft, Entry, EntryOf } from '../record/entry';
import { ownFields } from '../record/fields';
import type { Handle, Id } from '../record/ids';
import { refuse, type Result } from '../result';
import { decided } from './enter';
import { keysOf, remembered, standingOf } from './look';
import { handlesOf, keptHandle } from './same';
import type { Session } from './session';

/** A participant as the session knows it. */
export interface Person {
  /** the handle that is kept where several are the same person */
  readonly handle: Handle;
  /** every handle of this person, `handle` first */
  readonly handles: readonly Handle[];
  readonly name?: string;
  /** where mail is sent to */
  readonly address?: string;
  /** every address that is theirs, in small letters: of all handles, and those among the aliases */
  readonly addresses: readonly string[];
  readonly affiliation?: string;
  readonly role?: 'chair' | 'maintainer' | 'member' | 'observer';
  readonly aliases: readonly string[];
  /** the participant entry that stands, absent for a handle that was only mentioned */
  readonly entry?: EntryOf<'participant-added' | 'participant-amended'>;
  /** differing participant entries that don't know each other */
  readonly conflict: boolean;
}

/** A person by any handle; one that nobody added has a handle and nothing else. */
export function personOf(session: Session, handle: Handle): Person {
  const kept = keptHandle(session, handle);
  return remembered(session, `person ${kept}`, ['participant', 'same'], () => {
    const handles = handlesOf(session, kept);
    const standings = handles.map((each) =>
      standingOf<'participant-added' | 'participant-amended'>(session, 'participant', each),
    );
    const own = standings.find((each) => each !== undefined);
    const dropped = standings.filter((each) => each !== undefined && each !== own);
    const aliases = [
      ...(own?.head.aliases ?? []),
      ...handles.slice(1),
      ...dropped.flatMap((each) => [each?.head.name ?? [], each?.head.aliases ?? []].flat()),
    ];
    const { name, address, affiliation, role } = own?.head ?? {};
    const addresses = standings.flatMap((each) => [each?.head.address ?? [], each?.head.aliases ?? []].flat());
    return {
      handle: kept,
      handles,
      ...(name === undefined ? {} : { name }),
      ...(address === undefined ? {} : { address }),
      addresses: [...new Set(addresses.filter((each) => each.includes('@')).map((each) => each.toLowerCase()))],
      ...(affiliation === undefined ? {} : { affiliation }),
      ...(role === undefined ? {} : { role }),
      aliases: [...new Set(aliases)],
      ...(own === undefined ? {} : { entry: own.head }),
      conflict: own?.conflict ?? false,
    };
  });
}

/** Everybody who was added, in the order in which they were. */
export function people(session: Session): readonly Person[] {
  return remembered(session, 'people', ['participant', 'same'], () => {
    const first = new Map<Handle, Id>();
    for (const key of keysOf(session, 'participant') as readonly Handle[]) {
      const added = standingOf<'participant-added' | 'participant-amended'>(session, 'participant', key)?.history[0];
      if (added === undefined) continue;
      const kept = keptHandle(session, key);
      const known = first.get(kept);
      if (known === undefined || added.id < known) first.set(kept, added.id);
    }
    const order = [...first].sort(([, a], [, b]) => (a < b ? -1 : 1));
    return order.map(([handle]) => personOf(session, handle));
  });
}

/** What a person is called in prose: the name, else the handle. */
export function nameOf(session: Session, handle: Handle): string {
  const person = personOf(session, handle);
  return person.name ?? person.handle;
}

/** The same, with the handle where others have that name too: who objects must not be taken for somebody else. */
export function nameApart(session: Session, handle: Handle): string {
  const { handle: kept } = personOf(session, handle);
  const name = nameOf(session, kept);
  return sharedNames(session).has(name) ? `${name} (${kept})` : name;
}

function sharedNames(session: Session): ReadonlySet<string> {
  return remembered(session, 'shared names', ['participant', 'same'], () =>
    repeated(people(session).map(({ handle }) => nameOf(session, handle))),
  );
}

/** Names that more than one person has. */
export function repeated(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

export type PersonInput = Omit<Extract<Draft, { kind: 'participant-added' }>, 'kind' | 'prev'>;

/** Adds a participant; one who exists is amended: fields that are not given keep their value. */
export function decideParticipant(session: Session, input: PersonInput, env: Env): Result<readonly Entry[]> {
  const current = personOf(session, input.who).entry;
  const draft: Draft =
    current === undefined
      ? { kind: 'participant-added', ...input }
      : { ...ownFields(current), ...input, who: current.who, kind: 'participant-amended' };
  return decided(session, [draft], env);
}

/** Several handles are one person: the first is kept. */
export function decideSame(session: Session, handles: readonly Handle[], env: Env): Result<readonly Entry[]> {
  const [keep, ...drops] = handles;
  if (keep === undefined || drops.length === 0) return refuse('Two people are needed: the first handle is kept.');
  return decided(
    session,
    drops.map((drop): Draft => ({ kind: 'participants-same', keep, drop })),
    env,
  );
}
