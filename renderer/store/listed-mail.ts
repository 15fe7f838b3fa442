import type { MailHead } from '../../shared/thread/mail';
import type { Suggestion } from '../../shared/thread/suggest';

/** A mail of the open session's thread, without its text. */
export type ListedMail = MailHead & {
  /** 0, or higher for another text that came under the same Message-ID */
  readonly copy: number;
};

/** A suggestion with the mail that it stands in. */
export interface Suggested extends Suggestion {
  readonly date?: string;
  readonly subject: string;
}
