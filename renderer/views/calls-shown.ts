import type { Call, CallMade } from '../../shared/session/calls';
import type { CallEntry } from '../../shared/session/registers';

/** The call that is in force; in a conflict everything that stands, a reopening too: none is shown as if it were alone. */
export function callsShown(call: Call | undefined): readonly CallEntry[] {
  if (call === undefined) return [];
  if (call.conflict) return call.heads;
  return call.reopened === undefined ? [call.entry] : [];
}

/** The same where there is room for one. */
export function callShown(call: Call | undefined): CallMade | 'conflict' | undefined {
  if (call?.conflict === true) return 'conflict';
  return call?.reopened === undefined ? call?.entry : undefined;
}
