import { useEffect, useState } from 'react';

/** Milliseconds since 1970, anew each second while it is shown. */
export function useSeconds(): number {
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

/** `2:04`: minutes and seconds. */
export function minutesAndSeconds(ms: number): string {
  const past = Math.max(0, Math.floor(ms / 1000));
  return `${String(Math.floor(past / 60))}:${String(past % 60).padStart(2, '0')}`;
}
