import type { Draft, Entry, Evidence, PositionStance, Stance } from '../record/entry';
import { ownFields } from '../record/fields';
import type { Handle, Id, Instant, Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { metConditions } from './conditions';
import { decided } from './enter';
import { remembered, stampOf, standingOn } from './look';
import type { Standing } from './register';
import { positionStanding, type PositionEntry } from './registers';
import { handlesOf, keptHandle, keptHandles } from './same';
import type { Session } from './session';
import { positionsOn, type Group, type Shelf } from './shelves';
import { hasSubsystem } from './subsystems';

/** A condition of a position: a line of its own, which can be met. */
export interface Condition {
  readonly text: string;
  readonly met: boolean;
}

/** What a participant holds for a subsystem, as it stands. `none` is a position that was cleared. */
export interface Position {
  readonly who: Handle;
  readonly subsystem: Slug;
  readonly stance: PositionStance;
  /** the other stances that this person can live with */
  readonly livesWith: readonly Stance[];
  readonly rationale?: string;
  readonly conditions: readonly Condition[];
  readonly evidence: readonly Evidence[];
  readonly via?: Handle;
  readonly for?: string;
  /** when it was said, else recorded */
  readonly at: Instant;
  readonly entry: PositionEntry;
  /** the stance before this one, where it was another */
  readonly was?: PositionStance;
  /** differing heads: both are kept and shown, a person resolves it */
  readonly conflict: boolean;
  readonly heads: readonly PositionEntry[];
  /** every unstruck revision, in order of (time, id) */
  readonly history: readonly PositionEntry[];
}

/** What a person holds for a subsystem; undefined where nothing was ever said. */
export function positionOf(session: Session, who: Handle, subsystem: Slug): Position | undefined {
  const group = session.groups.get(positionsOn(subsystem));
  if (group === undefined) return undefined;
  return positionIn(session, group, keptHandle(session, who), subsystem, stampOf(session, BESIDE));
}

/**
 * The same by the handle under which the person is kept. It is remembered on the shelf that it is read from; `beside` is
 * the stamp of what it is read from beside that.
 */
function positionIn(
  session: Session,
  { shelves }: Group,
  who: Handle,
  subsystem: Slug,
  beside: number,
): Position | undefined {
  const handles = handlesOf(session, who);
  let shelf: Shelf | undefined;
  let stamp = beside;
  for (const handle of handles) {
    const own = shelves.get(handle);
    shelf ??= own;
    stamp = Math.max(stamp, own?.stamp ?? 0);
  }
  // a matrix of 10,000 people by 3,000 subsystems is nearly all empty: what isn't there isn't remembered either
  if (shelf === undefined) return undefined;
  if (shelf.reading?.stamp !== stamp) {
    const standing = handles.length === 1 ? standingOn(session, shelf) : positionStanding(session, who, subsystem);
    shelf.reading = {
      stamp,
      value: readPosition(session, who, standing as Standing<PositionEntry> | undefined, subsystem),
    };
  }
  return shelf.reading.value as Position | undefined;
}

/** What a position is read from beside its own shelf. */
const BESIDE = ['same', 'condition'];

const NONE: readonly never[] = [];

function readPosition(
  session: Session,
  who: Handle,
  standing: Standing<PositionEntry> | undefined,
  subsystem: Slug,
): Position | undefined {
  if (standing === undefined) return undefined;
  const { head, heads, history, conflict } = standing;
  const { stance, livesWith, conditions, evidence = NONE, rationale, via } = head;
  const met = metConditions(session, who, positionsOn(subsystem));
  return {
    who,
    subsystem,
    stance,
    livesWith: livesWith?.filter((other) => other !== stance) ?? NONE,
    rationale,
    conditions: conditions?.map((text) => ({ text, met: met.has(text) })) ?? NONE,
    evidence,
    via,
    for: head.for,
    at: timeOf(head),
    entry: head,
    was: history.length === 1 ? undefined : stanceBefore(standing),
    conflict,
    heads,
    history,
  };
}

/** The last other stance before the one that stands. */
function stanceBefore({ head, heads, history }: Standing<PositionEntry>): PositionStance | undefined {
  return history
    .slice(0, history.indexOf(head))
    .findLast((entry) => entry.stance !== head.stance && !heads.includes(entry))?.stance;
}

/** Everybody's position on a subsystem, cleared ones included, by the person's handle. */
export function positionsFor(session: Session, subsystem: Slug): readonly Position[] {
  return remembered(session, `positions for ${subsystem}`, [positionsOn(subsystem), 'same', 'condition'], () => {
    const group = session.groups.get(positionsOn(subsystem));
    if (group === undefined) return NONE;
    const beside = stampOf(session, BESIDE);
    const found: Position[] = [];
    for (const who of keptHandles(session, group.shelves.keys() as Iterable<Handle>).sort()) {
      const position = positionIn(session, group, who, subsystem, beside);
      if (position !== undefined) found.push(position);
    }
    return found;
  });
}

export type PositionInput = Omit<Extract<Draft, { kind: 'position-taken' }>, 'kind' | 'prev'>;

/** Records a position. It restates everything: what is not given is cleared. */
export function decidePosition(session: Session, input: PositionInput, env: Env): Result<readonly Entry[]> {
  if (!hasSubsystem(session, input.subsystem)) return refuse(`There is no subsystem #${input.subsystem}.`);
  return decided(session, [{ kind: 'position-taken', ...input }], env);
}

/** Changes parts of the position that stands: fields that are not given keep their value. */
export function decideRevisePosition(
  session: Session,
  input: Partial<PositionInput> & Pick<PositionInput, 'who' | 'subsystem'>,
  env: Env,
): Result<readonly Entry[]> {
  const current = positionOf(session, input.who, input.subsystem)?.entry;
  if (current === undefined && input.stance === undefined) {
    return refuse(`${input.who} holds nothing on #${input.subsystem} yet.`, { expected: 'a stance' });
  }
  return decidePosition(
    session,
    { stance: 'none', ...(current === undefined ? {} : ownFields(current)), ...input },
    env,
  );
}

/** Marks a condition of the position that stands as met. `n` counts from 1. */
export function decideConditionMet(
  session: Session,
  input: {
    readonly who: Handle;
    readonly subsystem: Slug;
    readonly n: number;
    readonly evidence?: readonly Evidence[];
  },
  env: Env,
): Result<readonly Entry[]> {
  const position = positionOf(session, input.who, input.subsystem);
  if (position?.conditions[input.n - 1] === undefined) {
    return refuse(`${input.who} has no condition ${String(input.n)} on #${input.subsystem}.`, {
      found: String(input.n),
      expected: `1 to ${String(position?.conditions.length ?? 0)}`,
    });
  }
  const entry: Id = position.entry.id;
  return decided(
    session,
    [
      {
        kind: 'condition-met',
        entry,
        n: input.n,
        ...(input.evidence === undefined ? {} : { evidence: input.evidence }),
      },
    ],
    env,
  );
}
