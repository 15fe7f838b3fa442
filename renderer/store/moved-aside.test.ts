import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow, type TestWindow } from '../testing/window';
import { draftKey } from './drafts';

let shell = memoryShell();
let window: TestWindow;

beforeEach(async () => {
  shell = memoryShell();
  window = await openWindow(shell, 'moved');
  await window.run('session.create', { title: 'Passthrough' });
  await window.settled();
});
afterEach(async () => {
  window.close();
  await Dexie.delete('moved');
});

/** Closes the database, as a full disk does, and types; the shell finds it broken, and moves it aside. */
async function movedAside(): Promise<void> {
  const { run, database } = window;
  shell.room = false;
  database().close({ disableAutoOpen: true });
  await run('entry.type', { text: '@ana #uvc', caret: 9 });
  await expect.poll(() => shell.halfTyped).toHaveLength(1);
  await Dexie.delete('moved');
  shell.room = true;
}

test('a database that was moved aside while it was closed gets all half-typed text of the screen again', async () => {
  const { run, state, database } = window;
  await run('draft.keep', { key: 'note of before', text: 'not recorded yet' });
  await expect.poll(() => database().drafts.count()).toBe(1);
  await movedAside();
  const drafts = () => database().drafts.toArray();
  await expect.poll(() => drafts().catch(() => []), { timeout: 10_000 }).toHaveLength(2);
  expect(await drafts()).toMatchObject([
    { key: draftKey.entry(state().open!.id), text: '@ana #uvc' },
    { key: 'note of before', text: 'not recorded yet' },
  ]);
});

test('a session that was locked is locked in it too', async () => {
  const { run, state, database } = window;
  const { id } = state().open!;
  await run('session.lock');
  const lock = state().sessions[0]?.lock;
  expect(lock).toBeDefined();
  await movedAside();
  const again = () => database().sessions.get(id);
  await expect.poll(async () => (await again().catch(() => undefined))?.lock, { timeout: 10_000 }).toEqual(lock);
  await expect.poll(() => state().sessions[0]?.lock).toEqual(lock);
});
