import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { lineOf } from '../../shared/record/canon';
import type { Handle, Slug } from '../../shared/record/ids';
import { logOf } from '../../shared/session/log';
import { meetingOf } from '../../shared/session/meeting';
import { notes } from '../../shared/session/notes';
import { objections } from '../../shared/session/objections';
import { positionOf } from '../../shared/session/positions';
import { runs } from '../../shared/testing/runs';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow, type TestWindow } from '../testing/window';
import { draftKey } from './drafts';

const windows: TestWindow[] = [];
let shell = memoryShell();

async function open(database: string): Promise<TestWindow> {
  const window = await openWindow(shell, database);
  windows.push(window);
  return window;
}

afterEach(async () => {
  vi.restoreAllMocks();
  for (const window of windows.splice(0)) window.close();
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
  shell = memoryShell();
});

const lines = ({ state }: TestWindow): readonly string[] => logOf(state().open!.session).map(lineOf);

async function withSession(): Promise<TestWindow> {
  const window = await open('flow');
  await window.run('session.create', { title: 'Passthrough' });
  await window.run('record.line', '+ #uvc -- USB Video');
  await window.run('people.add-list', 'Ana Lind <ana@kernel.example>\nBo Kay <bo@kernel.example>');
  return window;
}

test('what was recorded is on the screen, in the database and in the journal, and a fresh start shows it', async () => {
  const window = await withSession();
  await window.run('record.stance', { who: 'ana' as Handle, subsystem: 'uvc' as Slug, stance: 'standard-required' });
  await window.settled();
  const { open: shown, saved } = window.state();
  expect(positionOf(shown!.session, 'ana' as Handle, 'uvc' as Slug)?.stance).toBe('standard-required');
  expect(saved).toEqual({ kind: 'saved', at: expect.any(String) as unknown });
  expect(shell.journals.get(shown!.id)).toEqual(lines(window));

  const fresh = await open('flow');
  expect(lines(fresh)).toEqual(lines(window));
  expect(fresh.state().sessions).toMatchObject([{ title: 'Passthrough', entries: lines(window).length }]);
});

test('commands that come faster than the disk still decide one after the other', async () => {
  const window = await withSession();
  const stances = ['standard-required', 'userspace-allowed', 'passthrough-niche', 'abstain'] as const;
  const who = 'ana' as Handle;
  await Promise.all(stances.map((stance) => window.run('record.stance', { who, subsystem: 'uvc' as Slug, stance })));
  const position = positionOf(window.state().open!.session, who, 'uvc' as Slug);
  expect(position?.history.map(({ stance }) => stance)).toEqual(stances);
  expect(position?.conflict).toBe(false);
  expect(window.state().open!.session.clashes.size).toBe(0);
});

test('two windows on one session come to show the same', async () => {
  const one = await withSession();
  const two = await open('flow');
  await one.run('record.stance', { who: 'ana' as Handle, subsystem: 'uvc' as Slug, stance: 'abstain' });
  await two.run('record.stance', { who: 'bo' as Handle, subsystem: 'uvc' as Slug, stance: 'passthrough-niche' });
  await one.run('record.line', 'note -- both at once');
  await expect.poll(() => [lines(one).length, lines(two).length]).toEqual([7, 7]);
  expect(lines(one)).toEqual(lines(two));
});

test('a typed line is dropped with what it recorded; one that can’t be recorded stays', async () => {
  const window = await withSession();
  const key = draftKey.entry(window.state().open!.id);
  const type = (text: string) => window.run('entry.type', { text, caret: text.length });
  await type('@ana #uvc std');
  await window.run('entry.record');
  expect(window.state().drafts[key]).toBeUndefined();
  const long = 'a'.repeat(2_001);
  await type(long);
  await window.run('entry.record');
  expect(window.state().drafts[key]).toBe(long);
  expect(window.state().message).toMatchObject({
    tone: 'error',
    text: expect.stringContaining('Too long by 1') as unknown,
  });
});

test('UX-7: half-typed text is there again after a restart', async () => {
  const window = await withSession();
  const { id } = window.state().open!;
  await window.run('entry.type', { text: '@ana st', caret: 7 });
  await new Promise((resolve) => setTimeout(resolve, 400));
  const fresh = await open('flow');
  expect(fresh.state().drafts[draftKey.entry(id)]).toBe('@ana st');
});

test('UX-5: undo names what it undid, redo what it did again, also after a restart', async () => {
  const window = await withSession();
  await window.run('record.line', '@bo obj #uvc -- unreadable reports // unless the layout is in the tree');
  const fresh = await open('flow');
  await fresh.run('edit.undo');
  expect(objections(fresh.state().open!.session)).toEqual([]);
  expect(fresh.state().message?.text).toMatch(/^Undone: .*bo/);
  await fresh.run('edit.redo');
  expect(objections(fresh.state().open!.session)).toHaveLength(1);
  expect(fresh.state().message?.text).toMatch(/^Redone: /);
});

test('UX-5: 500 changes are undone one by one, also after a restart, each by its name', async () => {
  const window = await withSession();
  const before = lines(window).length;
  for (let n = 1; n <= 500; n += 1) await window.run('record.line', `note -- number ${String(n)}.`);
  const fresh = await open('flow');
  const standing = (): readonly string[] => notes(fresh.state().open!.session).map(({ text }) => text);
  for (let n = 500; n >= 1; n -= 1) {
    await fresh.run('edit.undo');
    expect(fresh.state().message?.text).toContain(`number ${String(n)}.`);
  }
  expect(standing()).toEqual([]);
  for (let n = 1; n <= 3; n += 1) await fresh.run('edit.redo');
  expect(standing()).toEqual(['number 1.', 'number 2.', 'number 3.']);
  expect(lines(fresh)).toHaveLength(before + 1_003);
}, 60_000);

test('UX-20: while the journal fails the screen says since when and why within 2 s, and it is tried again by itself', async () => {
  const window = await withSession();
  await window.settled();
  shell.journal = 'refuses';
  await window.run('record.line', '@ana #uvc std');
  await expect
    .poll(() => window.state().saved)
    .toMatchObject({ kind: 'unsaved', why: expect.stringContaining('full') as unknown, waiting: 1 });
  await window.run('record.line', '@bo #uvc usr');
  expect(positionOf(window.state().open!.session, 'bo' as Handle, 'uvc' as Slug)?.stance).toBe('userspace-allowed');
  expect(window.state().notice?.action?.command).toBe('file.save-copy');
  shell.journal = 'takes';
  await window.settled();
  expect(window.state().saved.kind).toBe('saved');
  expect(window.state().notice).toBeUndefined();
  expect(new Set(shell.journals.get(window.state().open!.id))).toEqual(new Set(lines(window)));
});

test('UX-4: while neither copy takes a line it stays as it was typed, and is cleared when one has it', async () => {
  const window = await withSession();
  await window.settled();
  const key = draftKey.entry(window.state().open!.id);
  await window.run('entry.type', { text: '@ana #uvc std', caret: 13 });
  shell.journal = 'refuses';
  window.database().close({ disableAutoOpen: true });
  void window.run('entry.record');
  await expect.poll(() => window.state().saved.kind).toBe('unsaved');
  expect(window.state().entry.pending).toBeDefined();
  expect(window.state().drafts[key]).toBe('@ana #uvc std');
  shell.journal = 'takes';
  await expect.poll(() => window.state().drafts[key], { timeout: 10_000 }).toBeUndefined();
  expect(positionOf(window.state().open!.session, 'ana' as Handle, 'uvc' as Slug)?.stance).toBe('standard-required');
  await window.database().openFit();
  await window.settled();
});

test('UX-7: what is typed on in a dialog while what was recorded from it waits for its turn stays, also over a restart', async () => {
  const window = await withSession();
  await window.settled();
  const key = draftKey.note(window.state().open!.id);
  const type = (text: string) => window.run('draft.keep', { key, text: JSON.stringify({ text }) });
  // neither copy takes the line before it, which has the turn
  shell.journal = 'refuses';
  shell.room = false;
  window.database().close({ disableAutoOpen: true });
  const before = window.run('record.line', '@ana #uvc std');
  await expect.poll(() => window.state().saved.kind).toBe('unsaved');
  await type('one');
  const recording = window.run('note.keep', { text: 'one' });
  await type('one, and a second thought');
  shell.journal = 'takes';
  shell.room = true;
  await Promise.all([before, recording]);
  expect(notes(window.state().open!.session)).toMatchObject([{ text: 'one' }]);
  expect(window.state().drafts[key]).toBe('{"text":"one, and a second thought"}');
  await window.settled();
  await expect.poll(async () => (await window.database().drafts.get(key))?.text).toBe(window.state().drafts[key]);
  const fresh = await open('flow');
  expect(fresh.state().drafts[key]).toBe('{"text":"one, and a second thought"}');
}, 20_000);

test('UX-7: a title that is typed on while its session is made stays', async () => {
  const window = await open('flow');
  const type = (text: string) => window.run('draft.keep', { key: draftKey.newSession, text });
  await type('Passthrough');
  const created = window.run('session.create', { title: 'Passthrough' });
  await type('Passthrough, again');
  await created;
  expect(window.state().drafts[draftKey.newSession]).toBe(', again');
});

test('UX-7: a line that was changed and changed back while it was being stored is no half-typed text at the next start', async () => {
  const window = await withSession();
  await window.settled();
  const key = draftKey.entry(window.state().open!.id);
  const type = (text: string) => window.run('entry.type', { text, caret: text.length });
  const row = async () => window.database().drafts.get(key);
  await type('@ana #uvc std');
  await expect.poll(async () => (await row())?.text).toBe('@ana #uvc std');
  const first = (await row())?.typed ?? 0;
  // neither copy takes it at first
  shell.journal = 'refuses';
  vi.spyOn(window.database().entries, 'bulkAdd').mockRejectedValue(new Error('no answer'));
  const recording = window.run('entry.record');
  await type('@ana #uvc stdx');
  await type('@ana #uvc std');
  await expect.poll(async () => (await row().catch(() => undefined))?.typed, { timeout: 5_000 }).toBeGreaterThan(first);
  vi.restoreAllMocks();
  await recording;
  shell.journal = 'takes';
  await window.settled();
  expect(window.state().drafts[key]).toBeUndefined();
  await expect.poll(row).toBeUndefined();
  const fresh = await open('flow');
  expect(fresh.state().drafts[key]).toBeUndefined();
}, 20_000);

/** Types a line whose beginning the database keeps; then it refuses everything, the journal takes the line, and all is killed. */
async function recordedByJournalAlone(typeOn = ''): Promise<{ readonly key: string; readonly fresh: TestWindow }> {
  const window = await withSession();
  await window.settled();
  const key = draftKey.entry(window.state().open!.id);
  const type = (text: string) => window.run('entry.type', { text, caret: text.length });
  await type('@ana #uvc st');
  await expect.poll(async () => (await window.database().drafts.get(key))?.text).toBe('@ana #uvc st');
  shell.room = false;
  window.database().close({ disableAutoOpen: true });
  await type('@ana #uvc std');
  await window.run('entry.record');
  expect(window.state().drafts[key]).toBeUndefined();
  expect(shell.journals.get(window.state().open!.id)?.at(-1)).toContain('standard-required');
  if (typeOn !== '') {
    await type(typeOn);
    // tried, and refused
    await expect.poll(window.askToClose).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 400));
    shell.room = true;
    await expect
      .poll(
        async () =>
          (
            await window
              .database()
              .drafts.get(key)
              .catch(() => undefined)
          )?.text,
        { timeout: 10_000 },
      )
      .toBe(typeOn);
    window.close();
  }
  // the killed window hears of no room for ever
  const { journals, drafts } = shell;
  shell = memoryShell();
  for (const [session, kept] of journals) shell.journals.set(session, kept);
  for (const [session, kept] of drafts) shell.drafts.set(session, kept);
  const fresh = await open('flow');
  const stance = () => positionOf(fresh.state().open!.session, 'ana' as Handle, 'uvc' as Slug)?.stance;
  await expect.poll(stance).toBe('standard-required');
  return { key, fresh };
}

test('UX-7: a line that the journal alone had taken when all was killed is no half-typed text at the next start', async () => {
  const { key, fresh } = await recordedByJournalAlone();
  await expect.poll(() => fresh.state().drafts[key]).toBeUndefined();
  expect(await fresh.database().drafts.count()).toBe(0);
  expect([...shell.drafts.values()].flat()).toEqual([]);
});

test('UX-7: what was typed after such a line, while the database was closed, is there again', async () => {
  const { key, fresh } = await recordedByJournalAlone('@bo us');
  expect(fresh.state().drafts[key]).toBe('@bo us');
  expect(await fresh.database().drafts.count()).toBe(1);
});

test('a title that was changed and changed back by undo is right in the list', async () => {
  const window = await withSession();
  await window.run('session.amend', { title: 'Renamed' });
  await expect.poll(() => window.state().sessions[0]?.title).toBe('Renamed');
  await window.run('edit.undo');
  expect(meetingOf(window.state().open!.session)?.title).toBe('Passthrough');
  await expect.poll(() => window.state().sessions[0]?.title).toBe('Passthrough');
});

test('whatever is recorded, a fresh reading folds to the same', async () => {
  const step = fc.oneof(
    fc.record({
      who: fc.constantFrom('ana', 'bo'),
      stance: fc.constantFrom('standard-required', 'userspace-allowed', 'abstain', 'none'),
    }),
    fc.constantFrom('undo', 'redo'),
    fc.string({ minLength: 1, maxLength: 20 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      shell = memoryShell();
      const name = `property ${String(Math.random())}`;
      const window = await openWindow(shell, name);
      await window.run('session.create', { title: 'Any' });
      await window.run('record.line', '+ #uvc');
      for (const each of steps) {
        if (each === 'undo' || each === 'redo') await window.runById(`edit.${each}`);
        else if (typeof each === 'string') await window.run('record.line', each);
        else await window.runById('record.stance', { ...each, subsystem: 'uvc' });
      }
      await window.settled();
      const fresh = await openWindow(shell, name);
      try {
        expect(lines(fresh)).toEqual(lines(window));
        expect(new Set(shell.journals.get(window.state().open!.id))).toEqual(new Set(lines(window)));
      } finally {
        window.close();
        fresh.close();
        await Dexie.delete(name);
      }
    }),
    { numRuns: Math.ceil(runs / 20) },
  );
});
