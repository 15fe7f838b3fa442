import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { writeFile } from '../../shared/file/write';
import { sha256Of } from '../../shared/record/sha256';
import { record } from '../../shared/testing/build';
import { openWindow } from '../testing/window';
import { fileOf, windowOfEach } from '../testing/window-of-each';

const said = record({ title: 'Passthrough' }).subsystem('uvc').people('ana', 'bo').position('ana', 'uvc', 'abstain');

const own = windowOfEach('session');
const { openFile, entries } = own;

test('a copy that is saved holds every line, those that no copy has taken yet too', async () => {
  await openFile('a.gavel', fileOf(said.lines));
  await own.window.run('record.line', 'priv -- between us');
  await own.window.run('file.save-copy');
  expect(own.shell.given.at(-1)).toBe(writeFile(entries(), sha256Of));
  expect(own.shell.given.at(-1)).toContain('between us');
  await own.window.run('file.save-share');
  expect(own.shell.given.at(-1)).not.toContain('between us');
});

test('the example that is looked at is not kept; made mine, it is a session of its own', async () => {
  await own.window.run('session.example');
  expect(own.window.state().open?.readOnly).toBe(true);
  expect(own.window.state().sessions).toEqual([]);
  await own.window.run('record.line', 'note -- no');
  expect(own.window.state().message?.text).toContain('read-only');
  const lines = entries().length;
  await own.window.run('session.make-mine');
  expect(own.window.state().open?.readOnly).toBe(false);
  expect(entries()).toHaveLength(lines);
  expect(own.window.state().sessions).toMatchObject([{ entries: lines }]);
});

test('a session that was only looked at can be opened from a file and recorded in', async () => {
  await own.window.run('session.example');
  await openFile('example.gavel', fileOf(entries()));
  expect(own.window.state().open?.readOnly).toBe(false);
  await own.window.run('record.line', 'note -- ours');
  expect(own.window.state().message?.text).toMatch(/^Recorded: /);
});

test('a session that is deleted is in neither copy nor in another window, and its journal brings it back whole', async () => {
  await openFile('a.gavel', fileOf(said.lines));
  await own.window.run('draft.keep', { key: `note ${own.window.state().open!.id}`, text: 'half' });
  await own.window.settled();
  const { id } = own.window.state().open!;
  const other = await openWindow(own.shell, 'session');
  await own.window.run('session.delete');
  expect(own.window.state().overlays).toMatchObject([{ kind: 'confirm', yes: 'Delete it' }]);
  expect(own.window.state().sessions).toHaveLength(1);
  await own.window.run('layer.confirm');
  expect(own.window.state()).toMatchObject({ open: undefined, sessions: [], drafts: {} });
  expect(own.shell.journals.has(id)).toBe(false);
  const { entries: lines, sessions, drafts } = own.window.database();
  expect([await lines.count(), await sessions.count(), await drafts.count()]).toEqual([0, 0, 0]);
  await expect.poll(() => other.state().open).toBeUndefined();
  other.close();
  await own.window.run('notice.act');
  expect(entries()).toEqual(said.lines);
  expect(own.window.state().open?.id).toBe(id);
});

test('a session whose journal the shell does not answer for is not deleted, which is said; what is typed behind it is recorded', async () => {
  await openFile('a.gavel', fileOf(said.lines));
  await own.window.settled();
  const { id } = own.window.state().open!;
  const { request } = own.shell.bridge;
  const silent: typeof request = (channel, asked) =>
    channel === 'snapshot-take' ? new Promise(() => undefined) : request(channel, asked);
  Object.assign(own.shell.bridge, { request: silent });
  const deleted = own.window.run('session.delete-now', id);
  const typed = own.window.run('record.line', 'note -- behind it');
  await deleted;
  expect(own.window.state().notice?.text).toMatch(
    /^Nothing was deleted: the snapshot .* not answered for 5 seconds\. Try/,
  );
  await typed;
  await own.window.settled();
  expect(entries()).toHaveLength(said.lines.length + 1);
}, 20_000);

test('a session of which something is not saved yet is not deleted', async () => {
  await openFile('a.gavel', fileOf(said.lines));
  await own.window.settled();
  const { id } = own.window.state().open!;
  own.shell.journal = 'hangs';
  await own.window.run('session.amend', { title: 'Renamed' });
  await own.window.run('session.delete-now', id);
  expect(own.window.state().notice?.text).toContain('not saved yet');
  expect([own.window.state().open?.id, own.shell.journals.has(id)]).toEqual([id, true]);
});
