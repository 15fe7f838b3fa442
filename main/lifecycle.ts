import { app, dialog, type BrowserWindow } from 'electron';
import type { ShellEvent } from '../shared/ipc';
import type { Refusal } from '../shared/result';
import { log } from './log';

/** Says why there will be no window, and leaves. On the terminal too, where nobody sees a dialog. */
export async function leave(why: Refusal): Promise<void> {
  log(why);
  await app.whenReady();
  await dialog.showMessageBox({ type: 'error', message: 'Gavel did not open its data', detail: why.message });
  app.exit(1);
}

/** Leaves with the last window, and not before everything that was asked to be kept is on the disk. */
export function quitWhenKept(kept: () => Promise<unknown>): void {
  app.on('window-all-closed', () => {
    app.quit();
  });
  let done = false;
  app.on('will-quit', (event) => {
    if (done) return;
    event.preventDefault();
    void kept()
      .catch((error: unknown) => {
        log('not everything could be kept', error);
      })
      .then(() => {
        done = true;
        // Not at once: while `will-quit` is still being told, which it is where nothing was under way, Electron takes
        // itself to be quitting already and forgets that it was asked again.
        setImmediate(() => {
          app.quit();
        });
      });
  });
}

/**
 * A page with something unsaved holds its window open with `beforeunload`; it is then told that it was asked to close,
 * so that it can say what is unsaved. Where all is saved, nothing asks.
 */
export function askBeforeLosing({ webContents }: BrowserWindow, send: (event: ShellEvent) => void): void {
  webContents.on('will-prevent-unload', () => {
    send({ type: 'close-asked' });
  });
}

/** Offers to load the page again when its process is gone: the record is on the disk. */
export function offerReload(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log(`the page's process is gone: ${reason}`);
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    void dialog
      .showMessageBox(window, {
        type: 'error',
        message: 'The page stopped working.',
        detail: `What was shown as saved is on the disk. (${reason})`,
        buttons: ['Load it again', 'Quit'],
        defaultId: 0,
      })
      .then(({ response }) => {
        if (response === 0) window.webContents.reload();
        else app.quit();
      });
  });
}
