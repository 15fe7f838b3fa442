import type { Env } from '../record/env';
import type { Evidence } from '../record/entry';
import { isInstant, toMilliseconds, type Instant } from '../record/ids';

/**
 * When it was said what somebody wrote in a mail: at the mail's date. Absent where the mail has none, and where it has
 * one that is still to come: clocks of senders run ahead, and what was not said yet would outlast what is said today.
 */
export function saidIn(evidence: Evidence, env: Env): { readonly said?: Instant } {
  if (!('message' in evidence) || evidence.date === undefined || !isInstant(evidence.date)) return {};
  const said = toMilliseconds(evidence.date);
  return Date.parse(said) <= env.now ? { said } : {};
}
