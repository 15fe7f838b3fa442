import type { State } from './state';

/** Why the open session takes no entries, with the way out; undefined where it takes them. */
export function readOnlyWords({ open, replay }: Pick<State, 'open' | 'replay'>): string | undefined {
  if (open?.readOnly !== true) return undefined;
  return replay === undefined
    ? 'The example is read-only. Make it mine copies it.'
    : 'This is a replay. Esc goes back to now.';
}

/** The session that is recorded: while a replay shows how it stood, the one behind that. */
export function recordedOf({ open, replay }: Pick<State, 'open' | 'replay'>): State['open'] {
  return replay?.now ?? open;
}
