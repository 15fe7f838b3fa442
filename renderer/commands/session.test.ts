import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFile } from '../../shared/file/write';
import type { AnyEntry } from '../../shared/record/entry';
import { sha256Of } from '../../shared/record/sha256';
import { logOf } from '../../shared/session/log';
import { record } from '../../shared/testing/build';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow, type TestWindow } from '../testing/window';

const said = record({ title: 'Passthrough' }).subsystem('uvc').people('ana', 'bo').position('ana', 'uvc', 'abstain');
const file = (entries: readonly AnyEntry[]) => new TextEncoder().encode(writeFile(entries, sha256Of));

let shell = memoryShell();
let window: TestWindow;

beforeEach(async () => {
  shell = memoryShell();
  window = await openWindow(shell, 'session');
});
afterEach(async () => {
  window.close();
  await Dexie.delete('session');
});

async function openFile(name: string, bytes: Uint8Array): Promise<void> {
  shell.file = { name, bytes };
  await window.run('file.open');
}
const entries = () => logOf(window.state().open!.session);

test('a copy that is saved holds every line, those that no copy has taken yet too', async () => {
  await openFile('a.gavel', file(said.lines));
  await window.run('record.line', 'priv -- between us');
  await window.run('file.save-copy');
  expect(shell.given.at(-1)).toBe(writeFile(entries(), sha256Of));
  expect(shell.given.at(-1)).toContain('between us');
  await window.run('file.save-share');
  expect(shell.given.at(-1)).not.toContain('between us');
});

test('the example that is looked at is not kept; made mine, it is a session of its own', async () => {
  await window.run('session.example');
  expect(window.state().open?.readOnly).toBe(true);
  expect(window.state().sessions).toEqual([]);
  await window.run('record.line', 'note -- no');
  expect(window.state().message?.text).toContain('read-only');
  const lines = entries().length;
  await window.run('session.make-mine');
  expect(window.state().open?.readOnly).toBe(false);
  expect(entries()).toHaveLength(lines);
  expect(window.state().sessions).toMatchObject([{ entries: lines }]);
});

test('a session that was only looked at can be opened from a file and recorded in', async () => {
  await window.run('session.example');
  await openFile('example.gavel', file(entries()));
  expect(window.state().open?.readOnly).toBe(false);
  await window.run('record.line', 'note -- ours');
  expect(window.state().message?.text).toMatch(/^Recorded: /);
});

test('a session that is deleted is in neither copy nor in another window, and its journal brings it back whole', async () => {
  await openFile('a.gavel', file(said.lines));
  await window.run('draft.keep', { key: `note ${window.state().open!.id}`, text: 'half' });
  await window.settled();
  const { id } = window.state().open!;
  const other = await openWindow(shell, 'session');
  await window.run('session.delete');
  expect(window.state().overlays).toMatchObject([{ kind: 'confirm', yes: 'Delete it' }]);
  expect(window.state().sessions).toHaveLength(1);
  await window.run('layer.confirm');
  expect(window.state()).toMatchObject({ open: undefined, sessions: [], drafts: {} });
  expect(shell.journals.has(id)).toBe(false);
  const { entries: lines, sessions, drafts } = window.database();
  expect([await lines.count(), await sessions.count(), await drafts.count()]).toEqual([0, 0, 0]);
  await expect.poll(() => other.state().open).toBeUndefined();
  other.close();
  await window.run('notice.act');
  expect(entries()).toEqual(said.lines);
  expect(window.state().open?.id).toBe(id);
});

test('a session whose journal the shell does not answer for is not deleted, which is said; what is typed behind it is recorded', async () => {
  await openFile('a.gavel', file(said.lines));
  await window.settled();
  const { id } = window.state().open!;
  const { request } = shell.bridge;
  const silent: typeof request = (channel, asked) =>
    channel === 'snapshot-take' ? new Promise(() => undefined) : request(channel, asked);
  Object.assign(shell.bridge, { request: silent });
  const deleted = window.run('session.delete-now', id);
  const typed = window.run('record.line', 'note -- behind it');
  await deleted;
  expect(window.state().notice?.text).toMatch(/^Nothing was deleted: the snapshot .* not answered for 5 seconds\. Try/);
  await typed;
  await window.settled();
  expect(entries()).toHaveLength(said.lines.length + 1);
}, 20_000);

test('a session of which something is not saved yet is not deleted', async () => {
  await openFile('a.gavel', file(said.lines));
  await window.settled();
  const { id } = window.state().open!;
  shell.journal = 'hangs';
  await window.run('session.amend', { title: 'Renamed' });
  await window.run('session.delete-now', id);
  expect(window.state().notice?.text).toContain('not saved yet');
  expect([window.state().open?.id, shell.journals.has(id)]).toEqual([id, true]);
});
