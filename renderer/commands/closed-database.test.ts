import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeFile } from '../../shared/file/write';
import { sha256Of } from '../../shared/record/sha256';
import { record } from '../../shared/testing/build';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow, type TestWindow } from '../testing/window';
import { runWorkersHere } from '../testing/workers';

/** More than are read or stored at once. */
const MAILS = 1_200;
const ENOUGH = 600;
const said = record({ title: 'Passthrough' }).subsystem('uvc');

let shell = memoryShell();
let window: TestWindow;

beforeEach(async () => {
  shell = memoryShell();
  window = await openWindow(shell, 'closed');
  shell.file = { name: 'a.gavel', bytes: new TextEncoder().encode(writeFile(said.lines, sha256Of)) };
  await window.run('file.open');
  await window.settled();
  runWorkersHere();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  window.close();
  await Dexie.delete('closed');
});

/** An mbox of many mails. */
function mails(): Blob {
  const mail = (n: number): string => `From ana@lists.example Thu Jan  1 00:00:00 1970
From: Ana <ana@lists.example>
Subject: Layout ${String(n)}
Message-ID: <${String(n)}@lists.example>

Words of ${n % 2 === 0 ? 'even' : 'odd'} mails.

`;
  return new Blob([Array.from({ length: MAILS }, (_, n) => mail(n)).join('')]);
}

/** Closes the database as the browser does on a full disk, under everybody who has it open. */
function closeUnderAll(): void {
  shell.room = false;
  const { _databases: databases } = indexedDB as unknown as {
    readonly _databases: ReadonlyMap<string, { readonly connections: readonly unknown[] }>;
  };
  for (const connection of [...(databases.get('closed')?.connections ?? [])]) forceCloseDatabase(connection as never);
}

/** Does something once, before some rows are handed to the database or asked of it. */
function before(method: 'put' | 'get', nth: number, what: () => void): void {
  const original = IDBObjectStore.prototype[method];
  let calls = 0;
  vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
    this: IDBObjectStore,
    ...given: readonly unknown[]
  ) {
    calls += 1;
    if (calls === nth) what();
    return original.apply(this, given as never) as never;
  });
}

test('Row 21: a search that was reading when the database was closed says so, and answers when it is open again', async () => {
  await window.run('mail.take-in', { name: 'mail', files: [mails()] });
  expect(window.state().mails?.nodes).toHaveLength(MAILS);
  before('get', ENOUGH, closeUnderAll);
  await window.run('mail.search', 'even');
  const told = () => window.state().message?.text;
  await expect.poll(told, { timeout: 5_000 }).toMatch(/can’t be searched just now: .*Search again/);
  expect(window.state().mailSearch).toEqual({ typed: 'even', hits: undefined });
  shell.room = true;
  await expect.poll(() => window.state().mailSearch?.hits?.length, { timeout: 10_000 }).toBe(MAILS / 2);
}, 20_000);

test('Row 21: an import that was storing when the database was closed is refused with a way out, and no mail of it counts', async () => {
  await window.run('mail.load');
  before('put', ENOUGH, closeUnderAll);
  await window.run('mail.take-in', { name: 'mail', files: [mails()] });
  expect(window.state().notice?.text).toMatch(/Nothing of it was taken in: .*Try again in a while/);
  expect(window.state().mails?.nodes).toEqual([]);
  expect(window.state().progress).toBeUndefined();
  shell.room = true;
  await expect.poll(() => window.database().isOpen(), { timeout: 10_000 }).toBe(true);
  expect(await window.database().mails.count()).toBeGreaterThan(0);

  await window.run('mail.take-in', { name: 'mail', files: [mails()] });
  expect(window.state().mails?.nodes).toHaveLength(MAILS);
  const batches = new Set((await window.database().mails.toArray()).map(({ batch }) => batch));
  expect(batches.size).toBe(1);
  expect(await window.database().meta.where('key').startsWith('importing').count()).toBe(0);
}, 20_000);
