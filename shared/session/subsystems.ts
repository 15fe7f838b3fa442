import type { Draft, Entry, EntryOf } from '../record/entry';
import { ownFields } from '../record/fields';
import { toInstant, type Handle, type Id, type Instant, type Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { decided } from './enter';
import { keysOf, remembered, standingOf, unstruck } from './look';
import { keptHandle } from './same';
import type { Session } from './session';

/** A subsystem as the session knows it. */
export interface Subsystem {
  readonly slug: Slug;
  /** the name, else the slug */
  readonly name: string;
  readonly question?: string;
  readonly partOf?: Slug;
  readonly affects: readonly Slug[];
  readonly lists: readonly string[];
  /** the current maintainers: whose answers decide here */
  readonly seats: readonly Handle[];
  readonly standard?: string;
  readonly openStack?: string;
  readonly minutes?: number;
  readonly entry?: EntryOf<'subsystem-added' | 'subsystem-amended'>;
  /** every unstruck entry about it, in order of (time, id): who had a seat when */
  readonly history: readonly EntryOf<'subsystem-added' | 'subsystem-amended'>[];
  readonly conflict: boolean;
}

/** A subsystem by its slug; one that nobody added has its slug and nothing else. */
export function subsystemOf(session: Session, slug: Slug): Subsystem {
  return remembered(session, `subsystem ${slug}`, ['subsystem', 'same'], () => {
    const standing = standingOf<'subsystem-added' | 'subsystem-amended'>(session, 'subsystem', slug);
    const fields = standing?.head;
    return {
      slug,
      name: fields?.name ?? slug,
      ...(fields?.question === undefined ? {} : { question: fields.question }),
      ...(fields?.partOf === undefined ? {} : { partOf: fields.partOf }),
      affects: fields?.affects ?? [],
      lists: fields?.lists ?? [],
      seats: [...new Set((fields?.maintainers ?? []).map((who) => keptHandle(session, who)))],
      ...(fields?.standard === undefined ? {} : { standard: fields.standard }),
      ...(fields?.openStack === undefined ? {} : { openStack: fields.openStack }),
      ...(fields?.minutes === undefined ? {} : { minutes: fields.minutes }),
      ...(fields === undefined ? {} : { entry: fields }),
      history: standing?.history ?? [],
      conflict: standing?.conflict ?? false,
    };
  });
}

/** Every subsystem that was added: by its order, then in the order of adding; a part without one follows what it is part of. */
export function subsystems(session: Session): readonly Subsystem[] {
  return remembered(session, 'subsystems', ['subsystem', 'same'], () => {
    const all = (keysOf(session, 'subsystem') as readonly Slug[])
      .map((slug) => subsystemOf(session, slug))
      .filter((subsystem) => subsystem.entry !== undefined);
    const place = (subsystem: Subsystem): readonly [number, string] => [
      subsystem.entry?.order ?? Number.MAX_SAFE_INTEGER,
      subsystem.history[0]?.id ?? '',
    ];
    const sorted = all.sort((a, b) => {
      const [x, since] = place(a);
      const [y, sinceB] = place(b);
      return x === y ? (since < sinceB ? -1 : 1) : x - y;
    });
    return withPartsBelow(sorted);
  });
}

/** A part whose place nobody set stands below what it is part of. */
function withPartsBelow(all: readonly Subsystem[]): readonly Subsystem[] {
  const known = new Set(all.map(({ slug }) => slug));
  const below = new Map<Slug, Subsystem[]>();
  for (const part of all) {
    if (part.partOf === undefined || !known.has(part.partOf) || part.entry?.order !== undefined) continue;
    below.set(part.partOf, [...(below.get(part.partOf) ?? []), part]);
  }
  const loose = new Set([...below.values()].flat());
  const found = new Set<Subsystem>();
  const put = (subsystem: Subsystem): void => {
    if (found.has(subsystem)) return;
    found.add(subsystem);
    for (const part of below.get(subsystem.slug) ?? []) put(part);
  };
  for (const subsystem of all) if (!loose.has(subsystem)) put(subsystem);
  // two that are parts of each other stand below nothing, and stand all the same
  for (const subsystem of all) put(subsystem);
  return [...found];
}

/** What a subsystem has to do with others. */
export interface Relations {
  readonly parts: readonly Slug[];
  readonly affects: readonly Slug[];
  /** the layers that affect it: their matters are its people's too */
  readonly affectedBy: readonly Slug[];
}

export function relationsOf(session: Session, slug: Slug): Relations {
  return remembered(session, `relations ${slug}`, ['subsystem', 'same'], () => {
    const parts = subsystems(session).filter(({ partOf }) => partOf === slug);
    return {
      parts: parts.map((part) => part.slug),
      affects: subsystemOf(session, slug).affects,
      affectedBy: layersOver(session, slug).map((layer) => layer.slug),
    };
  });
}

/** The subsystems that affect one, in their order. */
export function layersOver(session: Session, slug: Slug): readonly Subsystem[] {
  const affecting = remembered(session, 'affecting subsystems', ['subsystem', 'same'], () =>
    subsystems(session).filter(({ affects }) => affects.length > 0),
  );
  return affecting.filter(({ affects }) => affects.includes(slug));
}

export function hasSubsystem(session: Session, slug: Slug): boolean {
  return subsystemOf(session, slug).entry !== undefined;
}

/** The subsystems whose people have a say in this one, because it affects them. */
export function affectedSeats(session: Session, slug: Slug): readonly Handle[] {
  const affected = subsystemOf(session, slug).affects.flatMap((other) => subsystemOf(session, other).seats);
  return [...new Set(affected)];
}

/** The room's turn to a subsystem. */
interface Turn {
  readonly slug: Slug;
  readonly entry: Id;
  readonly since: Instant;
}

/** The subsystem that the room is on, with the entry that turned to it. */
export function openSubsystem(session: Session): Turn | undefined {
  return remembered(session, 'open subsystem', ['turn'], () => {
    const last = unstruck<'subsystem-opened' | 'subsystem-left'>(session, 'turn').at(-1);
    return last?.kind === 'subsystem-opened'
      ? { slug: last.subsystem, entry: last.id, since: timeOf(last) }
      : undefined;
  });
}

/** A turn that nobody ended is over after this many milliseconds: the room went home. */
const FORGOTTEN = 10 * 3_600_000;

/** The milliseconds of a turn, undefined where it took so long that nobody can have been there. */
export function lengthOfTurn(since: Instant, until: Instant): number | undefined {
  const ms = Date.parse(until) - Date.parse(since);
  return ms < FORGOTTEN ? Math.max(0, ms) : undefined;
}

export type SubsystemInput = Omit<Extract<Draft, { kind: 'subsystem-added' }>, 'kind' | 'prev'>;

/** Adds a subsystem; one that exists is amended: fields that are not given keep their value. */
export function decideSubsystem(session: Session, input: SubsystemInput, env: Env): Result<readonly Entry[]> {
  if (input.partOf === input.subsystem) return refuse(`#${input.subsystem} can't be a part of itself.`);
  const current = subsystemOf(session, input.subsystem).entry;
  const draft: Draft =
    current === undefined
      ? { kind: 'subsystem-added', ...input }
      : { ...ownFields(current), ...input, kind: 'subsystem-amended' };
  return decided(session, [draft], env);
}

/**
 * What it takes to turn the room to a subsystem at a moment: the one that was open is left. Nothing where it is there
 * already; but where it adjourned meanwhile, or went home without a word, it turns there again, and the clock goes on.
 */
export function turnTo(session: Session, slug: Slug, at: Instant): readonly Draft[] {
  const open = openSubsystem(session);
  const adjourned = unstruck<'session-adjourned'>(session, 'adjourned').at(-1);
  if (open === undefined) return [{ kind: 'subsystem-opened', subsystem: slug }];
  if (open.slug !== slug) {
    return [
      { kind: 'subsystem-left', subsystem: open.slug },
      { kind: 'subsystem-opened', subsystem: slug },
    ];
  }
  const isOver = (adjourned !== undefined && adjourned.id > open.entry) || lengthOfTurn(open.since, at) === undefined;
  return isOver ? [{ kind: 'subsystem-opened', subsystem: slug }] : [];
}

/** The room turns to a subsystem. */
export function decideTurnTo(session: Session, slug: Slug, env: Env): Result<readonly Entry[]> {
  if (!hasSubsystem(session, slug)) return refuse(`There is no subsystem #${slug}.`);
  return decided(session, turnTo(session, slug, toInstant(env.now)), env);
}
