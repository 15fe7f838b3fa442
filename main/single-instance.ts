import { app } from 'electron';

/**
 * Makes this the one program that writes to its data folder. False if another one is; that one then gets our files.
 * Nobody may touch the data folder before this has said true.
 */
export function claimDataFolder(files: readonly string[]): boolean {
  return app.requestSingleInstanceLock({ files });
}

/** Listens for later starts and passes on the files that they were given. */
export function onLaterStart(told: (files: readonly string[]) => void): void {
  app.on('second-instance', (_event, _argv, _folder, sent: unknown) => {
    const files =
      typeof sent === 'object' && sent !== null && 'files' in sent && Array.isArray(sent.files) ? sent.files : [];
    told(files.filter((file) => typeof file === 'string'));
  });
}
