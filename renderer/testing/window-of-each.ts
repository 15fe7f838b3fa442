import Dexie from 'dexie';
import { afterEach, beforeEach } from 'vitest';
import { writeFile } from '../../shared/file/write';
import type { AnyEntry } from '../../shared/record/entry';
import { sha256Of } from '../../shared/record/sha256';
import { logOf } from '../../shared/session/log';
import { memoryShell, type MemoryShell } from './memory-bridge';
import { openWindow, type TestWindow } from './window';

/** The window of the test that runs, and the shell behind it. */
export interface OwnWindow {
  readonly shell: MemoryShell;
  readonly window: TestWindow;
  /** what the open session holds, in record order */
  readonly entries: () => readonly AnyEntry[];
  /** opens a file as if it had been chosen in the dialog */
  readonly openFile: (name: string, bytes: Uint8Array) => Promise<void>;
}

/** Gives each test of a file a window of its own, on a database that holds nothing yet. */
export function windowOfEach(database: string): OwnWindow {
  let shell = memoryShell();
  let window: TestWindow | undefined;
  beforeEach(async () => {
    shell = memoryShell();
    window = await openWindow(shell, database);
  });
  afterEach(async () => {
    window?.close();
    await Dexie.delete(database);
  });
  const opened = (): TestWindow => {
    if (window === undefined) throw new Error('A window is there in a test, and not before.');
    return window;
  };
  return {
    get shell() {
      return shell;
    },
    get window() {
      return opened();
    },
    entries: () => logOf(opened().state().open!.session),
    openFile: async (name, bytes) => {
      shell.file = { name, bytes };
      await opened().run('file.open');
    },
  };
}

/** A record as the bytes of a `.gavel` file. */
export function fileOf(entries: readonly AnyEntry[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(writeFile(entries, sha256Of));
}
