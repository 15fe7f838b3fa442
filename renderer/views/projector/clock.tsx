import type { Instant } from '../../../shared/record/ids';
import { minutesAndSeconds, useSeconds } from '../../components/use-seconds';

/** The time of day of this machine, as the room's clock has it. */
export function Clock() {
  const now = new Date(useSeconds());
  return <time>{`${two(now.getHours())}:${two(now.getMinutes())}`}</time>;
}

/** How long something lasts: in minutes, beside what was allotted, or to the second. */
export function Elapsed({
  since,
  minutes,
  seconds = false,
}: {
  readonly since: Instant;
  readonly minutes?: number | undefined;
  readonly seconds?: boolean;
}) {
  const past = Math.max(0, useSeconds() - Date.parse(since));
  // what was left open for a day says nothing
  if (past > 24 * 3_600_000) return null;
  if (seconds) return <span className="beamer__time">{minutesAndSeconds(past)}</span>;
  const spent = Math.floor(past / 60_000);
  const of = minutes === undefined ? '' : ` of ${String(minutes)}`;
  return (
    <span data-over={(minutes !== undefined && spent >= minutes) || undefined}>{`${String(spent)}${of} min`}</span>
  );
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
