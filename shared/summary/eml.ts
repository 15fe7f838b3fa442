import type { Result } from '../result';
import type { Summary } from './document';

/** Who it is from and who gets it: `Name <address>` or `address`, each one mailbox. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
}

/** The whole mail as a file with LF, ready for `mutt -H` or `git send-email`. Refused with the field named where a header can't be trusted. */
export function emlText(_summary: Summary, _envelope: Envelope): Result<string> {
  throw new Error('being written');
}
