import { vi } from 'vitest';
import type { MemoryShell } from './memory-bridge';

/** One window of the app without its views: its own state, on a database that others may share. */
export async function openWindow(shell: MemoryShell, database: string) {
  vi.resetModules();
  const [bridge, start, store, run, keeping, closing] = await Promise.all([
    import('../bridge/bridge'),
    import('../store/start'),
    import('../store/store'),
    import('../commands/run'),
    import('../store/database'),
    import('../store/closing'),
  ]);
  bridge.connectBridge(shell.bridge);
  await start.start(database);
  const shown = new EventTarget();
  closing.holdWindow(shown);
  return {
    state: store.getState,
    run: run.run,
    runById: run.runById,
    /** waits until nothing is on its way to either copy */
    settled: async () => {
      while (keeping.kept().outbox.state().waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    database: () => keeping.kept().database,
    /** asks the window to close, as the desktop does; true if the page lets it go at once */
    askToClose: () => shown.dispatchEvent(new Event('beforeunload', { cancelable: true })),
    close: keeping.closeKeeping,
  };
}

export type TestWindow = Awaited<ReturnType<typeof openWindow>>;
