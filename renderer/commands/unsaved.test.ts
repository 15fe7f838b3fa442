import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lineOf } from '../../shared/record/canon';
import { sessionId } from '../../shared/session/meeting';
import { record } from '../../shared/testing/build';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow, type TestWindow } from '../testing/window';

let shell = memoryShell();
let window: TestWindow;

beforeEach(async () => {
  shell = memoryShell();
  window = await openWindow(shell, 'unsaved');
  await window.run('session.create', { title: 'Passthrough' });
});
afterEach(async () => {
  shell.journal = 'takes';
  await window.settled();
  window.close();
  await Dexie.delete('unsaved');
});

test('what the disk doesn’t take can be copied, every line of it as the record keeps it, until it is saved', async () => {
  shell.journal = 'refuses';
  await window.run('record.line', 'note -- the first');
  await window.run('record.line', 'note -- the second');
  await window.run('unsaved.copy');
  const lines = shell.given.at(-1)?.split('\n') ?? [];
  expect(lines.map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(['the first', 'the second']);
  expect(window.state().message?.text).toBe('Copied 2 lines.');
  shell.journal = 'takes';
  await window.settled();
  await window.run('unsaved.copy');
  expect(shell.given).toHaveLength(1);
  expect(window.state().message?.text).toContain('Everything is saved');
});

test('lines that only the journal lacks, as those of a large file, are shown and copied too', async () => {
  const said = record({ title: 'Large' }).people('ana', 'bo');
  const [{ kept }, { storedBatch }, { oldestUnsaved, unsavedCount }] = await Promise.all([
    import('../store/database'),
    import('../record/append'),
    import('../store/unsaved'),
  ]);
  await window.settled();
  shell.journal = 'refuses';
  kept().outbox.add(storedBatch(sessionId(said.session)!, said.lines));
  await window.run('unsaved.copy');
  expect(shell.given.at(-1)?.split('\n')).toEqual(said.lines.map(lineOf));
  expect(unsavedCount()).toBe(said.lines.length);
  expect(oldestUnsaved(2).map(({ entry }) => entry)).toEqual(said.lines.slice(0, 2));
});

test('the notice tells why as long as it is so, and is not opened again once it was closed', async () => {
  shell.journal = 'refuses';
  await window.run('record.line', 'note -- one');
  await expect.poll(() => window.state().notice?.text).toContain('journal');
  await window.run('notice.close');
  await window.run('record.line', 'note -- two');
  expect(window.state().saved).toMatchObject({ kind: 'unsaved', waiting: 2 });
  expect(window.state().notice).toBeUndefined();
});
