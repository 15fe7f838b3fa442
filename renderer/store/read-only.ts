import type { Lock } from '../record/rows';
import type { State } from './state';

type Shown = Pick<State, 'open' | 'replay' | 'sessions'>;

/** Why the open session takes no entries, with the way out; undefined where it takes them. */
export function readOnlyWords(state: Shown): string | undefined {
  if (state.open?.readOnly !== true) return undefined;
  if (state.replay !== undefined) return 'This is a replay. Esc goes back to now.';
  return lockOf(state) === undefined
    ? 'The example is read-only. Make it mine copies it.'
    : 'The record is locked. :unlock lets it take entries again.';
}

/** The session that is recorded: while a replay shows how it stood, the one behind that. */
export function recordedOf({ open, replay }: Pick<State, 'open' | 'replay'>): State['open'] {
  return replay?.now ?? open;
}

/** What the open session was locked at, where it is locked. */
export function lockOf(state: Shown): Lock | undefined {
  const open = recordedOf(state);
  return open?.readOnly === true ? state.sessions.find(({ id }) => id === open.id)?.lock : undefined;
}

/** Whether what is looked at is the example, which is kept nowhere. */
export function isExample(state: Shown): boolean {
  return recordedOf(state)?.readOnly === true && lockOf(state) === undefined;
}
