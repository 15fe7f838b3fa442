import type { AnyEntry } from '../../shared/record/entry';
import type { Id, Instant } from '../../shared/record/ids';
import type { MailHead } from '../../shared/thread/mail';

/** One line of a record as the database keeps it. */
export interface EntryRow {
  /** order of arrival on this machine; the database counts it */
  readonly seq: number;
  /** SHA-256 of the canonical line: the same line is never kept twice */
  readonly hash: string;
  readonly session: Id;
  readonly id: Id;
  readonly entry: AnyEntry;
}
export type NewEntryRow = Omit<EntryRow, 'seq'>;

/** What the list of sessions shows of one, so that no session must be read to list it. Derived from its entries. */
export interface SessionRow {
  /** the session's key: the id of its earliest session-opened when it came here */
  readonly id: Id;
  readonly title: string;
  /** how many lines the database holds of it */
  readonly entries: number;
  /** the greatest id */
  readonly last: Id;
  /** when a line of it was last stored here */
  readonly stored: Instant;
  /** the rows that the last merge brought */
  readonly merged?: Merged;
  /** it takes no entries on this machine: what it held when a person locked it */
  readonly lock?: Lock;
}

/** The rows that a merge brought, from the first to the last, and the greatest id before it. */
export interface Merged {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly before: Id;
}

/** What a record held when it was locked: the same as the foot of a mail that was made then. */
export interface Lock {
  readonly upTo: Id;
  readonly lines: number;
  readonly sha256: string;
  readonly at: Instant;
}

/** Where a mail stands in the two tables of mails. */
export interface MailKey {
  readonly session: Id;
  /** its Message-ID */
  readonly id: string;
  /** 0, or higher for another text that came under the same Message-ID */
  readonly copy: number;
  /** the import that it came with, so that one that is not finished can be taken back */
  readonly batch: string;
}

/** What is listed of a mail. */
export interface MailRow extends MailKey {
  readonly head: MailHead;
}

/** What a person wrote in it, and its bytes where something was wrong with them. */
export interface BodyRow extends MailKey {
  readonly body: string;
  readonly raw?: Uint8Array;
}

/** Half-typed text, kept over a restart. */
export interface DraftRow {
  readonly key: string;
  readonly text: string;
  /** when it was typed, as the page counts: ever greater, whatever the clock does */
  readonly typed?: number;
}

/** Facts about the database itself: `schema` is a number, greater for newer data. */
export interface MetaRow {
  readonly key: string;
  readonly value: number;
}
