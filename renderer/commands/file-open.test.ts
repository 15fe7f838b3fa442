import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { record } from '../../shared/testing/build';
import { fileOf, windowOfEach } from '../testing/window-of-each';
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

const own = windowOfEach('file-open');
const { openFile, entries } = own;

test('a file of a session that is not here becomes a session', async () => {
  await openFile('a.gavel', fileOf(said.lines));
  expect(entries()).toEqual(said.lines);
  await own.window.settled();
  expect(own.shell.journals.get(own.window.state().open!.id)).toHaveLength(said.lines.length);
  expect(own.window.state().message?.text).toBe(`Opened a.gavel: ${String(said.lines.length)} entries.`);
});

test('a session that was turned to while a file was read stays on the screen; the file’s waits to be opened', async () => {
  const notes = Array.from({ length: 30 }, () => ({ kind: 'note-taken' as const, text: 'x'.repeat(10_000) }));
  const long = record({ title: 'Large' }).add(...notes);
  await openFile('a.gavel', fileOf(long.lines.slice(0, 3)));
  const { id } = own.window.state().open!;
  await own.window.settled();
  runWorkersHere();
  const reading = openFile('b.gavel', fileOf(long.lines));
  await own.window.run('session.create', { title: 'Another' });
  const other = own.window.state().open!.id;
  await reading;
  expect(own.window.state().open?.id).toBe(other);
  expect(own.window.state().overlays).toEqual([]);
  const notice = own.window.state().notice!;
  const { text, action } = notice;
  expect(text).toMatch(/b.gavel is of the session “Large”, which is not open/);
  // refused, it is there to be tried again: the notice holds the file
  vi.spyOn(own.window.database().sessions, 'toArray').mockRejectedValueOnce(new Error('it is closed'));
  await own.window.runById(action!.command, action?.input);
  expect(own.window.state().message?.text).toMatch(
    /b.gavel: The database can’t be read: it is closed. Try again in a while/,
  );
  expect(own.window.state().notice).toBe(notice);
  await own.window.runById(action!.command, action?.input);
  expect(own.window.state().open?.id).toBe(id);
  expect(own.window.state().overlays).toMatchObject([{ kind: 'merge', plan: { into: id, known: 3 } }]);
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
  await openFile('a.gavel', fileOf(said.lines));
  await own.window.run('mail.load');
  await own.window.settled();
  own.shell.room = false;
  forceCloseDatabase(own.window.database().backendDB() as never);
  const closed = /The database is closed: .*the disk is full.*[Tt]ry again/;
  await expect.poll(() => kept().outbox.closed()).toContain('the disk is full');
  await openFile('b.gavel', large());
  expect(own.window.state().notice?.text).toMatch(closed);
  await own.window.run('notice.close');
  await own.window.run('file.read', {
    name: 'b.gavel',
    file: { session: own.window.state().open!.id, entries: said.lines },
  });
  expect(own.window.state().message?.text).toMatch(closed);
  await own.window.run('mail.take-in', { name: 'mail', files: [new Blob([MAIL])] });
  expect(own.window.state().notice?.text).toMatch(closed);
  await own.window.run('mail.search', 'passthrough');
  expect(own.window.state().message?.text).toMatch(closed);
  expect(started).not.toHaveBeenCalled();
  own.shell.room = true;
  await expect.poll(() => own.window.database().isOpen(), { timeout: 5_000 }).toBe(true);
  await own.window.run('mail.search', 'passthrough?');
  expect(started).toHaveBeenCalled();
  vi.unstubAllGlobals();
}, 20_000);

/** A file that a worker would read. */
function large(): Uint8Array {
  const notes = Array.from({ length: 30 }, () => ({ kind: 'note-taken' as const, text: 'x'.repeat(10_000) }));
  return fileOf(record({ title: 'Large' }).add(...notes).lines);
}

test('nothing of a refused file gets in, and the refusal names the place', async () => {
  await openFile('a.gavel', fileOf(said.lines).slice(0, -80));
  expect(own.window.state().open).toBeUndefined();
  expect(own.window.state().sessions).toEqual([]);
  expect(own.window.state().notice).toMatchObject({
    tone: 'error',
    text: expect.stringMatching(/^a\.gavel:\d+: .*found .*expected/) as unknown,
  });
});

test('entries from more than a day ahead are refused until a person accepts them', async () => {
  const future = record({ title: 'Later' })
    .later(60 * 24 * 365 * 50)
    .people('ana');
  await openFile('later.gavel', fileOf(future.lines));
  expect(own.window.state().open).toBeUndefined();
  expect(own.window.state().overlays).toMatchObject([{ kind: 'confirm', title: 'Entries from the future' }]);
  await own.window.run('layer.confirm');
  expect(entries()).toEqual(future.lines);
});

test('a file after which no id could follow is refused whole', async () => {
  const { lines } = record({ title: 'Last' });
  const [opened] = lines;
  const end = { ...opened!, kind: 'note-taken', id: '9999-12-31T23:59:59.999Z-zzz-lastlast', text: 'the end' };
  await openFile('last.gavel', fileOf([opened!, end as never]));
  expect(own.window.state().open).toBeUndefined();
  expect(own.window.state().notice).toMatchObject({
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
  expect(own.window.state().overlays).toEqual([
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
  expect(own.window.state().notice?.text).toContain('neither a Gavel file nor a mail');
});
