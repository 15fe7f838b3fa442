import type { Id, Slug } from '../record/ids';
import type { Session } from '../session/session';
import type { Summary } from './document';
import type { Envelope } from './eml';

/** A mail as it would go out. */
export interface LintedMail {
  readonly session: Session;
  readonly summary: Summary;
  readonly envelope: Envelope;
  /** bytes that the list takes; what most lists take where absent */
  readonly limit?: number;
}

/** What a mail may be lacking before it goes. */
export type FindingKind =
  | 'width'
  | 'thread'
  | 'recipients'
  | 'size'
  | 'trailer'
  | 'masked-address'
  | 'withheld-name'
  | 'private-entry'
  | 'objection-missing'
  | 'consensus-without-quorum'
  | 'consensus-with-objections'
  | 'call-without-statement'
  | 'call-without-reason';

/** One thing that a person should see before the mail goes: what it is and where, and how to be rid of it. */
export interface Finding {
  readonly kind: FindingKind;
  /** 'stop': no list takes it, or it tells what it must not; 'look': it may go, when somebody has seen it */
  readonly weight: 'stop' | 'look';
  /** what, where, and what was expected, as a sentence */
  readonly text: string;
  /** the way out, as a sentence */
  readonly way: string;
  /** what it is about: where the view jumps to */
  readonly entries: readonly Id[];
  readonly subsystem?: Slug;
  /** which setting of the mail is to be changed */
  readonly setting?: 'From' | 'To' | 'Cc' | 'Answers';
  /** lines of the mail's text, from 1 */
  readonly lines: readonly number[];
}
