import type { Instant } from './ids';
import { inZone } from './zone';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment as the clocks of a zone show it; `offset` is minutes east of UTC. */
interface Local {
  readonly at: Date;
  readonly offset: number;
}

function local(at: Instant, zone: string): Local {
  const ms = Date.parse(at);
  const shown = Date.parse(`${inZone(at, zone).replace(' ', 'T')}:00.000Z`);
  const offset = Math.round((shown - Math.floor(ms / 60_000) * 60_000) / 60_000);
  return { at: new Date(ms + offset * 60_000), offset };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function dayIn(at: Date): string {
  return `${String(at.getUTCDate())} ${MONTHS[at.getUTCMonth()] ?? ''} ${String(at.getUTCFullYear()).padStart(4, '0')}`;
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

/** `28 Jul 2024`, in the zone. */
export function dayOf(at: Instant, zone: string): string {
  const [year = '', month, day] = inZone(at, zone).slice(0, 10).split('-');
  return `${String(Number(day))} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** A day of the calendar (`YYYY-MM-DD`), which has no zone: `28 Jul 2024`. */
export function calendarDay(day: string): string {
  return dayIn(new Date(`${day}T00:00:00.000Z`));
}

/** `Sun, 28 Jul 2024, 18:44 +0200`, in the zone; `UTC` in place of `+0000`. */
export function momentOf(at: Instant, zone: string): string {
  const { at: shown, offset } = local(at, zone);
  const time = `${two(shown.getUTCHours())}:${two(shown.getUTCMinutes())}`;
  return `${DAYS[shown.getUTCDay()] ?? ''}, ${dayIn(shown)}, ${time} ${offset === 0 ? 'UTC' : offsetText(offset)}`;
}

/** The Date header (RFC 5322, 3.3): `Sun, 28 Jul 2024 18:44:47 +0200`. */
export function dateHeader(at: Instant, zone: string): string {
  const { at: shown, offset } = local(at, zone);
  const time = [shown.getUTCHours(), shown.getUTCMinutes(), shown.getUTCSeconds()].map(two).join(':');
  return `${DAYS[shown.getUTCDay()] ?? ''}, ${dayIn(shown)} ${time} ${offsetText(offset)}`;
}
