import { useMemo } from 'react';
import { useSession } from '../store/use-session';
import { clockOf, readClock, type Clock } from './times';

/** How this session's times are shown. */
export function useClock(): Clock {
  const text = useSession(clockOf);
  return useMemo(() => readClock(text), [text]);
}
