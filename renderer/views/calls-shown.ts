import type { Call } from '../../shared/session/calls';
import type { CallEntry } from '../../shared/session/registers';

/** The call that is in force; in a conflict everything that stands, a reopening too: none is shown as if it were alone. */
export function callsShown(call: Call | undefined): readonly CallEntry[] {
  if (call === undefined) return [];
  if (call.conflict) return call.heads;
  return call.reopened === undefined ? [call.entry] : [];
}
