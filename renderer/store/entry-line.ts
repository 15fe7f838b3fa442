import { complete } from '../../shared/capture/complete';
import type { LineContext } from '../../shared/capture/context';
import { readLine } from '../../shared/capture/read-line';
import type { Reading } from '../../shared/capture/reading';
import { emptySession, type Session } from '../../shared/session/session';
import { openSubsystem } from '../../shared/session/subsystems';
import { draftKey, keepDraft } from './drafts';
import { env } from './env';
import { quoteIn, readQuotedMail } from './quoted-mail';
import type { EntryLine, State } from './state';
import { getState, setState } from './store';

const NONE = emptySession();

/** The text of the quick entry: the draft of the open session. */
export function entryText(state: State): string {
  return state.open === undefined ? '' : (state.drafts[draftKey.entry(state.open.id)] ?? '');
}

/** What a line without # is about: the subsystem that the room is on, else the one on the screen. */
export function lineContext(state: State): LineContext {
  const { open, selection } = state;
  const slug = (open === undefined ? undefined : openSubsystem(open.session)?.slug) ?? selection.subsystem;
  const quote: LineContext['quote'] = (message, words) => quoteIn(state, message, words);
  return { add: 'ask', quote, ...(slug === undefined ? {} : { open: slug }) };
}

/**
 * What the line that is typed says: what Enter would record, or why nothing. The parse line shows this, and
 * `record.line` records what this answers for the same text.
 */
export function readEntryLine(state: State, text: string): Reading {
  return readLine(sessionOf(state), text, lineContext(state), env());
}

function sessionOf(state: State): Session {
  return state.open?.session ?? NONE;
}

/** How much of the text is on its way to the disk: the line that is typed begins behind it. */
export function heldLength({ entry }: State): number {
  return entry.pending?.length ?? 0;
}

/** Takes what was typed, with the caret, and looks up what could stand there. What is on its way to the disk stays. */
export function typeEntry(text: string, caret: number): void {
  const { open } = getState();
  if (open === undefined || !staysWhole(text)) return;
  keepDraft(draftKey.entry(open.id), text);
  const held = heldLength(getState());
  // the mail that a line on its way names is needed until that is recorded; what can't be read now Enter tells of
  if (held === 0) readQuotedMail(text).catch(() => undefined);
  const found = complete(open.session, text.slice(held), caret - held, lineContext(getState()));
  const completion = found === undefined ? undefined : { ...found, from: found.from + held, to: found.to + held };
  changeEntry({ caret, chosen: 0, back: 0, completion });
}

/** Puts a text in the place of what is typed, with the caret at its end and no list. */
export function replaceEntry(text: string, more: Partial<EntryLine> = {}): void {
  const { open } = getState();
  if (open === undefined || !staysWhole(text)) return;
  keepDraft(draftKey.entry(open.id), text);
  changeEntry({ caret: text.length, chosen: 0, completion: undefined, ...more });
}

function staysWhole(text: string): boolean {
  return text.startsWith(getState().entry.pending ?? '');
}

/** Changes what is known of the quick entry beside its text. */
export function changeEntry(changes: Partial<EntryLine>): void {
  setState(({ entry }) => ({ entry: { ...entry, ...changes } }));
}
