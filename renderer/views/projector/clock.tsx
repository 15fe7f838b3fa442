import { useEffect, useState } from 'react';
import type { Instant } from '../../../shared/record/ids';

/** The time of day of this machine, as the room's clock has it. */
export function Clock() {
  const now = new Date(useNow());
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
  const past = Math.max(0, Math.floor((useNow() - Date.parse(since)) / 1000));
  // what was left open for a day says nothing
  if (past > 24 * 3600) return null;
  if (seconds) return <span className="beamer__time">{`${String(Math.floor(past / 60))}:${two(past % 60)}`}</span>;
  const spent = Math.floor(past / 60);
  const of = minutes === undefined ? '' : ` of ${String(minutes)}`;
  return (
    <span data-over={(minutes !== undefined && spent >= minutes) || undefined}>{`${String(spent)}${of} min`}</span>
  );
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Milliseconds since 1970, each second anew. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}
