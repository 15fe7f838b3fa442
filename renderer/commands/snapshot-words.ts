import type { Snapshot } from '../../shared/ipc';

const STEPS = [
  { unit: 'second', seconds: 1 },
  { unit: 'minute', seconds: 60 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'day', seconds: 86_400 },
] as const;

/** `3 minutes old, 143 entries`; how old a snapshot is, in the largest unit of which it is at least one. */
export function snapshotWords({ at, entries }: Snapshot, now: number): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(at)) / 1000));
  const step = STEPS.findLast((each) => seconds >= each.seconds) ?? STEPS[0];
  return `${some(Math.floor(seconds / step.seconds), step.unit)} old, ${entries === 1 ? '1 entry' : `${String(entries)} entries`}`;
}

function some(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}
