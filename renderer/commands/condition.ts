import { faceOf, type State } from '../store/state';
import type { Condition } from './command';

/** Whether a command can be run as things are. */
export function holds(when: Condition | undefined, state: State): boolean {
  if (when === undefined) return true;
  const { open, mode, overlays, entry } = state;
  return (
    (when.session === undefined || open !== undefined) &&
    (when.writable === undefined || open?.readOnly === false) &&
    (when.views === undefined || when.views.includes(faceOf(state))) &&
    (when.modes === undefined || when.modes.includes(mode)) &&
    (when.layer === undefined || overlays.length > 0 === when.layer) &&
    (when.completing === undefined || (mode === 'INSERT' && entry.completion !== undefined) === when.completing)
  );
}

/** Whether two conditions can hold at once: then their commands can't have the same key. */
export function meet(a: Condition = {}, b: Condition = {}): boolean {
  const views = a.views === undefined || b.views === undefined || a.views.some((view) => b.views?.includes(view));
  const modes = a.modes === undefined || b.modes === undefined || a.modes.some((mode) => b.modes?.includes(mode));
  const layer = a.layer === undefined || b.layer === undefined || a.layer === b.layer;
  const completing = a.completing === undefined || b.completing === undefined || a.completing === b.completing;
  return views && modes && layer && completing;
}
