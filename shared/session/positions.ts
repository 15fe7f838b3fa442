import type { Draft, Entry, Evidence, PositionStance, Stance } from '../record/entry';
import { ownFields } from '../record/fields';
import type { Handle, Id, Instant, Slug } from '../record/ids';
import { timeOf } from '../record/order';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { metConditions } from './conditions';
import { decided } from './enter';
import { keysOf, remembered, rememberedAt, shelfStamp, stampOf } from './look';
import { positionStanding, type PositionEntry } from './registers';
import { handlesOf, keptHandle } from './same';
import type { Session } from './session';
import { positionsOn } from './shelves';
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
  const kept = keptHandle(session, who);
  const group = positionsOn(subsystem);
  const own = handlesOf(session, kept).map((handle) => shelfStamp(session, group, handle));
  // a matrix of 10,000 people by 3,000 subsystems is nearly all empty: what isn't there isn't remembered either
  if (own.every((since) => since === 0)) return undefined;
  const stamp = Math.max(...own, stampOf(session, ['same', 'condition']));
  return rememberedAt(session, `${group} ${kept}`, stamp, () => readPosition(session, kept, subsystem));
}

function readPosition(session: Session, who: Handle, subsystem: Slug): Position | undefined {
  const standing = positionStanding(session, who, subsystem);
  if (standing === undefined) return undefined;
  const { head, heads, history, conflict } = standing;
  const met = metConditions(session, who, positionsOn(subsystem));
  const was = history
    .slice(0, history.indexOf(head))
    .findLast((entry) => entry.stance !== head.stance && !heads.includes(entry))?.stance;
  return {
    who,
    subsystem,
    stance: head.stance,
    livesWith: (head.livesWith ?? []).filter((stance) => stance !== head.stance),
    conditions: (head.conditions ?? []).map((text) => ({ text, met: met.has(text) })),
    evidence: head.evidence ?? [],
    ...(head.rationale === undefined ? {} : { rationale: head.rationale }),
    ...(head.via === undefined ? {} : { via: head.via }),
    ...(head.for === undefined ? {} : { for: head.for }),
    at: timeOf(head),
    entry: head,
    ...(was === undefined ? {} : { was }),
    conflict,
    heads,
    history,
  };
}

/** Everybody's position on a subsystem, cleared ones included, by the person's handle. */
export function positionsFor(session: Session, subsystem: Slug): readonly Position[] {
  return remembered(session, `positions for ${subsystem}`, [positionsOn(subsystem), 'same', 'condition'], () => {
    const holders = new Set(
      keysOf(session, positionsOn(subsystem)).map((handle) => keptHandle(session, handle as Handle)),
    );
    return [...holders].sort().flatMap((who) => positionOf(session, who, subsystem) ?? []);
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
