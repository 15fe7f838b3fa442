import type { Mail } from './mail';

/** A place in a thread: a mail, or one that somebody answered and that is not here. */
export interface ThreadNode {
  readonly id: string;
  /** absent: a mail that is not here, known by those that answer it */
  readonly mail?: Mail;
  /** other contents that came under the same id: a conflict, shown beside `mail` */
  readonly others: readonly Mail[];
  readonly parent?: ThreadNode;
  readonly children: readonly ThreadNode[];
  /** 0 for a root */
  readonly depth: number;
}
