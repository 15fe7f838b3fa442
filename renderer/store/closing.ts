import { ask } from '../bridge/bridge';
import { kept } from './database';
import { showNotice } from './screen';

/** Milliseconds that a window waits for what is on its way before it speaks up. */
const PATIENCE = 1_000;

let hasSaid = false;

/** Holds the window open while something is not in both copies yet, until that was said once. */
export function holdWindow(window: Window): void {
  window.addEventListener('beforeunload', (event) => {
    if (isUnsaved() && !hasSaid) event.preventDefault();
  });
}

/** The window was asked to close while something was on its way: closes as soon as it arrived, or says what is unsaved. */
export async function closeWhenSaved(): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (isUnsaved() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  if (isUnsaved()) {
    hasSaid = true;
    const { waiting, trouble } = kept().outbox.state();
    const lines = waiting.reduce((sum, batch) => sum + batch.lines.length, 0);
    showNotice({
      tone: 'error',
      text: `Not saved: ${String(lines)} lines would be lost. ${trouble?.why ?? ''} Closing again closes all the same.`,
      action: { title: 'Save a copy elsewhere', command: 'file.save-copy' },
    });
  } else {
    hasSaid = false;
    await ask('window-act', { act: 'close' });
  }
}

function isUnsaved(): boolean {
  return kept().outbox.state().waiting.length > 0;
}
