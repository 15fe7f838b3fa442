import type { Entry, PositionStance } from '../record/entry';
import type { Handle, Slug } from '../record/ids';
import type { ErrorCode, NoticeCode } from './words';

/** A stretch of the line, in UTF-16 units: `from` is in it, `to` is not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a stretch of the line is, for highlighting. */
export type TokenClass =
  | 'command'
  | 'who'
  | 'subsystem'
  | 'stance'
  | 'number'
  | 'time'
  | 'evidence'
  /** a word of the grammar inside the head: for, via, to, by, of, affects, seats ... */
  | 'keyword'
  /** ` -- ` and ` // ` */
  | 'separator'
  /** if, unless, because at the start of a part */
  | 'condition'
  | 'text'
  | 'space'
  | 'bad';

/** Tokens stand in order and cover the whole line without gap or overlap. */
export interface Token extends Span {
  readonly is: TokenClass;
}

/** A piece of what is said in words; the texts put together are the whole sentence, spaces included. */
export type Piece =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'who'; readonly text: string; readonly who: Handle }
  | { readonly is: 'subsystem'; readonly text: string; readonly subsystem: Slug }
  | { readonly is: 'stance'; readonly text: string; readonly stance: PositionStance };

/** Something to know before Enter; it refuses nothing. */
export interface Notice {
  readonly code: NoticeCode;
  readonly words: string;
}

/** What Tab does about an error: put `text` in place of `span`. */
export interface Fix {
  readonly span: Span;
  readonly text: string;
}

/** A line that records: exactly these entries, one act, in this order. */
export interface RecordReading {
  readonly kind: 'record';
  readonly entries: readonly Entry[];
  /** what the entries say in words (see `explain`) */
  readonly says: readonly Piece[];
  readonly notices: readonly Notice[];
  readonly tokens: readonly Token[];
}

/** A line that does not record as it stands. The command line refuses it with `words`, whatever `enter` offers. */
export interface ErrorReading {
  readonly kind: 'error';
  readonly code: ErrorCode;
  readonly words: string;
  /** what is underlined */
  readonly span: Span;
  /** what Tab does */
  readonly fix?: Fix;
  /** what Enter does instead: keeps the line as a note, or adds who or what is new and records */
  readonly enter?: 'note' | 'add';
  readonly entriesOnEnter?: readonly Entry[];
  readonly tokens: readonly Token[];
}

export type Reading = RecordReading | ErrorReading;

/** The sentence of a reading as plain text: what would be recorded, or why it is not. */
export function saysText(reading: Reading): string {
  return reading.kind === 'record' ? plainText(reading.says) : reading.words;
}

export function plainText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** The line after Tab. */
export function applyFix(line: string, fix: Fix): string {
  return line.slice(0, fix.span.from) + fix.text + line.slice(fix.span.to);
}
