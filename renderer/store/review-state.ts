import type { Change } from '../../shared/session/changes';
import type { Session } from '../../shared/session/session';

/** Review's faces. */
export type Reviewing = 'check' | 'timeline' | 'changes';

/** Where triage is. */
export interface Triage {
  /** the item that it is at, by its key */
  readonly at?: string | undefined;
  /** those that a person looked at and left as they are */
  readonly ok: ReadonlySet<string>;
  /** the words of the one it is at are being edited */
  readonly editing: boolean;
}

/** Every line of the record: what is looked for, the places in the log that were found, and the place chosen. */
export interface Timeline {
  /** absent while nobody looks for anything, empty where somebody begins to */
  readonly typed: string | undefined;
  /** absent where nothing is looked for */
  readonly hits: readonly number[] | undefined;
  /** lines that are not looked through yet */
  readonly left: number;
  readonly at: number | undefined;
}

/** Two sessions, or one at two moments, with what differs. */
export interface Compared {
  readonly from: string;
  readonly to: string;
  readonly before: Session;
  readonly after: Session;
  readonly changes: readonly Change[];
}
