import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import type { Refusal } from '../../shared/result';
import type { TakenIn } from './take-in';

/** What the page asks of the worker that reads records. */
export interface ReadRecordFile {
  readonly database: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the worker says; the last word is `done` or `refused`. */
export type RecordWorkerSays =
  /** so many entries are what they should be */
  | { readonly says: 'read'; readonly done: number; readonly of: number }
  /** the next entries of a file that is good; `stored`: they go into the database */
  | { readonly says: 'entries'; readonly entries: readonly AnyEntry[]; readonly of: number; readonly stored: boolean }
  | { readonly says: 'done'; readonly session: Id; readonly takenIn?: TakenIn }
  | { readonly says: 'refused'; readonly error: Refusal };
