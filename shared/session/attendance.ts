import type { Entry } from '../record/entry';
import type { Handle, Instant } from '../record/ids';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { decided } from './enter';
import { keysOf, remembered } from './look';
import { attendanceStanding } from './registers';
import { keptHandle } from './same';
import type { Session } from './session';

export type Attendance = 'present' | 'left' | 'regrets';

/** Whether a person is here, was here, or sent regrets; undefined where nobody noted it. */
export function attendanceOf(session: Session, who: Handle): Attendance | undefined {
  return attendanceStanding(session, who)?.head.state;
}

/** Everybody whose attendance was noted. Empty means that none was taken. */
export function attendance(session: Session): ReadonlyMap<Handle, Attendance> {
  return remembered(session, 'attendance', ['attendance', 'same'], () => {
    const taken = new Map<Handle, Attendance>();
    for (const handle of keysOf(session, 'attendance').toSorted()) {
      const who = keptHandle(session, handle as Handle);
      const state = attendanceOf(session, who);
      if (state !== undefined) taken.set(who, state);
    }
    return taken;
  });
}

/** How many are here, left, or sent regrets. */
export function presence(session: Session): Readonly<Record<Attendance, number>> {
  return remembered(session, 'presence', ['attendance', 'same'], () => {
    const counts = { present: 0, left: 0, regrets: 0 };
    for (const state of attendance(session).values()) counts[state] += 1;
    return counts;
  });
}

export function decideAttendance(
  session: Session,
  input: { readonly who: readonly Handle[]; readonly state: Attendance; readonly said?: Instant },
  env: Env,
): Result<readonly Entry[]> {
  if (input.who.length === 0) return refuse('Who? Add @name.');
  const { state, said } = input;
  return decided(
    session,
    input.who.map((who) => ({ kind: 'attendance-noted', who, state, ...(said === undefined ? {} : { said }) })),
    env,
  );
}
