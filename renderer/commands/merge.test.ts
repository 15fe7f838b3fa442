import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeFile } from '../../shared/file/write';
import type { AnyEntry } from '../../shared/record/entry';
import { sha256Of } from '../../shared/record/sha256';
import { record } from '../../shared/testing/build';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow, type TestWindow } from '../testing/window';

const notes = Array.from({ length: 40 }, () => ({ kind: 'note-taken' as const, text: 'a note' }));
const said = record({ title: 'Merged' }).add(...notes);
const file = (entries: readonly AnyEntry[]) => new TextEncoder().encode(writeFile(entries, sha256Of));
const HERE = 3;

let shell = memoryShell();
let window: TestWindow;

beforeEach(async () => {
  shell = memoryShell();
  window = await openWindow(shell, 'merge');
  shell.file = { name: 'a.gavel', bytes: file(said.lines.slice(0, HERE)) };
  await window.run('file.open');
  await window.settled();
  shell.file = { name: 'b.gavel', bytes: file(said.lines) };
  await window.run('file.open');
});
afterEach(async () => {
  window.close();
  await Dexie.delete('merge');
});

const id = () => window.state().open!.id;
const shown = () => window.state().open!.session.entries.size;
const journal = () => shell.journals.get(id())?.length;
const stored = () => window.database().entries.count();

/** Does what the dialog that asks would do. */
async function merge(): Promise<void> {
  const [asked] = window.state().overlays;
  if (asked?.kind !== 'merge') throw new Error('nothing is asked');
  await window.run('file.merge', asked.plan);
}

/** Holds the lines that come to the journal from now on; answers what lets them go. */
function holdJournal(): () => void {
  const { request } = shell.bridge;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const holding: typeof request = async (channel, asked) => {
    if (channel === 'journal-append' && 'lines' in asked && asked.lines.length > 0) await held;
    return request(channel, asked);
  };
  Object.assign(shell.bridge, { request: holding });
  return letGo;
}

test('a merge whose lines are on their way to the journal is undone when they are there, and stays undone', async () => {
  const letGo = holdJournal();
  await merge();
  expect([await stored(), journal()]).toEqual([said.lines.length, HERE]);
  const undone = window.run('file.undo-merge');
  await expect.poll(() => window.state().progress?.what).toBe('Undoing the merge when it is saved');
  expect(shown()).toBe(said.lines.length);
  letGo();
  await undone;
  await window.settled();
  expect(window.state().message?.text).toMatch(/The merge is undone/);
  expect([shown(), await stored(), journal()]).toEqual([HERE, HERE, HERE]);
  expect(window.state().progress).toBeUndefined();
});

test('an undoing that waits for the journal is cancelled, and the merge stands', async () => {
  const letGo = holdJournal();
  await merge();
  const undone = window.run('file.undo-merge');
  await expect.poll(() => window.state().progress?.cancel).toBe('work.cancel');
  await window.run('work.cancel');
  await undone;
  expect(window.state().message?.text).toBe('Cancelled. The merge stands.');
  letGo();
  await window.settled();
  expect([shown(), await stored(), journal()]).toEqual(Array.from({ length: 3 }, () => said.lines.length));
});

test('a merge that the journal does not take is not undone before it does: it says so, and nothing changes', async () => {
  shell.journal = 'refuses';
  await merge();
  await window.run('file.undo-merge');
  expect(window.state().notice?.text).toMatch(/The merge is not undone: it is not saved yet.*the disk is full/);
  shell.journal = 'takes';
  await window.settled();
  expect([shown(), await stored(), journal()]).toEqual(Array.from({ length: 3 }, () => said.lines.length));
  await window.run('file.undo-merge');
  expect([shown(), await stored(), journal()]).toEqual([HERE, HERE, HERE]);
});

/** Holds the snapshot that is taken before a merge; answers what lets it go. */
function holdSnapshot(): () => void {
  const { request } = shell.bridge;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const holding: typeof request = async (channel, asked) => {
    if (channel === 'snapshot-take') await held;
    return request(channel, asked);
  };
  Object.assign(shell.bridge, { request: holding });
  return letGo;
}

test('a merge whose snapshot is not answered ends in words, in neither copy; what is typed behind it is recorded', async () => {
  const letGo = holdSnapshot();
  const merged = merge();
  await expect.poll(() => window.state().progress?.what).toBe('Taking a snapshot before the merge');
  const typed = window.run('record.line', ':note typed behind it');
  await merged;
  expect(window.state().notice?.text).toMatch(
    /Nothing was merged: the snapshot .* was not answered for 5 seconds\. Try again/,
  );
  expect(window.state().progress).toBeUndefined();
  await typed;
  letGo();
  await window.settled();
  expect([shown(), await stored(), journal()]).toEqual([HERE + 1, HERE + 1, HERE + 1]);
}, 20_000);

test('a merge that waits for its snapshot is cancelled at once', async () => {
  const letGo = holdSnapshot();
  const merged = merge();
  await expect.poll(() => window.state().progress?.cancel).toBe('work.cancel');
  await window.run('work.cancel');
  await merged;
  expect(window.state().message?.text).toBe('b.gavel: cancelled. Nothing of it was merged.');
  letGo();
  await window.settled();
  expect([shown(), await stored(), journal()]).toEqual([HERE, HERE, HERE]);
});

test('a file that was merged while it was asked about brings nothing, and offers no undoing: that is of the merge before', async () => {
  const [asked] = window.state().overlays;
  if (asked?.kind !== 'merge') throw new Error('nothing is asked');
  await window.run('file.merge', asked.plan);
  await window.run('notice.close');
  await window.run('file.merge', { ...asked.plan, name: 'c.gavel' });
  expect(window.state().message?.text).toBe(`All ${String(said.lines.length)} entries of c.gavel are here already.`);
  expect(window.state().notice).toBeUndefined();
  await window.settled();
  await window.run('file.undo-merge');
  expect(window.state().message?.text).toMatch(/^The merge is undone: \d+ lines of b.gavel are out again/);
  expect([shown(), await stored(), journal()]).toEqual([HERE, HERE, HERE]);
});

/** Keeps the database busy, so that it begins nothing else; answers what lets it go on. */
async function holdDatabase(): Promise<() => Promise<void>> {
  let isHeld = true;
  const database = window.database();
  let begun = (): void => undefined;
  const holds = new Promise<void>((resolve) => (begun = resolve));
  const held = database.transaction('rw', database.entries, async () => {
    while (isHeld) {
      await database.entries.count();
      begun();
    }
  });
  await holds;
  return async () => {
    isHeld = false;
    await held;
  };
}

test('a merge that the database does not answer ends in words, in neither copy; what is typed behind it is recorded', async () => {
  const letGo = await holdDatabase();
  const merged = merge();
  await expect.poll(() => window.state().progress?.what).toBe('Merging b.gavel');
  const typed = window.run('record.line', ':note typed behind it');
  await merged;
  expect(window.state().notice?.text).toMatch(
    /Nothing was merged: the database has not answered for 5 seconds.*Try again/,
  );
  expect(window.state().progress).toBeUndefined();
  await letGo();
  await typed;
  await window.settled();
  expect([shown(), await stored(), journal()]).toEqual([HERE + 1, HERE + 1, HERE + 1]);
}, 20_000);

test('a merge that the database does not answer is cancelled at once, in neither copy', async () => {
  const letGo = await holdDatabase();
  const merged = merge();
  await expect.poll(() => window.state().progress?.cancel).toBe('work.cancel');
  await window.run('work.cancel');
  await merged;
  expect(window.state().message?.text).toBe('b.gavel: cancelled. Nothing of it was merged.');
  await letGo();
  await window.settled();
  expect([shown(), await stored(), journal()]).toEqual([HERE, HERE, HERE]);
});

test('a merge that the database does not let out is not undone: it says so, and lets go of what is typed', async () => {
  await merge();
  await window.settled();
  vi.spyOn(window.database(), 'transaction').mockRejectedValueOnce(new Error('it is closed'));
  await window.run('file.undo-merge');
  expect(window.state().notice?.text).toBe('The merge is not undone: it is closed. Try again in a while.');
  const letGo = await holdDatabase();
  const undone = window.run('file.undo-merge');
  const typed = window.run('record.line', ':note typed behind it');
  await undone;
  expect(window.state().notice?.text).toMatch(/The merge is not undone: the database .*answer.*Try again/);
  await letGo();
  await typed;
  await window.settled();
  expect([shown(), await stored(), journal()]).toEqual(Array.from({ length: 3 }, () => said.lines.length + 1));
}, 30_000);

test('a merge whose commit is not answered is waited for no more, also after Cancel; where it was taken, the next start has it', async () => {
  const database = window.database();
  const transaction = database.transaction.bind(database) as (...given: readonly unknown[]) => Promise<unknown>;
  vi.spyOn(database, 'transaction').mockImplementationOnce((async (...given: readonly unknown[]) => {
    await transaction(...given);
    return new Promise(() => undefined);
  }) as never);
  const merged = merge();
  await expect.poll(() => window.state().progress?.cancel).toBe('work.cancel');
  await window.run('work.cancel');
  await merged;
  expect(window.state().notice?.text).toMatch(/The database does not answer.*it is there at the next start/);
  await window.run('record.line', ':note typed after it');
  await window.settled();
  expect([shown(), journal()]).toEqual([HERE + 1, HERE + 1]);
  const again = await openWindow(shell, 'merge');
  await expect.poll(() => again.state().open?.session.entries.size).toBe(said.lines.length + 1);
  await expect.poll(journal, { timeout: 5_000 }).toBe(said.lines.length + 1);
  again.close();
}, 20_000);

test('a merge that is committed offers no Cancel, and none undoes it', async () => {
  const { subscribe } = await import('../store/store');
  const offered: (string | undefined)[] = [];
  subscribe(({ progress }, before) => {
    if (progress === before.progress || progress === undefined) return;
    offered.push(progress.cancel);
    void window.run('work.cancel');
  });
  await merge();
  expect(offered).toEqual([undefined]);
  expect(window.state().notice?.text).toMatch(/^Merged b.gavel: 38 entries/);
  await window.settled();
  expect([shown(), await stored(), journal()]).toEqual(Array.from({ length: 3 }, () => said.lines.length));
});
