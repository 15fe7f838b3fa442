import { applyFix } from '../../shared/capture/reading';
import { changeEntry, entryText, heldLength, readEntryLine, replaceEntry } from '../store/entry-line';
import { getState } from '../store/store';
import { command, commandWith, type Condition } from './command';

/** The quick entry has the keys. */
export const ENTRY: Condition = { session: true, modes: ['INSERT'], layer: false };
const CHOOSING: Condition = { ...ENTRY, completing: true };

/** Puts the chosen completion in its place. */
function take(at: number): void {
  const state = getState();
  const { completion } = state.entry;
  const item = completion?.items[at];
  if (completion === undefined || item === undefined) return;
  const text = entryText(state);
  const before = text.slice(0, completion.from) + item.text;
  replaceEntry(before + text.slice(completion.to), { caret: before.length });
}

/** What Tab would do about what is typed: take a completion, or put a fix in its place. */
function fixOf(): (() => void) | undefined {
  const state = getState();
  const { completion, chosen } = state.entry;
  // the list that is seen comes first: `us` is on its way to `usr`, and no mistake yet
  if (completion !== undefined) return () => take(chosen);
  const text = entryText(state);
  const held = heldLength(state);
  const line = text.slice(held);
  const reading = readEntryLine(state, line);
  if (reading.kind !== 'error' || reading.fix === undefined) return undefined;
  const { fix } = reading;
  return () => {
    replaceEntry(text.slice(0, held) + applyFix(line, fix), { caret: held + fix.span.from + fix.text.length });
  };
}

function choose(by: 1 | -1): void {
  const { completion, chosen } = getState().entry;
  const count = completion?.items.length ?? 0;
  if (count > 0) changeEntry({ chosen: (chosen + by + count) % count });
}

export const completionCommands = {
  'entry.complete': command({
    title: 'Take the completion or the fix',
    section: 'Quick entry',
    keys: ['Tab'],
    whileTyping: true,
    when: ENTRY,
    applies: () => fixOf() !== undefined,
    run: () => {
      fixOf()?.();
    },
  }),
  'entry.take': commandWith<number>({
    title: 'Take a completion',
    section: 'Quick entry',
    when: ENTRY,
    run: (at) => {
      take(at);
    },
  }),
  'entry.next': command({
    title: 'Next completion',
    section: 'Quick entry',
    keys: ['ArrowDown', '$mod+n'],
    whileTyping: true,
    when: CHOOSING,
    run: () => {
      choose(1);
    },
  }),
  'entry.previous': command({
    title: 'Previous completion',
    section: 'Quick entry',
    keys: ['ArrowUp', '$mod+p'],
    whileTyping: true,
    when: CHOOSING,
    run: () => {
      choose(-1);
    },
  }),
  'entry.close-list': command({
    title: 'Close the completion list',
    section: 'Quick entry',
    keys: ['Escape', 'Control+['],
    whileTyping: true,
    when: CHOOSING,
    run: () => {
      changeEntry({ completion: undefined });
    },
  }),
} as const;
