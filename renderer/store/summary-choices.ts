import type { Slug } from '../../shared/record/ids';
import type { PeopleAs } from '../../shared/summary/pseudonyms';
import type { Reply } from '../../shared/summary/reply';

/** What the summary mail is made with. Who gets it is as typed, separated by commas; absent: as proposed. */
export interface SummaryChoices {
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly rationales: boolean;
  readonly ascii: boolean;
  /** the record's lines at its end */
  readonly log?: boolean;
  /** what people are called; by name where absent */
  readonly people?: PeopleAs;
  /** the version since which changes are told; the last one sent where absent, 0 tells none */
  readonly since?: number;
  /** what it answers; the session's thread where absent */
  readonly reply?: Reply | 'nothing' | undefined;
  /** only these, with their parts; all where absent */
  readonly subsystems?: readonly Slug[];
}
