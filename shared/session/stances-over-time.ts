import type { PositionStance } from '../record/entry';
import type { Handle, Instant, Slug } from '../record/ids';
import { byTime, timeOf } from '../record/order';
import { keysOf, remembered, unstruck } from './look';
import { keptHandle } from './same';
import type { Session } from './session';
import { positionsOn } from './shelves';

/** How many held each answer from a moment on; those who had none are not counted. */
export interface StanceStep {
  readonly at: Instant;
  readonly counts: Readonly<Partial<Record<PositionStance, number>>>;
}

/** How the answers on a subsystem came to be what they are: a step at each moment at which somebody's became another. */
export function stancesOverTime(session: Session, subsystem: Slug): readonly StanceStep[] {
  const group = positionsOn(subsystem);
  return remembered(session, `stances over time ${subsystem}`, [group, 'same'], () => {
    const taken = keysOf(session, group).flatMap((who) => unstruck<'position-taken'>(session, group, who));
    const held = new Map<Handle, PositionStance>();
    const counts: Partial<Record<PositionStance, number>> = {};
    const steps: StanceStep[] = [];
    for (const entry of [...taken].sort(byTime)) {
      const who = keptHandle(session, entry.who);
      const before = held.get(who);
      if (before === entry.stance) continue;
      if (before !== undefined) counts[before] = (counts[before] ?? 1) - 1;
      counts[entry.stance] = (counts[entry.stance] ?? 0) + 1;
      held.set(who, entry.stance);
      const at = timeOf(entry);
      if (steps.at(-1)?.at === at) steps.pop();
      steps.push({ at, counts: { ...counts } });
    }
    return steps;
  });
}
