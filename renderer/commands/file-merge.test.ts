import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { record } from '../../shared/testing/build';
import { fileOf, windowOfEach } from '../testing/window-of-each';

const said = record({ title: 'Passthrough' }).subsystem('uvc').people('ana', 'bo').position('ana', 'uvc', 'abstain');

const own = windowOfEach('file-merge');
const { openFile, entries } = own;

/** Does what the dialog that asks would do. */
async function merge(): Promise<void> {
  const [asked] = own.window.state().overlays;
  if (asked?.kind !== 'merge') throw new Error('nothing is asked');
  await own.window.run('file.merge', asked.plan);
}

test('a file of a session that is here is merged after a question, and says what it added', async () => {
  await openFile('a.gavel', fileOf(said.lines.slice(0, 3)));
  await openFile('b.gavel', fileOf(said.lines));
  expect(own.window.state().overlays).toMatchObject([{ kind: 'merge', plan: { known: 3 } }]);
  expect(entries()).toEqual(said.lines.slice(0, 3));
  await merge();
  expect(entries()).toEqual(said.lines);
  expect(own.window.state().notice).toMatchObject({
    text: 'Merged b.gavel: 2 entries added, 3 were here.',
    detail: ['1 participant', '1 position'],
  });
  expect(own.window.state().sessions).toHaveLength(1);
});

/** A session whose merge takes some steps, beside another that is here too. */
const many = record({ title: 'Many' }).people(...Array.from({ length: 1_600 }, (_, n) => `p${String(n)}`));

test('a merge that the database refuses is refused in words, and nothing of it is in either copy', async () => {
  await openFile('a.gavel', fileOf(many.lines.slice(0, 3)));
  await openFile('b.gavel', fileOf(many.lines));
  await own.window.settled();
  vi.spyOn(own.window.database().entries, 'bulkAdd').mockRejectedValueOnce(new Error('the disk is full'));
  const [asked] = own.window.state().overlays;
  await merge();
  expect(own.window.state().notice?.text).toMatch(/Nothing was merged: the disk is full. Try again in a while/);
  expect(own.window.state().progress).toBeUndefined();
  expect(await own.window.database().entries.count()).toBe(3);
  expect(own.shell.journals.get(own.window.state().open!.id)).toHaveLength(3);
  if (asked?.kind === 'merge') await own.window.run('file.merge', asked.plan);
  await own.window.settled();
  expect(await own.window.database().entries.count()).toBe(many.lines.length);
  expect(own.shell.journals.get(own.window.state().open!.id)).toHaveLength(many.lines.length);
}, 20_000);

test.each([
  ['prepared', 'Preparing b.gavel', 500],
  ['stored', 'Merging b.gavel', 1_000],
])(
  'a merge that is cancelled while it is %s says how far it is, and nothing of it is in either copy',
  async (_, what, done) => {
    await openFile('a.gavel', fileOf(many.lines.slice(0, 3)));
    await openFile('b.gavel', fileOf(many.lines));
    await own.window.settled();
    const { subscribe } = await import('../store/store');
    subscribe(({ progress }) => {
      if (progress?.what === what && progress.done >= done) void own.window.run(progress.cancel as 'work.cancel');
    });
    await merge();
    expect(own.window.state().message?.text).toBe('b.gavel: cancelled. Nothing of it was merged.');
    expect(own.window.state().progress).toBeUndefined();
    await own.window.settled();
    expect(entries()).toEqual(many.lines.slice(0, 3));
    expect(await own.window.database().entries.count()).toBe(3);
    expect(own.shell.journals.get(own.window.state().open!.id)).toHaveLength(3);
    expect(own.window.state().sessions[0]).not.toHaveProperty('merged');
  },
  20_000,
);

test('a merge that was asked about one session goes into no other one, and into none that is not shown', async () => {
  await openFile('a.gavel', fileOf(said.lines.slice(0, 3)));
  const { id } = own.window.state().open!;
  await openFile('b.gavel', fileOf(said.lines));
  const [asked] = own.window.state().overlays;
  await own.window.run('session.create', { title: 'Another' });
  const other = own.window.state().open!.id;
  if (asked?.kind === 'merge') await own.window.run('file.merge', asked.plan);
  expect(own.window.state().notice?.text).toMatch(/Nothing was merged: another session is open/);
  expect(own.window.state().open?.id).toBe(other);
  expect(entries()).toHaveLength(1);
  await own.window.settled();
  expect(own.shell.journals.get(id)).toHaveLength(3);
});

test('a merge that is undone is out of both copies, and can be made again', async () => {
  await openFile('a.gavel', fileOf(said.lines.slice(0, 3)));
  await openFile('b.gavel', fileOf(said.lines));
  await merge();
  await own.window.settled();
  await own.window.run('file.undo-merge');
  expect(own.window.state().message?.text).toBe('The merge is undone: 2 lines of b.gavel are out again.');
  expect(entries()).toEqual(said.lines.slice(0, 3));
  expect(own.shell.journals.get(own.window.state().open!.id)).toHaveLength(3);
  expect(own.window.state().sessions[0]?.entries).toBe(3);
  await openFile('b.gavel', fileOf(said.lines));
  await merge();
  expect(entries()).toEqual(said.lines);
});

test('one is said in the singular, where a file brings one entry and where it is taken out again', async () => {
  await openFile('a.gavel', fileOf(said.lines.slice(0, 4)));
  await openFile('b.gavel', fileOf(said.lines));
  await merge();
  expect(own.window.state().notice?.text).toBe('Merged b.gavel: 1 entry added, 4 were here.');
  await own.window.settled();
  await own.window.run('file.undo-merge');
  expect(own.window.state().message?.text).toBe('The merge is undone: 1 line of b.gavel is out again.');
});

test('a merge is not undone where a line refers to what it brought: it says so, and nothing changes', async () => {
  await openFile('a.gavel', fileOf(said.lines.slice(0, 3)));
  await openFile('b.gavel', fileOf(said.lines));
  await merge();
  await own.window.settled();
  const came = said.lines.at(-1)!;
  await own.window.run('edit.strike', came.id);
  const before = entries();
  await own.window.run('file.undo-merge');
  expect(own.window.state().notice?.text).toContain('1 line refers to what it brought');
  expect(entries()).toEqual(before);
});

test('a file that holds nothing new asks nothing and changes nothing', async () => {
  await openFile('a.gavel', fileOf(said.lines));
  await openFile('a.gavel', fileOf(said.lines));
  expect(own.window.state().overlays).toEqual([]);
  expect(own.window.state().message?.text).toContain('are here already');
});
