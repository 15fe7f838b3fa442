import type { On } from '../../shared/record/entry';
import type { Handle, Id, Slug } from '../../shared/record/ids';
import type { Maintainers } from '../../shared/maintainers/section';
import type { MeetingInput } from '../../shared/session/meeting';
import type { ImportPlan } from './import-plan';
import type { ListedMail } from './listed-mail';

/** A rule at large, or as it is for one subsystem. */
export interface RuleAt {
  readonly rule: Id;
  readonly subsystem?: Slug;
}

/** A file of mails, or a folder of them, as a person gave it. */
export interface MailFile {
  readonly name: string;
  readonly files: readonly Blob[];
}

/**
 * The commands that a question comes before: nothing that `u` undoes does, but `:set-all`, since one word too many would
 * speak for everybody. Overwriting a file is asked for by the system's save dialog.
 */
export const CONFIRMED = ['file.take-in', 'line.set-all', 'session.delete-now'] as const;

/** What a question asks before it is done. */
export interface Confirmation {
  readonly title: string;
  readonly text: string;
  /** the words of the button that goes on */
  readonly yes: string;
  /** what that button runs */
  readonly command: (typeof CONFIRMED)[number];
  readonly input?: unknown;
}

/** A layer over the view. The last of `overlays` is the top one, which Esc closes. Text in one is kept as a draft. */
export type Overlay =
  /** `text` begins with its prefix: `>` commands, `@` people, `#` subsystems, `:` a command with words */
  | { readonly kind: 'palette'; readonly text: string }
  | { readonly kind: 'keys' }
  /** what is not in both copies yet */
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'first-run' }
  | { readonly kind: 'settings' }
  /** the keys that are pressed become those of a command */
  | { readonly kind: 'press-keys'; readonly command: string }
  /** `snapshot`: how old the newest one is that was found whole, of the open session or else of any */
  | { readonly kind: 'about'; readonly snapshot: string }
  /**
   * `from`: what a mail says of it; `mails`: the file that mail is of, taken in once the session is there; `then`: files
   * that were dropped with it, opened after that
   */
  | {
      readonly kind: 'new-session';
      readonly from?: MeetingInput;
      readonly mails?: MailFile;
      readonly then?: readonly File[];
    }
  /** the session's own facts, to amend them */
  | { readonly kind: 'session' }
  | { readonly kind: 'people' }
  /** the order of the subsystems, and their minutes */
  | { readonly kind: 'agenda' }
  /** what was recorded of each, to be sent to them, and what they answered */
  | { readonly kind: 'slips' }
  /** another scribe's file of the open session */
  | { readonly kind: 'merge'; readonly plan: ImportPlan }
  | { readonly kind: 'subsystem' }
  | { readonly kind: 'call'; readonly on: On }
  | { readonly kind: 'rationale'; readonly who: Handle; readonly subsystem: Slug }
  /** without `who` it asks who objects */
  | { readonly kind: 'objection'; readonly who?: Handle; readonly on: On }
  | { readonly kind: 'amend-objection'; readonly objection: Id }
  | { readonly kind: 'settle'; readonly objection: Id }
  /** the words of an entry */
  | { readonly kind: 'edit'; readonly entry: Id }
  | { readonly kind: 'dispute'; readonly objection: Id }
  /** what a position stands under, to be met one by one */
  | { readonly kind: 'conditions'; readonly who: Handle; readonly subsystem: Slug }
  /** who holds another stance than one, and can't live with it */
  | { readonly kind: 'living'; readonly subsystem: Slug }
  | { readonly kind: 'question' }
  /** what somebody answers to a question */
  | { readonly kind: 'answer'; readonly question: Id }
  /** a hum: asked, counted, revealed */
  | { readonly kind: 'poll' }
  /** who is here, left, or sent regrets */
  | { readonly kind: 'attendance' }
  | { readonly kind: 'note' }
  /** a new action, or one to amend */
  | { readonly kind: 'action'; readonly action?: Id }
  | { readonly kind: 'drop-action'; readonly action: Id }
  /** a new rule, one that counters another, or another text of one */
  | { readonly kind: 'rule'; readonly rule?: Id; readonly against?: Id }
  | ({ readonly kind: 'rule-answer' } & RuleAt)
  | { readonly kind: 'ruling'; readonly rule: Id; readonly subsystem: Slug }
  /** sections of a MAINTAINERS file, to choose subsystems from */
  | { readonly kind: 'maintainers'; readonly name: string; readonly file: Maintainers }
  /** those who wrote the mails of the thread, to make participants of */
  | { readonly kind: 'authors' }
  /** lines `from` to `to` of a mail, from 1, to be put behind something */
  | { readonly kind: 'pin'; readonly mail: ListedMail; readonly from: number; readonly to: number }
  | ({ readonly kind: 'confirm' } & Confirmation);
export type OverlayKind = Overlay['kind'];
