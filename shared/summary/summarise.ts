import type { Sha256 } from '../env';
import type { Instant, Slug } from '../record/ids';
import type { Session } from '../session/session';
import type { Summary } from './document';

export interface SummaryOptions {
  /** the moment for assessment, Date and Message-ID: the same record and the same `at` give the same bytes */
  readonly at: Instant;
  readonly sha256: Sha256;
  /** only these, with their parts; all where absent */
  readonly subsystems?: readonly Slug[];
  /** false leaves out why people hold what they hold; conditions and objections stay */
  readonly rationales?: boolean;
  /** true writes every character in ASCII */
  readonly ascii?: boolean;
}

/** The summary of a session as it stands. Private notes, and lines that name one, never reach it. */
export function summarise(_session: Session, _options: SummaryOptions): Summary {
  throw new Error('being written');
}
