import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow, type TestWindow } from '../testing/window';
import { draftKey } from './drafts';

let shell = memoryShell();
let window: TestWindow;

async function opened(): Promise<TestWindow> {
  window = await openWindow(shell, 'closing');
  await window.run('session.create', { title: 'Passthrough' });
  await window.settled();
  return window;
}

afterEach(async () => {
  vi.restoreAllMocks();
  window.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  shell = memoryShell();
});

const closes = (): number =>
  shell.asked.filter(
    ({ channel, request }) => channel === 'window-act' && (request as { act?: string }).act === 'close',
  ).length;

test('a window with everything saved closes at once', async () => {
  const { askToClose } = await opened();
  expect(askToClose()).toBe(true);
});

test('UX-20: a window with lines on their way is held, says once what would be lost, and offers a copy', async () => {
  const { askToClose, run, state } = await opened();
  shell.journal = 'hangs';
  await run('record.line', 'note -- one');
  expect(askToClose()).toBe(false);
  await run('app.close', undefined);
  expect(state().notice?.text).toMatch(/^Not saved: 1 line would be lost/);
  expect(state().notice?.action).toMatchObject({ command: 'file.save-copy' });
  expect(closes()).toBe(0);
  expect(askToClose()).toBe(true);
});

test('what comes after the warning is held for again', async () => {
  const { askToClose, run } = await opened();
  shell.journal = 'hangs';
  await run('record.line', 'note -- one');
  await run('app.close', undefined);
  await run('record.line', 'note -- two');
  expect(askToClose()).toBe(false);
});

test('half-typed text is in the database before the window goes', async () => {
  const { askToClose, run, state, database } = await opened();
  await run('entry.type', { text: '@ana #uvc', caret: 9 });
  expect(askToClose()).toBe(false);
  await run('app.close', undefined);
  expect(closes()).toBe(1);
  expect((await database().drafts.get(draftKey.entry(state().open!.id)))?.text).toBe('@ana #uvc');
  expect(askToClose()).toBe(true);
});

/** Closes the database, as a full disk does, and types. */
async function typedIntoClosed(text: string): Promise<string> {
  const { run, state, database } = window;
  shell.room = false;
  database().close({ disableAutoOpen: true });
  await run('entry.type', { text, caret: text.length });
  await expect.poll(() => shell.halfTyped).toMatchObject([{ text }]);
  return draftKey.entry(state().open!.id);
}

test('UX-7: half-typed text that a closed database does not take is with the shell: a kill loses none of it', async () => {
  const { askToClose } = await opened();
  const key = await typedIntoClosed('@ana #uvc');
  await expect.poll(askToClose).toBe(true);
  window.close();
  window = await openWindow(shell, 'closing');
  expect(window.state().drafts[key]).toBe('@ana #uvc');
  expect((await window.database().drafts.get(key))?.text).toBe('@ana #uvc');
  expect(shell.halfTyped).toEqual([]);
});

test('UX-7: half-typed text that the database took late, and that was recorded meanwhile, is not with the shell any more', async () => {
  const { run, state, database } = await opened();
  const key = draftKey.entry(state().open!.id);
  const { drafts } = database();
  let answers = (): void => undefined;
  const put = vi.spyOn(drafts, 'put').mockReturnValueOnce(
    new Dexie.Promise<string>((resolve) => {
      answers = () => {
        resolve('');
      };
    }),
  );
  await run('entry.type', { text: 'note -- late', caret: 12 });
  await expect.poll(() => shell.halfTyped, { timeout: 10_000 }).toMatchObject([{ text: 'note -- late' }]);
  expect(put).toHaveBeenCalled();
  await run('entry.record');
  await window.settled();
  answers();
  await expect.poll(() => shell.halfTyped).toEqual([]);
  window.close();
  window = await openWindow(shell, 'closing');
  expect(window.state().drafts[key]).toBeUndefined();
}, 20_000);

test('the shell lets go of half-typed text as soon as the database has it; what is newer there stays', async () => {
  const { database } = await opened();
  const key = await typedIntoClosed('@ana #uvc');
  const old = shell.halfTyped;
  shell.room = true;
  await expect.poll(() => shell.halfTyped, { timeout: 10_000 }).toEqual([]);
  expect((await database().drafts.get(key))?.text).toBe('@ana #uvc');
  await window.run('entry.type', { text: '@ana #uvc std', caret: 13 });
  await expect.poll(async () => (await database().drafts.get(key))?.text).toBe('@ana #uvc std');
  window.close();
  shell.halfTyped = old;
  window = await openWindow(shell, 'closing');
  expect(window.state().drafts[key]).toBe('@ana #uvc std');
});

test('UX-7: a window whose database is closed says that half-typed text would be lost, and goes when it is stored', async () => {
  const { askToClose, run, state, database } = await opened();
  const key = draftKey.entry(state().open!.id);
  const stored = async (): Promise<unknown> =>
    (
      await database()
        .drafts.get(key)
        .catch(() => undefined)
    )?.text;
  shell.room = false;
  shell.journal = 'refuses';
  database().close({ disableAutoOpen: true });
  await run('entry.type', { text: '@ana #uvc', caret: 9 });
  expect(askToClose()).toBe(false);
  await run('app.close', undefined);
  expect(state().notice?.text).toMatch(/^Not saved: half-typed text would be lost\. database: .*full/);
  expect(closes()).toBe(0);
  expect(askToClose()).toBe(true);
  await run('entry.type', { text: '@ana #uvc std', caret: 13 });
  expect(askToClose()).toBe(false);
  shell.room = true;
  shell.journal = 'takes';
  await expect.poll(stored, { timeout: 10_000 }).toBe('@ana #uvc std');
  expect(askToClose()).toBe(true);
});

test('a text that the database never answers for holds the window once', async () => {
  const { askToClose, run, state, database } = await opened();
  vi.spyOn(database().drafts, 'put').mockReturnValue(new Dexie.Promise<string>(() => undefined));
  await run('entry.type', { text: '@ana #uvc', caret: 9 });
  expect(askToClose()).toBe(false);
  await run('app.close', undefined);
  expect(state().notice?.text).toBe('Not saved: half-typed text would be lost. Closing again closes all the same.');
  expect(askToClose()).toBe(true);
  // and is with the shell after a while
  await expect.poll(() => shell.halfTyped, { timeout: 8_000 }).toMatchObject([{ text: '@ana #uvc' }]);
}, 15_000);
