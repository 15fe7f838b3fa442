import { instantOf, type Instant } from '../../shared/record/ids';
import { inZone } from '../../shared/record/zone';
import { meetingOf } from '../../shared/session/meeting';
import type { Session } from '../../shared/session/session';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What times of a session are shown by: its zone, and the day of its last line, whose times need no date. */
export interface Clock {
  readonly zone: string;
  /** `YYYY-MM-DD` in that zone */
  readonly day: string;
}

/** As text, `zone day`, so that a hook can compare it. */
export function clockOf(session: Session): string {
  const zone = meetingOf(session)?.zone ?? 'UTC';
  return `${zone} ${session.latest === undefined ? '' : inZone(instantOf(session.latest), zone).slice(0, 10)}`;
}

export function readClock(text: string): Clock {
  const [zone = 'UTC', day = ''] = text.split(' ');
  return { zone, day };
}

/** `14:06` on the session's last day, `25 Jul` in its year, else `25 Jul 24`. */
export function shortTime(at: Instant, { zone, day }: Clock): string {
  const full = inZone(at, zone);
  if (full.startsWith(day)) return full.slice(11);
  const date = `${String(Number(full.slice(8, 10)))} ${MONTHS[Number(full.slice(5, 7)) - 1] ?? ''}`;
  return full.slice(0, 4) === day.slice(0, 4) ? date : `${date} ${full.slice(2, 4)}`;
}

/** `14:06:31`, or the date where it is another day. Offsets are whole minutes, so seconds are the instant's own. */
export function secondTime(at: Instant, clock: Clock): string {
  const short = shortTime(at, clock);
  return short.length === 5 && short.includes(':') ? `${short}:${at.slice(17, 19)}` : short;
}

/** `14:06:31`, or date and time where it is another day, `17 Sep 14:06`: where every line is read, its time is too. */
export function lineTime(at: Instant, clock: Clock): string {
  const time = secondTime(at, clock);
  return time.includes(':') ? time : `${time} ${inZone(at, clock.zone).slice(11)}`;
}

/** Date and time in full, for a tooltip. */
export function fullTime(at: Instant, { zone }: Clock): string {
  return `${inZone(at, zone)} ${zone}`;
}

const machineClock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** `14:32:07` on this machine's clock: saving is about this machine, not about the meeting. */
export function wallClock(at: Instant): string {
  return machineClock.format(Date.parse(at));
}
