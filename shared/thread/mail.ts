/** Somebody named in a header: decoded, on one line, without control or bidi characters. */
export interface Correspondent {
  readonly name?: string;
  /** with its domain in lower case */
  readonly address: string;
}

/** Why the author of a mail can't be taken at the header's word. */
export type AuthorDoubt =
  /** several From headers or several mailboxes in one: it can't be told who spoke */
  | 'ambiguous'
  /** the display name holds an address other than the mail's own */
  | 'address-in-name'
  /** the name holds invisible, bidi or mixed-script characters that make it look like another */
  | 'look-alike';

/** Who wrote a mail, as far as its headers say. */
export interface Author {
  readonly name?: string;
  /** absent where an archive left none */
  readonly address?: string;
  /** an archive cut the address: it is shown, never written to, and matched only as a proposal */
  readonly masked?: true;
  /** a list rewrote From, so the person was taken from Reply-To */
  readonly viaReplyTo?: true;
  readonly doubts?: readonly AuthorDoubt[];
}

/**
 * One mail as Gavel keeps it: decoded once, plain data that can cross to a worker and into IndexedDB.
 * Message-IDs stand without brackets, case kept.
 */
export interface Mail {
  /** its Message-ID; where it has none, one made of its bytes that ends in `@no-message-id.invalid` */
  readonly id: string;
  readonly author: Author;
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
  /** decoded, on one line; empty where there is none */
  readonly subject: string;
  /** RFC 3339, UTC, milliseconds; absent where the Date header can't be read: then its place in the file counts */
  readonly date?: string;
  /** the Date header as it stands, empty where there is none */
  readonly dateText: string;
  /** ids that it may answer, the best first: In-Reply-To's first, then References from the last to the first */
  readonly parents: readonly string[];
  /** the References header, the oldest first; In-Reply-To where there is none */
  readonly references: readonly string[];
  /** addresses of the lists that it went through, as List-Post and List-Id name them */
  readonly lists: readonly string[];
  /** the text that a person wrote, lines joined by LF; flowed lines are joined and quoted with `> ` for each level */
  readonly body: string;
  /** 0-based place in its file */
  readonly place: number;
  /** how many header fields it has: of two copies the one with more is kept */
  readonly fields: number;
  /** what is wrong with it, each a sentence */
  readonly warnings: readonly string[];
  /** its bytes, kept only where there are warnings */
  readonly raw?: Uint8Array;
}

/** A mail without its text: what lists and trees need, so that a large thread fits into memory. */
export type MailHead = Omit<Mail, 'body' | 'raw'>;
