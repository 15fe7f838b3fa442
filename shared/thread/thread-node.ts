import type { Mail, MailHead } from './mail';

/** A place in a thread: a mail, or one that somebody answered and that is not here. */
export interface ThreadNode<M extends MailHead = Mail> {
  readonly id: string;
  /** absent: a mail that is not here, known by those that answer it */
  readonly mail?: M;
  /** other contents that came under the same id: a conflict, shown beside `mail` */
  readonly others: readonly M[];
  readonly parent?: ThreadNode<M>;
  readonly children: readonly ThreadNode<M>[];
  /** 0 for a root */
  readonly depth: number;
  /** its place in the order in which the tree is read, from 0 */
  readonly at: number;
}
