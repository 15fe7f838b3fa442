import { readLine } from '../../shared/capture/read-line';
import { plainText, type Reading } from '../../shared/capture/reading';
import type { Entry } from '../../shared/record/entry';
import { ok, refuse, type Result } from '../../shared/result';
import { draftKey, typedText, type Typed } from '../store/drafts';
import { changeEntry, entryText, lineContext, replaceEntry, typeEntry } from '../store/entry-line';
import { readQuotedMail } from '../store/quoted-mail';
import { actNow, inTurn } from '../store/record';
import { say, sayIfRefused, setMode } from '../store/screen';
import { getState } from '../store/store';
import { command, commandWith } from './command';
import { ENTRY } from './completion';
import { followEntries, followTurn, sayRecorded } from './recording';

/** Lines typed before, the newest first: Up brings them back. They are the typist's, not the record's. */
const typedBefore: string[] = [];
const REMEMBERED = 100;

/** Where the screen turns after a line. */
type Follow = (entries: readonly Entry[]) => void;

/** What Enter does with a reading: records it, or what it offers instead. */
function entriesOf(reading: Reading): Result<readonly Entry[]> {
  if (reading.kind === 'record') return ok(reading.entries);
  return reading.entriesOnEnter === undefined ? refuse(reading.words) : ok(reading.entriesOnEnter);
}

/** Lines that Enter ended and that are not on the disk yet, in order, each as it was typed. */
let ended: readonly Typed[] = [];

/**
 * Records what stands in the quick entry; it is cleared when it is on the disk, and stays where it can't be recorded. What is
 * typed meanwhile stays behind it, and another Enter ends that: one line after the other, and before whatever is done next.
 */
async function recordTyped(follow: Follow): Promise<boolean> {
  const { open } = getState();
  if (open === undefined) return false;
  const held = getState().entry.pending;
  if (held === undefined) ended = [];
  const all = entryText(getState());
  const text = all.slice(held?.length ?? 0);
  if (held !== undefined && text.trim() === '') {
    say('The line before is not on the disk yet. Enter records again once it is.');
    return false;
  }
  const line: Typed = { ...typedText(draftKey.entry(open.id)), text };
  ended = [...ended, line];
  changeEntry({ pending: all, completion: undefined });
  return inTurn(() => recordEnded(line, follow));
}

/** Records the first of the lines that were ended. Where it can't be, those behind it are no lines yet. */
async function recordEnded(line: Typed, follow: Follow): Promise<boolean> {
  if (!isEndedHere(line)) return false;
  let done = false;
  try {
    done = await recordLine(line.text, follow, line);
  } finally {
    takeEnded(line, done);
  }
  return done;
}

/** A line is recorded, and what stands behind it is the next; or it is a line that is typed again, with all behind it. */
function takeEnded(line: Typed, done: boolean): void {
  if (!isEndedHere(line)) return;
  ended = done ? ended.filter((each) => each !== line) : [];
  const { caret } = getState().entry;
  const pending = ended.length === 0 ? undefined : ended.map(({ text }) => text).join('');
  changeEntry({ pending, ...(done ? { caret: Math.max(0, caret - line.text.length), back: 0 } : {}) });
  if (!done) return;
  const rest = entryText(getState());
  if (rest !== '') typeEntry(rest, getState().entry.caret);
  typedBefore.unshift(line.text);
  typedBefore.length = Math.min(typedBefore.length, REMEMBERED);
}

/** False where a line before it could not be recorded, or another session is on the screen by now. */
function isEndedHere(line: Typed): boolean {
  const { open } = getState();
  return ended.includes(line) && open !== undefined && line.draft.key === draftKey.entry(open.id);
}

/** Records a line as the parse line reads it, for whoever has the turn. `from` is the draft that it stands in. */
async function recordLine(text: string, follow: Follow, from?: Typed): Promise<boolean> {
  await readQuotedMail(text);
  const context = lineContext(getState());
  let reading: Reading | undefined;
  const done = await actNow((session, env) => {
    reading = readLine(session, text, context, env);
    return entriesOf(reading);
  }, from);
  if (!sayIfRefused(done)) return false;
  follow(done.value);
  if (reading?.kind === 'record' && done.value.length === 0) say(plainText(reading.says));
  else sayRecorded(done.value, reading?.kind === 'record' ? reading.notices.map(({ words }) => words) : []);
  return true;
}

function recall(by: 1 | -1): void {
  const back = Math.max(0, Math.min(typedBefore.length, getState().entry.back + by));
  replaceEntry(back === 0 ? '' : (typedBefore[back - 1] ?? ''), { back });
}

/** Takes away what stands before the caret, back to where `end` says. */
function cutBack(end: (before: string) => number): void {
  const state = getState();
  const text = entryText(state);
  const { caret } = state.entry;
  const to = end(text.slice(0, caret));
  typeEntry(text.slice(0, to) + text.slice(caret), to);
}

export const typingCommands = {
  'record.entry': command({
    title: 'Quick entry',
    section: 'Record',
    moves: true,
    keys: ['i'],
    when: { session: true, writable: true, views: ['live', 'matrix', 'rules'], modes: ['NORMAL'], layer: false },
    run: () => {
      setMode('INSERT');
    },
  }),
  'record.line': commandWith<string>({
    title: 'Record a typed line',
    section: 'Record',
    when: { session: true, writable: true },
    run: async (text) => {
      await inTurn(() => recordLine(text, followEntries));
    },
  }),
  'entry.type': commandWith<{ readonly text: string; readonly caret: number }>({
    title: 'Type in the quick entry',
    section: 'Quick entry',
    when: { session: true },
    run: ({ text, caret }) => {
      typeEntry(text, caret);
    },
  }),
  'entry.caret': commandWith<number>({
    title: 'Move the caret of the quick entry',
    section: 'Quick entry',
    run: (caret) => {
      if (getState().entry.caret !== caret) changeEntry({ caret, completion: undefined });
    },
  }),
  'entry.record': command({
    title: 'Record what the line says',
    section: 'Quick entry',
    keys: ['Enter'],
    whileTyping: true,
    when: ENTRY,
    run: async () => {
      await recordTyped(followEntries);
    },
  }),
  'entry.record-and-leave': command({
    title: 'Record, and stay on the rows of this subsystem',
    section: 'Quick entry',
    keys: ['$mod+Enter'],
    whileTyping: true,
    when: ENTRY,
    run: async () => {
      // what is pressed right after is for the rows
      setMode('NORMAL');
      if (await recordTyped(followTurn)) return;
      const { mode, overlays } = getState();
      if (mode === 'NORMAL' && overlays.length === 0) setMode('INSERT');
    },
  }),
  'entry.earlier': command({
    title: 'Line typed before',
    section: 'Quick entry',
    keys: ['ArrowUp'],
    whileTyping: true,
    when: { ...ENTRY, completing: false },
    applies: () => typedBefore.length > 0,
    run: () => {
      recall(1);
    },
  }),
  'entry.later': command({
    title: 'Line typed after',
    section: 'Quick entry',
    keys: ['ArrowDown'],
    whileTyping: true,
    when: { ...ENTRY, completing: false },
    applies: () => getState().entry.back > 0,
    run: () => {
      recall(-1);
    },
  }),
  'entry.delete-word': command({
    title: 'Delete the word before the caret',
    section: 'Quick entry',
    keys: ['$mod+w'],
    whileTyping: true,
    when: ENTRY,
    run: () => {
      cutBack((before) => before.replace(/\S+\s*$/, '').length);
    },
  }),
  'entry.delete-line': command({
    title: 'Delete back to the start of the line',
    section: 'Quick entry',
    keys: ['$mod+u'],
    whileTyping: true,
    when: ENTRY,
    run: () => {
      cutBack(() => 0);
    },
  }),
  'entry.leave': command({
    title: 'Leave the quick entry',
    section: 'Quick entry',
    keys: ['Escape', 'Control+['],
    whileTyping: true,
    when: { ...ENTRY, completing: false },
    run: () => {
      setMode('NORMAL');
    },
  }),
} as const;
