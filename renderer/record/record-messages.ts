import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import type { Refusal } from '../../shared/result';

/** What the page asks of the worker that reads records. */
export interface ReadRecordFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the worker says; the last word is `done` or `refused`. */
export type RecordWorkerSays =
  | { readonly says: 'entries'; readonly entries: readonly AnyEntry[]; readonly of: number }
  | { readonly says: 'done'; readonly session: Id }
  | { readonly says: 'refused'; readonly error: Refusal };
