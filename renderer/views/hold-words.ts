import type { Instant } from '../../shared/record/ids';
import { shortTime, type Clock } from './times';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a hold still runs at `asOf`, or when it ran out. */
export function holdWords(until: Instant, asOf: Instant, clock: Clock): string {
  const left = Date.parse(until) - Date.parse(asOf);
  if (left <= 0) return `hold ran out at ${shortTime(until, clock)}: it does not block`;
  return `hold, ${lengthWords(left)} left`;
}

function lengthWords(ms: number): string {
  if (ms <= 2 * HOUR) return `${String(Math.ceil(ms / MINUTE))} min`;
  return ms <= 48 * HOUR ? `${String(Math.ceil(ms / HOUR))} h` : `${String(Math.ceil(ms / (24 * HOUR)))} d`;
}
