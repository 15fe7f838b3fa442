import type { Completion } from '../../shared/capture/complete';
import type { Hello, Settings } from '../../shared/ipc';
import type { MailEvidence } from '../../shared/record/entry';
import type { Handle, Id, Instant, Slug } from '../../shared/record/ids';
import type { Session } from '../../shared/session/session';
import type { BodyLine } from '../../shared/thread/body';
import type { Mailmap } from '../../shared/thread/mailmap';
import type { Thread } from '../../shared/thread/tree';
import type { Recovery } from './copies';
import type { SessionRow } from '../record/rows';
import type { SummaryChoices } from './summary-choices';
import type { Compared, Reviewing, Timeline, Triage } from './review-state';
import type { ListedMail, Suggested } from './listed-mail';
import type { Overlay, RuleAt } from './overlay';

/** The five faces of a session. */
export const VIEWS = ['live', 'matrix', 'review', 'summary', 'thread'] as const;
export type View = (typeof VIEWS)[number];

/** NORMAL: keys are commands. INSERT: the quick entry has the keys, COMMAND: the `:` line, LOG: the lines of the record. */
export type Mode = 'NORMAL' | 'INSERT' | 'COMMAND' | 'LOG';

/** The session on the screen. The object is new after each fold, so comparing it tells whether anything changed. */
export interface OpenSession {
  /** its key in the database and the name of its journal; the example has one too, and no rows */
  readonly id: Id;
  /** an index that changes in place: read it through `useSession`, which reads again after each fold */
  readonly session: Session;
  /** the session's revision after the last fold */
  readonly revision: number;
  /** the example, and files that are only looked at */
  readonly readOnly: boolean;
}

/** A moment of the record that is shown in the place of how it stands. */
export interface Replay {
  /** the session as it stands */
  readonly now: OpenSession;
  /** so many of the record's lines were there, of how many there are */
  readonly at: number;
  readonly of: number;
  /** when the last of them was recorded */
  readonly moment: Instant;
  /** the time that was asked for, as the session's clocks show it: `2024-09-17 14:10` */
  readonly asked?: string;
}

/** What the status line's right corner says: both copies hold everything, a write is on its way, or one was not taken. */
export type Saved =
  | { readonly kind: 'saved'; readonly at?: Instant }
  | { readonly kind: 'saving'; readonly since: Instant }
  /** `waiting`: lines in the outbox, in words that can be copied */
  | { readonly kind: 'unsaved'; readonly since: Instant; readonly why: string; readonly waiting: number };

/** What the projector does: it follows the record, holds its picture, shows nothing, or isn't there. */
export type ProjectorIs = 'off' | 'on' | 'frozen' | 'blank';

/** How the rows of the Matrix are ordered: as people came in, by what they say, or by name. */
export type RowOrder = 'agenda' | 'similar' | 'name';

/** What stands at the foot of Live's rail. */
export type Shelf = 'record' | 'notes' | 'actions';

/** What the Matrix shows: who holds what, or the rules and where they hold. */
export type MatrixShows = 'positions' | 'rules';

/** A view, or the rules, which share the Matrix's tab and have keys of their own. */
export type Face = View | 'rules';

export function faceOf({ view, matrixShows }: Pick<State, 'view' | 'matrixShows'>): Face {
  return view === 'matrix' && matrixShows === 'rules' ? 'rules' : view;
}

/** What Review shows: what is to check is to be checked as it is now, so a replay shows the lines instead. */
export function reviewingNow({ replay, reviewing }: Pick<State, 'replay' | 'reviewing'>): Reviewing {
  return replay !== undefined && reviewing === 'check' ? 'timeline' : reviewing;
}

/** What is selected. It is on this screen only, never in the record. */
export interface Selection {
  /** the subsystem that Live shows and the matrix's column; what a typed line is about is the *open* one first */
  readonly subsystem?: Slug;
  /** the row in Live and Matrix */
  readonly who?: Handle;
  /** rows tagged with `x`: a stance digit applies to all of them */
  readonly tagged: readonly Handle[];
  readonly objection?: Id;
  /** a rule, at large or for one subsystem */
  readonly rule?: RuleAt;
  /** a line of the record log */
  readonly log?: Id;
  /** the log shows all of the record, not only its last lines */
  readonly allOfLog?: true;
  /** a mail of the thread, by its Message-ID */
  readonly mail?: string;
  /** lines of it that something rests on, to be shown */
  readonly quote?: MailEvidence;
  /** its lines have the keys */
  readonly reading?: true;
}

/** A mail that a typed line names, with its lines. */
export interface QuotedMail {
  readonly message: string;
  readonly mail: ListedMail | undefined;
  readonly lines: readonly BodyLine[];
}

/** The keys that a person chose in place of the program's. */
export interface Keymap {
  /** false: keys without Ctrl or Alt are out of use */
  readonly single: boolean;
  /** id of a command -> its keys, as tinykeys writes them */
  readonly changed: Readonly<Record<string, readonly string[]>>;
  /** the file holds mistakes, which are their author's: it is put aside before it is written anew */
  readonly mistaken?: true;
}

/** What the status line echoes. */
export interface Message {
  readonly tone: 'info' | 'error';
  readonly text: string;
}

/** A message as it is said: `nth` tells it from the one before, which may have the same words. */
export interface Said extends Message {
  readonly nth: number;
}

/** A notice stays until it is closed: a file that was refused, what an import added, a disk that is full. */
export interface Notice extends Message {
  readonly detail?: readonly string[];
  /** a way out, as a button */
  readonly action?: { readonly title: string; readonly command: string; readonly input?: unknown };
  /** it is of what a person was at: it goes when that person turns to another session, or opens another file */
  readonly passes?: true;
}

/** The keys that may follow the ones pressed, shown after 400 ms. */
export interface ChordHint {
  readonly pressed: string;
  readonly next: readonly { readonly key: string; readonly title: string }[];
}

/** The quick entry beside its text, which is the draft `entry <session>`. */
export interface EntryLine {
  /** where the caret stands, in UTF-16 units */
  readonly caret: number;
  /** what could stand at the caret; absent where nothing could, and after it was closed */
  readonly completion?: Completion;
  /** the chosen item of `completion` */
  readonly chosen: number;
  /** how far back in the lines typed before; 0 is the line being typed */
  readonly back: number;
  /** from Enter to the commit: what stays until it is stored; what is typed meanwhile stands behind it */
  readonly pending: string | undefined;
}

/** A refusal to start: newer data, or a database that doesn't open. */
export interface StartTrouble {
  readonly text: string;
}

/** Everything that is only on this screen, and the session it shows. */
export interface State {
  readonly phase: 'starting' | 'ready' | 'refused' | 'recovery';
  readonly trouble?: StartTrouble;
  /** copies of the record that differ, until a person has decided */
  readonly recovery: Recovery | undefined;
  /** who and where we are; absent while starting */
  readonly hello?: Hello;
  readonly settings: Settings;
  readonly keymap: Keymap;
  /** newest first */
  readonly sessions: readonly SessionRow[];
  readonly open: OpenSession | undefined;
  /** set while a long reading is under way */
  readonly progress?: {
    readonly what: string;
    readonly done: number;
    /** 0 where nothing can be counted */
    readonly of: number;
    /** what is counted, where that is not entries */
    readonly unit?: string;
    /** the command that ends it and leaves all as it was */
    readonly cancel?: string;
  };
  /** set while `open` is the session as it stood at a moment */
  readonly replay: Replay | undefined;
  /** the mails beside the open session, once somebody looked; absent while nobody did */
  readonly mails: Thread<ListedMail> | undefined;
  /**
   * what is searched for in them; `hits`: places in the tree, absent until something was found; `read`: so many mails
   * are read for it, and not all yet
   */
  readonly mailSearch:
    { readonly typed: string; readonly hits: Uint32Array | undefined; readonly read?: number } | undefined;
  /** the mail that the typed line names, once it was looked for; without `mail` where it is not there */
  readonly quotedMail: QuotedMail | undefined;
  /** what was found in them that may be a position, once somebody looked */
  readonly suggestions: { readonly of: Thread<ListedMail>; readonly found: readonly Suggested[] } | undefined;
  /** whose addresses are whose, of a .mailmap that was opened */
  readonly mailmap: Mailmap | undefined;
  /** the moment that holds, windows and assessments are computed for: moves each minute and with each fold */
  readonly asOf: Instant;
  readonly saved: Saved;
  readonly view: View;
  readonly selection: Selection;
  readonly mode: Mode;
  readonly overlays: readonly Overlay[];
  readonly message: Said | undefined;
  readonly notice: Notice | undefined;
  readonly hint: ChordHint | undefined;
  readonly entry: EntryLine;
  readonly summary: SummaryChoices;
  /** half-typed text by its key; the database keeps it too */
  readonly drafts: Readonly<Record<string, string>>;
  readonly order: RowOrder;
  readonly triage: Triage;
  readonly shelf: Shelf;
  /** which of Review's faces is shown; a replay always shows the lines */
  readonly reviewing: Reviewing;
  readonly timeline: Timeline;
  /** what was compared last: two moments of the record, or it with another file */
  readonly compared: Compared | undefined;
  readonly matrixShows: MatrixShows;
  readonly projector: { readonly is: ProjectorIs; readonly numbers: boolean };
  /** the filter of Live and Matrix, as typed; absent while there is none, empty while one is begun */
  readonly filter: string | undefined;
}
