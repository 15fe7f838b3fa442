import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFile } from '../../shared/file/write';
import { sha256Of } from '../../shared/record/sha256';
import { record } from '../../shared/testing/build';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow, type TestWindow } from '../testing/window';

let shell = memoryShell();
let window: TestWindow;

beforeEach(async () => {
  shell = memoryShell();
  window = await openWindow(shell, 'replay');
});
afterEach(async () => {
  window.close();
  await Dexie.delete('replay');
});

/** A session held in 2024, that somebody goes on with now. */
async function reviewed(heldOn: readonly string[]): Promise<void> {
  const held = record({ title: 'Passthrough', zone: 'UTC', ...(heldOn.length === 0 ? {} : { heldOn }) });
  held.people('ana').subsystem('uvc').position('ana', 'uvc', 'abstain');
  shell.file = { name: 'a.gavel', bytes: new TextEncoder().encode(writeFile(held.lines, sha256Of)) };
  await window.run('file.open');
  await window.run('record.line', '@ana #uvc std');
}

test('a time is one of the day that the session was held on, also when it was gone on with later', async () => {
  await reviewed(['2024-09-16', '2024-09-17']);
  await window.run('replay.to-time', '23:59');
  expect(window.state().replay).toMatchObject({ at: 4, of: 5, asked: '2024-09-17 23:59' });
});

test('of a session that says no day, or one on which nothing was recorded, it is one of the last line’s day', async () => {
  await reviewed(['2024-01-01']);
  await window.run('replay.to-time', '0:00');
  expect(window.state().replay?.at).toBe(4);
  await window.run('replay.to-time', '2024-09-17 23:59');
  expect(window.state().replay?.at).toBe(4);
});

test('what changed between two moments says which moments they were', async () => {
  await reviewed(['2024-09-17']);
  await window.run('review.compare', { from: '23:59', to: 'now' });
  expect(window.state().compared).toMatchObject({ from: '2024-09-17 23:59', to: 'now', changes: [{}] });
});
