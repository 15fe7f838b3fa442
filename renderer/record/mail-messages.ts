import type { Id } from '../../shared/record/ids';
import type { Refusal } from '../../shared/result';

/** What the page asks of the worker that reads mail: what a person gave into one session. */
export interface ReadMailFile {
  readonly database: string;
  readonly session: Id;
  /** names the import */
  readonly batch: string;
  /** what messages call it */
  readonly name: string;
  /** one file, or those of a folder: each is a file of mails by itself */
  readonly files: readonly Blob[];
}

/** What the worker says. The last word is `done` or `refused`; before it nothing counts. */
export type MailWorkerSays =
  | { readonly says: 'progress'; readonly bytes: number; readonly of: number; readonly mails: number }
  | ({ readonly says: 'done' } & MailsTakenIn)
  | { readonly says: 'refused'; readonly error: Refusal };

/** What an import of mails came to. */
export interface MailsTakenIn {
  /** mails that are new here */
  readonly added: number;
  /** mails that were here */
  readonly known: number;
  /** Message-IDs under which another text came than the one that was here */
  readonly conflicts: readonly string[];
  /** what was left out of the file, or is odd about it */
  readonly notices: readonly Refusal[];
}
