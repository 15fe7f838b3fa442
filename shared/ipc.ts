import type { Refusal, Result } from './result';

/**
 * The contract between page and shell, one map. Requests go from the page to the shell and are answered once;
 * the one event goes from the shell to the page. Nothing else passes between the two.
 */
export interface Requests {
  /** Asked once at start: who and where we are. */
  hello: { request: Record<string, never>; answer: Hello };
  /**
   * Appends canonical lines to a session's journal and waits for fdatasync. Answers when they are on the disk. With
   * `mend` lines that are no entries are taken out before, and those that it names, as an undone merge does; the journal
   * as it was is kept aside. `drafts` takes the place of those that were named before.
   */
  'journal-append': {
    request: {
      session: string;
      lines: readonly string[];
      mend?: readonly string[];
      drafts?: readonly RecordedDraft[];
    };
    answer: Result<{ savedAt: string }>;
  };
  /**
   * The lines of one session's journal, or of its newest snapshot that is whole; where `session` is absent, which
   * journals and snapshots there are, with `whole` only snapshots that were read and found whole.
   */
  'journal-read': {
    request: { session?: string; from?: 'snapshot'; whole?: true };
    answer: Result<JournalReading>;
  };
  /**
   * Takes a snapshot of a session's journal before something that changes much; such a one is kept for good. Before
   * `delete` the journal itself is then moved into `deleted/`: the answer says where it lies, and `file-open` reads it.
   */
  'snapshot-take': {
    request: { session: string; before: SnapshotBefore };
    answer: Result<{ readonly deleted?: string }>;
  };
  /**
   * Shows the open dialog (or takes a path that the shell itself announced) and reads what was chosen; a large file comes
   * in parts, each asked for with the `rest` that the part before it names.
   */
  'file-open': { request: { announced?: string; rest?: string }; answer: Result<OpenedFile | undefined> };
  /**
   * Shows the save dialog, asks before overwriting, writes atomically with mode 0600. A page of HTML is set in a hidden
   * window that can do nothing, and saved as a PDF or given to a printer (then `path` is empty). Answers undefined if the person
   * cancelled.
   */
  'file-save': { request: FileToSave | PageToPrint; answer: Result<{ path: string } | undefined> };
  /** Hands a mailto: URL to the mail program; a body too long for it goes to the clipboard. */
  'mail-open': { request: MailToOpen; answer: Result<{ bodyOnClipboard: boolean }> };
  /** Puts plain text on the clipboard. */
  'clipboard-write': { request: { text: string }; answer: Result<true> };
  /** Keeps what a person chose, in its file; answers the settings that are kept now. */
  'settings-write': { request: ChoicesToKeep; answer: Result<Settings> };
  /** What the page can't do to its own window. */
  'window-act': { request: { act: WindowAct }; answer: Result<true> };
}

export type Channel = keyof Requests;
/** The one channel from shell to page. */
export const SHELL_EVENT = 'shell-event';

export type ShellEvent =
  /** a menu item: the id of a command of the registry */
  | { readonly type: 'command'; readonly command: string }
  /** a file named on the command line, by the desktop, or by a second start: ask for it with file-open */
  | { readonly type: 'file-announced'; readonly path: string }
  /** the window was asked to close while something is not saved */
  | { readonly type: 'close-asked' }
  /**
   * the disk is full, the database was moved aside, or a snapshot that was to come by itself could not be taken: that
   * `repeats`, as long as it is so
   */
  | { readonly type: 'trouble'; readonly text: string; readonly repeats?: true }
  /** the projector's window is gone, by whatever way */
  | { readonly type: 'projector-closed' };

export const WINDOW_ACTS = [
  'close',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'fullscreen',
  'about',
  'developer-tools',
  'projector-open',
  'projector-close',
  // the page's database failed and was let go of: it is made fit to be opened again, or refused while the disk is full
  'mend-database',
  // the program starts again, with these moved into `quarantine-<time>`: nothing is deleted
  'set-aside-database',
  'set-aside-everything',
] as const;
export type WindowAct = (typeof WINDOW_ACTS)[number];

export interface Hello {
  readonly version: string;
  readonly runtime: { readonly electron: string; readonly chrome: string; readonly node: string };
  readonly platform: string;
  /** where journals and settings are kept, for About and for `:w` */
  readonly dataFolder: string;
  readonly settings: Settings;
  /** the text of `keys.json`, empty where there is none */
  readonly keys: string;
  /** what is wrong in the files of settings, each with its line */
  readonly mistakes: readonly Refusal[];
  /** git's user.name and user.email, proposed at first run */
  readonly gitUser: { readonly name?: string; readonly address?: string };
  /** files named on the command line of this start */
  readonly announced: readonly string[];
  /** half-typed texts that the page's database had not taken when the last run ended */
  readonly halfTyped: readonly HalfTyped[];
  readonly start: StartFacts;
}

/** What the shell found before any window opened. */
export interface StartFacts {
  /** the last run was killed, crashed, or lost its power */
  readonly unclean: boolean;
  /** where the page's database was copied to before anything opened it */
  readonly copied?: string;
  /** where folders were moved to */
  readonly quarantined?: string;
  /** true where that was because the database was broken, and not because a person had it set aside */
  readonly broken?: boolean;
  /** bytes that are free on the disk, where that is less than there should be */
  readonly free?: number;
}

/** What a person chose, kept as `settings.json` in the data folder. */
export interface Settings {
  /** who records: absent until first run has asked */
  readonly me?: { readonly handle: string; readonly name?: string; readonly address?: string };
  readonly theme?: 'system' | 'light' | 'dark';
  /** size of text, 12 to 16 px */
  readonly text?: number;
  /** the height of rows */
  readonly density?: 'usual' | 'compact';
  /** sidebar and rail, when a person switched them */
  readonly sidebar?: boolean;
  readonly rail?: boolean;
  /** how long somebody speaks, in minutes (1 to 120), before the clock says so */
  readonly speakerMinutes?: number;
  /** another folder, absolute, that gets a copy of each snapshot: a stick, a share */
  readonly snapshotsAlsoIn?: string;
  /** what the projector shows, its colours, and its size in parts of the usual one (0.5 to 2) */
  readonly projector?: {
    readonly names?: boolean;
    readonly objections?: boolean;
    readonly queue?: boolean;
    readonly theme?: 'light' | 'dark';
    readonly scale?: number;
  };
  /** what a summary mail holds, where nothing else is chosen in Summary */
  readonly summary?: { readonly rationales?: boolean; readonly ascii?: boolean };
}

/**
 * Settings, or the text of the keys file, which is the page's (`aside`: the file that is there stays as
 * `keys.mistaken.json`), or the keys of commands for the menu to show, or all half-typed texts that the page's database
 * does not take: they take the place of those that were given before.
 */
export type ChoicesToKeep =
  | { readonly settings: Settings }
  | { readonly keys: string; readonly aside?: boolean }
  | { readonly menu: readonly MenuKey[] }
  | { readonly halfTyped: readonly HalfTyped[] };

/** A command's id and its key, as Electron writes it: `CmdOrCtrl+N`. */
export interface MenuKey {
  readonly command: string;
  readonly key: string;
}

/** A half-typed text under its key; an empty one takes away what was there. */
export interface HalfTyped {
  readonly key: string;
  readonly text: string;
  /** when it was typed, as the page counts: ever greater, whatever the clock does */
  readonly typed: number;
}

/**
 * A half-typed text whose lines are in the journal, while the database, which keeps such texts, does not take them: what
 * it has of that text from before is recorded.
 */
export interface RecordedDraft {
  readonly key: string;
  /** texts that were kept under that key up to this moment; the page counts such moments */
  readonly typed: number;
}

export interface JournalReading {
  /** sessions with a journal, how many lines each holds, and whether lines are other ones than they were */
  readonly journals: readonly { readonly session: string; readonly lines: number; readonly changed?: true }[];
  /** the lines of the session asked for, from the second of the file; a torn last one is left out; one that is no text is empty */
  readonly lines: readonly string[];
  /** the newest snapshot of each session that has one and was not deleted, or of the session asked for */
  readonly snapshots: readonly Snapshot[];
  /** half-typed texts that lines of the session asked for came from, where the database may not know it */
  readonly drafts?: readonly RecordedDraft[];
}

/** A `.gavel` file that the shell made of a session's journal, beside it. */
export interface Snapshot {
  readonly session: string;
  /** when it was begun, as an instant */
  readonly at: string;
  readonly entries: number;
}

/** What a snapshot can be taken before. */
export const SNAPSHOT_BEFORE = ['delete', 'merge', 'restore', 'upgrade'] as const;
export type SnapshotBefore = (typeof SNAPSHOT_BEFORE)[number];

export interface OpenedFile {
  /** file name without its folder */
  readonly name: string;
  /** bytes of the whole file when it was opened */
  readonly size: number;
  /** the file's bytes as they are, or the next part of them */
  readonly bytes: Uint8Array;
  /** names what is left of the file; absent with its last bytes, and good until another file is opened */
  readonly rest?: string;
}

export interface FileToSave {
  readonly suggestedName: string;
  readonly text: string;
}

export interface PageToPrint {
  /** a whole page that loads nothing */
  readonly html: string;
  readonly to: 'pdf' | 'printer';
  readonly suggestedName: string;
}

export interface MailToOpen {
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: string;
  readonly inReplyTo?: string;
  readonly body: string;
}

/** What the preload puts on `window.gavel`. */
export interface Bridge {
  readonly request: <C extends Channel>(channel: C, request: Requests[C]['request']) => Promise<Requests[C]['answer']>;
  readonly onEvent: (listener: (event: ShellEvent) => void) => () => void;
}
