import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';

/** What an import would do: nothing of it is done yet. */
export interface ImportPlan {
  /** name of the file, for messages */
  readonly name: string;
  /** the session kept here that the file is of; absent where it is a new one */
  readonly into?: Id;
  /** entries that are not here yet */
  readonly added: readonly AnyEntry[];
  /** how many of the file's entries are here already */
  readonly known: number;
  /** those of `added` that are more than a day ahead of our clock: a person accepts them first */
  readonly ahead: readonly AnyEntry[];
}
