import type { HalfTyped } from '../../shared/ipc';
import { ask } from '../bridge/bridge';
import type { Batch } from '../record/append';
import { flushDrafts, isKept, kept, unstoredDrafts } from './database';
import { isTakingIn } from './import';
import { showNotice } from './screen';

/** Milliseconds that a window waits for what is on its way before it speaks up. */
const PATIENCE = 1_000;

/** when this page last asked for the window to be closed */
let askedAt = 0;
/** What a person was told would be lost: what comes later is held for, and told of, again. */
let told: ReadonlySet<Batch | HalfTyped> = new Set();

/** Holds the window open while something is not in both copies yet, or half-typed text not stored, that nobody was told of. */
export function holdWindow(window: Pick<Window, 'addEventListener'>): void {
  window.addEventListener('beforeunload', (event) => {
    flushDrafts();
    if (isTakingIn() || unsaved().some((each) => !told.has(each))) event.preventDefault();
  });
}

/** The window was asked to close while something was on its way: closes as soon as it arrived, or says what is unsaved. */
export async function closeWhenSaved(): Promise<void> {
  const until = Date.now() + PATIENCE;
  while ((isTakingIn() || unsaved().length > 0) && Date.now() < until) {
    flushDrafts();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  told = new Set(unsaved());
  const lines = waiting().reduce((sum, batch) => sum + batch.lines.length, 0);
  const lost = lostWords(lines);
  if (lost !== '') {
    showNotice({
      tone: 'error',
      text: `Not saved: ${lost} would be lost.${whyUnsaved()} Closing again closes all the same.`,
      ...(lines > 0 && { action: { title: 'Save a copy elsewhere', command: 'file.save-copy' } }),
    });
  } else if (isTakingIn()) {
    showNotice({ tone: 'error', text: 'A file is still being taken in. The window can be closed when it is there.' });
  } else if (Date.now() - askedAt > PATIENCE) {
    // what else holds the window has its own reason: asking again and again would not end
    askedAt = Date.now();
    await ask('window-act', { act: 'close' });
  }
}

function waiting(): readonly Batch[] {
  return isKept() ? kept().outbox.state().waiting : [];
}

function unsaved(): readonly (Batch | HalfTyped)[] {
  return [...waiting(), ...unstoredDrafts()];
}

/** What would be lost, in words; none where that is only that a text was taken away. */
function lostWords(lines: number): string {
  const counted = lines === 0 ? [] : [lines === 1 ? '1 line' : `${String(lines)} lines`];
  return [...counted, ...(unstoredDrafts().some(({ text }) => text !== '') ? ['half-typed text'] : [])].join(' and ');
}

function whyUnsaved(): string {
  const { outbox } = kept();
  const closed = outbox.closed();
  const why = outbox.state().trouble?.why ?? (closed === undefined ? undefined : `database: ${closed}`);
  return why === undefined ? '' : ` ${why}.`;
}
