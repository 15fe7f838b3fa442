import type { Evidence } from '../record/entry';
import type { Instant, Slug } from '../record/ids';

/** The lines of a mail that hold some words, or why there are none. */
export type QuoteFound = Evidence | 'no mail' | 'other words';

/** What the line is read in, besides the session. */
export interface LineContext {
  /** the subsystem that a line without # is about; absent: the one that the room turned to last */
  readonly open?: Slug;
  /**
   * What happens to a person or subsystem that nobody added and that is no near miss and no prefix of one:
   * `ask` offers it (the app: Enter adds and records), `always` adds it in the same act (`--add`), `never` refuses.
   */
  readonly add: 'ask' | 'always' | 'never';
  /** when it was said, where the line itself doesn't say */
  readonly said?: Instant;
  /**
   * looks words up in a mail that `from <message-id>` names: without words, its author's first ones; absent where no
   * mails are at hand
   */
  readonly quote?: (message: string, words: string) => QuoteFound;
}
