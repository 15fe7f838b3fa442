import type { Id, Instant, Slug } from '../record/ids';
import type { Settings } from './settings';
import type { Source } from './sources';

/**
 * What goes to the list, as a small document: the words are settled here, once, and every form (mail, Markdown,
 * HTML) only sets them. Each statement carries the entries that it comes from.
 */
export interface Summary {
  /** the thread's subject with `Re: `, or the session's title where there is no thread; one line */
  readonly subject: string;
  readonly title: string;
  /** 1, or one more than that of the last summary of the same subsystems that was sent */
  readonly version: number;
  /** how it was made; the moment in it is what assessments, Date and Message-ID go by */
  readonly settings: Settings;
  readonly at: Instant;
  /** IANA name; every time in the text is shown in it */
  readonly zone: string;
  /** the thread that it replies in, Message-IDs without brackets */
  readonly thread?: { readonly inReplyTo: string; readonly references: readonly string[] };
  readonly blocks: readonly Block[];
  /** where statements point: `[1]` is the first */
  readonly links: readonly string[];
  /** absent where nothing is recorded */
  readonly seal?: Seal;
}

/** What part of the record a summary covers: the greatest id and the SHA-256 of the lines up to it, without private ones. */
export interface Seal {
  readonly upTo: Id;
  /** the last line of each writer, in record order: lines of others that are merged later are not among them */
  readonly covers?: readonly Id[];
  readonly lines: number;
  readonly sha256: string;
}

export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2; readonly said: Statement; readonly about?: Slug }
  | { readonly type: 'paragraph'; readonly said: Statement }
  | { readonly type: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | { readonly type: 'items'; readonly of: ItemSort; readonly items: readonly Item[] };

/**
 * A sentence or more, what it points to, and the entries that it comes from (none: it is the program's own, and always
 * true), as they were at hand: forms that show ids put them in order (`idsOf`).
 */
export interface Statement {
  readonly text: string;
  /** numbers of links, from 1 */
  readonly links: readonly number[];
  readonly from: readonly Source[];
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

export interface Row {
  readonly cells: readonly string[];
  readonly from: readonly Source[];
}

export type ItemSort =
  | 'stances'
  | 'points'
  | 'changes'
  | 'objections'
  | 'positions'
  | 'answers'
  | 'rulings'
  | 'questions'
  | 'actions'
  | 'log';

/** One member of a list: a position under its letter, an objection under its number, the call under `Call`. */
export interface Item {
  /** a stance letter, a number, a word; `-` where the list is a plain one */
  readonly mark: string;
  /** whose, or what */
  readonly head: Statement;
  /** the day it was said, in the session's zone */
  readonly date?: string;
  readonly lines: readonly Line[];
}

/**
 * What stands under an item's head. `words` are what was recorded of what somebody said, `quote` the exact lines of a
 * mail, `point` one of several (a condition, a reason), `remark` what Gavel says about it.
 */
export interface Line extends Statement {
  readonly sort: 'words' | 'quote' | 'point' | 'remark';
}
