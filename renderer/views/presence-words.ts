import type { Attendance } from '../../shared/session/attendance';

/** `11 present, 1 left, 1 regrets`; empty where no attendance was taken. */
export function presenceWords(counts: Readonly<Record<Attendance, number>>): string {
  return (['present', 'left', 'regrets'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${String(counts[state])} ${state}`)
    .join(', ');
}
