import type { Face, Mode } from '../store/state';

/**
 * Where a command can be run, as data: two commands may share a key only if their conditions exclude each other.
 * An absent field excludes nothing.
 */
export interface Condition {
  /** only while a session is open */
  readonly session?: true;
  /** only where the open session takes entries: not in the example */
  readonly writable?: true;
  readonly views?: readonly Face[];
  readonly modes?: readonly Mode[];
  /** only with a layer over the view (true), or only without (false) */
  readonly layer?: boolean;
  /** only while the quick entry's completion list is open (true), or only while it is not (false) */
  readonly completing?: boolean;
}

/** The menus of the palette's and the help sheet's sections. */
export const SECTIONS = ['Session', 'Record', 'Go', 'Edit', 'File', 'View', 'Quick entry', 'Help'] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * Something a person can do: data and one function. `run` takes what a view or a typed line gives it; one that needs
 * no more than the state (its input may be absent) is in the palette, the others are what views call.
 */
export interface Command<Input> {
  readonly title: string;
  readonly section: Section;
  /** tinykeys bindings: `u`, `$mod+KeyK`, `g l`; the first is the one that is shown */
  readonly keys?: readonly string[];
  /** its key also works while a text field has the focus (a binding with Ctrl, Alt or a function key) */
  readonly whileTyping?: true;
  readonly when?: Condition;
  /** whether its key does something right now; where it doesn't, the key goes on to the focused element */
  readonly applies?: () => boolean;
  /** what it is called on the `:` line, beside its id */
  readonly line?: string;
  /** it only moves, or opens and closes a layer: Find or run doesn't list it among what was last run */
  readonly moves?: true;
  /** `needed`: it can't run without input, so palette and `:` line leave it out */
  readonly input?: 'needed';
  readonly run: (input: Input, context: Context) => void | Promise<void>;
}

/** What a command may use beside the state: other commands. */
export interface Context {
  readonly run: (id: string, input?: unknown) => Promise<void>;
  /** the command that a word of the `:` line means: its word, its id, or the start of one command's title */
  readonly meant: (word: string) => string | undefined;
}

/** A command that needs nothing but the state; what it can be given is optional. */
export function command<Input = undefined>(fields: Command<Input | undefined>): Command<Input | undefined> {
  return fields;
}

/** A command that a view or another command gives its input. */
export function commandWith<Input>(fields: Omit<Command<Input>, 'input'>): Command<Input> {
  return { ...fields, input: 'needed' };
}
