import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { gzipSync } from 'node:zlib';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeFile } from '../../shared/file/write';
import type { AnyEntry } from '../../shared/record/entry';
import { sha256Of } from '../../shared/record/sha256';
import { logOf } from '../../shared/session/log';
import { record } from '../../shared/testing/build';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow, type TestWindow } from '../testing/window';
import { runWorkersHere } from '../testing/workers';

const MAIL = `From mboxrd@z Thu Jan  1 00:00:00 1970
From: Moderator <moderator@lists.example>
To: summit@lists.example
Cc: =?utf-8?q?Zo=C3=AB?= <zoe@kernel.example>
Subject: Re: [SUMMIT] Device
 passthrough?
Message-ID: <root.1@lists.example>
References: <older.1@lists.example>
List-Id: <summit.lists.example>

Body.
`;
const said = record({ title: 'Passthrough' }).subsystem('uvc').people('ana', 'bo').position('ana', 'uvc', 'abstain');
const file = (entries: readonly AnyEntry[]) => new TextEncoder().encode(writeFile(entries, sha256Of));

let shell = memoryShell();
let window: TestWindow;

beforeEach(async () => {
  shell = memoryShell();
  window = await openWindow(shell, 'files');
});
afterEach(async () => {
  window.close();
  await Dexie.delete('files');
});

async function openFile(name: string, bytes: Uint8Array): Promise<void> {
  shell.file = { name, bytes };
  await window.run('file.open');
}
const entries = () => logOf(window.state().open!.session);

test('a file of a session that is not here becomes a session', async () => {
  await openFile('a.gavel', file(said.lines));
  expect(entries()).toEqual(said.lines);
  await window.settled();
  expect(shell.journals.get(window.state().open!.id)).toHaveLength(said.lines.length);
  expect(window.state().message?.text).toBe(`Opened a.gavel: ${String(said.lines.length)} entries.`);
});

test('a file of a session that is here is merged after a question, and says what it added', async () => {
  await openFile('a.gavel', file(said.lines.slice(0, 3)));
  await openFile('b.gavel', file(said.lines));
  expect(window.state().overlays).toMatchObject([{ kind: 'merge', plan: { known: 3 } }]);
  expect(entries()).toEqual(said.lines.slice(0, 3));
  await merge();
  expect(entries()).toEqual(said.lines);
  expect(window.state().notice).toMatchObject({
    text: 'Merged b.gavel: 2 entries added, 3 were here.',
    detail: ['1 participant-added', '1 position-taken'],
  });
  expect(window.state().sessions).toHaveLength(1);
});

/** A session whose merge takes some steps, beside another that is here too. */
const many = record({ title: 'Many' }).people(...Array.from({ length: 1_600 }, (_, n) => `p${String(n)}`));

test('a merge that the database refuses is refused in words, and nothing of it is in either copy', async () => {
  await openFile('a.gavel', file(many.lines.slice(0, 3)));
  await openFile('b.gavel', file(many.lines));
  await window.settled();
  vi.spyOn(window.database().entries, 'bulkAdd').mockRejectedValueOnce(new Error('the disk is full'));
  const [asked] = window.state().overlays;
  await merge();
  expect(window.state().notice?.text).toMatch(/Nothing was merged: the disk is full. Try again in a while/);
  expect(window.state().progress).toBeUndefined();
  expect(await window.database().entries.count()).toBe(3);
  expect(shell.journals.get(window.state().open!.id)).toHaveLength(3);
  if (asked?.kind === 'merge') await window.run('file.merge', asked.plan);
  await window.settled();
  expect(await window.database().entries.count()).toBe(many.lines.length);
  expect(shell.journals.get(window.state().open!.id)).toHaveLength(many.lines.length);
}, 20_000);

test.each([
  ['prepared', 'Preparing b.gavel', 500],
  ['stored', 'Merging b.gavel', 1_000],
])(
  'a merge that is cancelled while it is %s says how far it is, and nothing of it is in either copy',
  async (_, what, done) => {
    await openFile('a.gavel', file(many.lines.slice(0, 3)));
    await openFile('b.gavel', file(many.lines));
    await window.settled();
    const { subscribe } = await import('../store/store');
    subscribe(({ progress }) => {
      if (progress?.what === what && progress.done >= done) void window.run(progress.cancel as 'work.cancel');
    });
    await merge();
    expect(window.state().message?.text).toBe('b.gavel: cancelled. Nothing of it was merged.');
    expect(window.state().progress).toBeUndefined();
    await window.settled();
    expect(entries()).toEqual(many.lines.slice(0, 3));
    expect(await window.database().entries.count()).toBe(3);
    expect(shell.journals.get(window.state().open!.id)).toHaveLength(3);
    expect(window.state().sessions[0]).not.toHaveProperty('merged');
  },
  20_000,
);

test('a merge that was asked about one session goes into no other one, and into none that is not shown', async () => {
  await openFile('a.gavel', file(said.lines.slice(0, 3)));
  const { id } = window.state().open!;
  await openFile('b.gavel', file(said.lines));
  const [asked] = window.state().overlays;
  await window.run('session.create', { title: 'Another' });
  const other = window.state().open!.id;
  if (asked?.kind === 'merge') await window.run('file.merge', asked.plan);
  expect(window.state().notice?.text).toMatch(/Nothing was merged: another session is open/);
  expect(window.state().open?.id).toBe(other);
  expect(entries()).toHaveLength(1);
  await window.settled();
  expect(shell.journals.get(id)).toHaveLength(3);
});

test('a session that was turned to while a file was read stays on the screen; the file’s waits to be opened', async () => {
  const notes = Array.from({ length: 30 }, () => ({ kind: 'note-taken' as const, text: 'x'.repeat(10_000) }));
  const long = record({ title: 'Large' }).add(...notes);
  await openFile('a.gavel', file(long.lines.slice(0, 3)));
  const { id } = window.state().open!;
  await window.settled();
  runWorkersHere();
  const reading = openFile('b.gavel', file(long.lines));
  await window.run('session.create', { title: 'Another' });
  const other = window.state().open!.id;
  await reading;
  expect(window.state().open?.id).toBe(other);
  expect(window.state().overlays).toEqual([]);
  const notice = window.state().notice!;
  const { text, action } = notice;
  expect(text).toMatch(/b.gavel is of the session “Large”, which is not open/);
  // refused, it is there to be tried again: the notice holds the file
  vi.spyOn(window.database().sessions, 'toArray').mockRejectedValueOnce(new Error('it is closed'));
  await window.runById(action!.command, action?.input);
  expect(window.state().message?.text).toMatch(
    /b.gavel: The database can’t be read: it is closed. Try again in a while/,
  );
  expect(window.state().notice).toBe(notice);
  await window.runById(action!.command, action?.input);
  expect(window.state().open?.id).toBe(id);
  expect(window.state().overlays).toMatchObject([{ kind: 'merge', plan: { into: id, known: 3 } }]);
  vi.unstubAllGlobals();
});

test('while the database is closed no worker opens it, behind a torn tail: what would need one is refused', async () => {
  const started = vi.fn();
  vi.stubGlobal(
    'Worker',
    class {
      onerror: ((event: { readonly message: string }) => void) | undefined;
      postMessage(): void {
        started();
        this.onerror?.({ message: 'it broke' });
      }
      terminate = vi.fn();
    },
  );
  const { kept } = await import('../store/database');
  await openFile('a.gavel', file(said.lines));
  await window.run('mail.load');
  await window.settled();
  shell.room = false;
  forceCloseDatabase(window.database().backendDB() as never);
  const closed = /The database is closed: .*the disk is full.*[Tt]ry again/;
  await expect.poll(() => kept().outbox.closed()).toContain('the disk is full');
  await openFile('b.gavel', large());
  expect(window.state().notice?.text).toMatch(closed);
  await window.run('notice.close');
  await window.run('file.read', { name: 'b.gavel', file: { session: window.state().open!.id, entries: said.lines } });
  expect(window.state().message?.text).toMatch(closed);
  await window.run('mail.take-in', { name: 'mail', files: [new Blob([MAIL])] });
  expect(window.state().notice?.text).toMatch(closed);
  await window.run('mail.search', 'passthrough');
  expect(window.state().message?.text).toMatch(closed);
  expect(started).not.toHaveBeenCalled();
  shell.room = true;
  await expect.poll(() => window.database().isOpen(), { timeout: 5_000 }).toBe(true);
  await window.run('mail.search', 'passthrough?');
  expect(started).toHaveBeenCalled();
  vi.unstubAllGlobals();
}, 20_000);

/** A file that a worker would read. */
function large(): Uint8Array {
  const notes = Array.from({ length: 30 }, () => ({ kind: 'note-taken' as const, text: 'x'.repeat(10_000) }));
  return file(record({ title: 'Large' }).add(...notes).lines);
}

/** Does what the dialog that asks would do. */
async function merge(): Promise<void> {
  const [asked] = window.state().overlays;
  if (asked?.kind !== 'merge') throw new Error('nothing is asked');
  await window.run('file.merge', asked.plan);
}

test('a merge that is undone is out of both copies, and can be made again', async () => {
  await openFile('a.gavel', file(said.lines.slice(0, 3)));
  await openFile('b.gavel', file(said.lines));
  await merge();
  await window.settled();
  await window.run('file.undo-merge');
  expect(window.state().message?.text).toBe('The merge is undone: 2 lines of b.gavel are out again.');
  expect(entries()).toEqual(said.lines.slice(0, 3));
  expect(shell.journals.get(window.state().open!.id)).toHaveLength(3);
  expect(window.state().sessions[0]?.entries).toBe(3);
  await openFile('b.gavel', file(said.lines));
  await merge();
  expect(entries()).toEqual(said.lines);
});

test('one is said in the singular, where a file brings one entry and where it is taken out again', async () => {
  await openFile('a.gavel', file(said.lines.slice(0, 4)));
  await openFile('b.gavel', file(said.lines));
  await merge();
  expect(window.state().notice?.text).toBe('Merged b.gavel: 1 entry added, 4 were here.');
  await window.settled();
  await window.run('file.undo-merge');
  expect(window.state().message?.text).toBe('The merge is undone: 1 line of b.gavel is out again.');
});

test('a merge is not undone where a line refers to what it brought: it says so, and nothing changes', async () => {
  await openFile('a.gavel', file(said.lines.slice(0, 3)));
  await openFile('b.gavel', file(said.lines));
  await merge();
  await window.settled();
  const came = said.lines.at(-1)!;
  await window.run('edit.strike', came.id);
  const before = entries();
  await window.run('file.undo-merge');
  expect(window.state().notice?.text).toContain('1 line refers to what it brought');
  expect(entries()).toEqual(before);
});

test('a file that holds nothing new asks nothing and changes nothing', async () => {
  await openFile('a.gavel', file(said.lines));
  await openFile('a.gavel', file(said.lines));
  expect(window.state().overlays).toEqual([]);
  expect(window.state().message?.text).toContain('are here already');
});

test('nothing of a refused file gets in, and the refusal names the place', async () => {
  await openFile('a.gavel', file(said.lines).slice(0, -80));
  expect(window.state().open).toBeUndefined();
  expect(window.state().sessions).toEqual([]);
  expect(window.state().notice).toMatchObject({
    tone: 'error',
    text: expect.stringMatching(/^a\.gavel:\d+: .*found .*expected/) as unknown,
  });
});

test('entries from more than a day ahead are refused until a person accepts them', async () => {
  const future = record({ title: 'Later' })
    .later(60 * 24 * 365 * 50)
    .people('ana');
  await openFile('later.gavel', file(future.lines));
  expect(window.state().open).toBeUndefined();
  expect(window.state().overlays).toMatchObject([{ kind: 'confirm', title: 'Entries from the future' }]);
  await window.run('layer.confirm');
  expect(entries()).toEqual(future.lines);
});

test('a file after which no id could follow is refused whole', async () => {
  const { lines } = record({ title: 'Last' });
  const [opened] = lines;
  const end = { ...opened!, kind: 'note-taken', id: '9999-12-31T23:59:59.999Z-zzz-lastlast', text: 'the end' };
  await openFile('last.gavel', file([opened!, end as never]));
  expect(window.state().open).toBeUndefined();
  expect(window.state().notice).toMatchObject({
    tone: 'error',
    text: expect.stringContaining('end of time') as unknown,
  });
});

test.each([
  ['an mbox', new TextEncoder().encode(MAIL)],
  ['an mbox.gz', new Uint8Array(gzipSync(MAIL))],
  ['an eml', new TextEncoder().encode(MAIL.slice(MAIL.indexOf('\n') + 1))],
])('%s proposes a session about the thread that it opens', async (_, bytes) => {
  await openFile('mail', bytes);
  expect(window.state().overlays).toEqual([
    {
      kind: 'new-session',
      from: {
        title: 'Device passthrough?',
        thread: {
          root: 'root.1@lists.example',
          subject: 'Re: [SUMMIT] Device passthrough?',
          references: ['older.1@lists.example'],
          list: 'summit@lists.example',
        },
      },
      mails: { name: 'mail', files: [expect.any(Blob) as unknown] },
    },
  ]);
});

test('what is neither is refused by what it is, not by its name', async () => {
  await openFile('picture.mbox', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
  expect(window.state().notice?.text).toContain('neither a Gavel file nor a mail');
});

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
  const other = await openWindow(shell, 'files');
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
