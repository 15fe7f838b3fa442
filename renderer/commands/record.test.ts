import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Handle, Slug } from '../../shared/record/ids';
import { standingCall } from '../../shared/session/calls';
import { objections } from '../../shared/session/objections';
import { people } from '../../shared/session/people';
import { positionOf } from '../../shared/session/positions';
import { openSubsystem } from '../../shared/session/subsystems';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow, type TestWindow } from '../testing/window';

const uvc = 'uvc' as Slug;
const ana = 'ana' as Handle;
let shell = memoryShell();
let window: TestWindow;

beforeEach(async () => {
  shell = memoryShell();
  window = await openWindow(shell, 'record');
  await window.run('session.create', {
    title: 'Passthrough',
    thread: { root: 'a@b', subject: 'x', list: 'summit@lists.example.org' },
  });
  await window.run('record.line', '+ #uvc -- USB Video');
  await window.run('people.add-list', 'Ana\nBo\nCy');
});
afterEach(async () => {
  window.close();
  await Dexie.delete('record');
});

const session = () => window.state().open!.session;
const message = () => window.state().message;

test('a stance key acts on the selected row', async () => {
  await window.run('select.cell', { who: ana, subsystem: uvc });
  await window.run('record.userspace');
  expect(positionOf(session(), ana, uvc)?.stance).toBe('userspace-allowed');
  expect(message()?.text).toMatch(/^Recorded: /);
});

test('a row without a position has no words to copy, and says so', async () => {
  await window.run('row.copy');
  expect(message()?.text).toContain('Nobody is selected.');
  await window.run('select.cell', { who: ana, subsystem: uvc });
  await window.run('row.copy');
  expect(message()?.text).toBe('ana holds nothing on #uvc: there are no words to copy.');
});

test('where rows are tagged it acts on all of them, as one act', async () => {
  await window.run('select.row', { who: ana });
  await window.run('select.tag');
  await window.run('select.row', { who: 'bo' as Handle });
  await window.run('select.tag');
  await window.run('select.row', { who: 'cy' as Handle });
  await window.run('record.standard');
  const stances = ['ana', 'bo', 'cy'].map((who) => positionOf(session(), who as Handle, uvc)?.stance);
  expect(stances).toEqual(['standard-required', 'standard-required', undefined]);
  expect(window.state().selection.tagged).toEqual([]);
  await window.run('edit.undo');
  expect(['ana', 'bo'].map((who) => positionOf(session(), who as Handle, uvc))).toEqual([undefined, undefined]);
});

test('a stance that stands already records nothing and keeps what was said with it', async () => {
  await window.run('record.line', '@ana #uvc std -- bug reports');
  const before = session().entries.size;
  await window.run('record.stance', { who: ana, subsystem: uvc, stance: 'standard-required' });
  expect(session().entries.size).toBe(before);
  expect(positionOf(session(), ana, uvc)?.rationale).toBe('bug reports');
});

test('a rationale is edited in place: stance and conditions stay', async () => {
  await window.run('record.line', '@ana #uvc usr -- works today // if it is open');
  await window.run('record.keep-rationale', {
    who: ana,
    subsystem: uvc,
    rationale: 'works',
    conditions: ['it is open'],
  });
  const position = positionOf(session(), ana, uvc);
  expect([position?.stance, position?.rationale, position?.conditions.map(({ text }) => text)]).toEqual([
    'userspace-allowed',
    'works',
    ['it is open'],
  ]);
  await window.run('record.keep-rationale', { who: ana, subsystem: uvc, rationale: ' ' });
  expect(positionOf(session(), ana, uvc)?.rationale).toBeUndefined();
});

test('an objection is raised, settled by its author, and reopened', async () => {
  await window.run('record.raise-objection', {
    who: ana,
    on: { subsystem: uvc },
    rationale: 'unreadable',
    remedy: 'a layout',
  });
  await window.run('record.settle');
  const [objection] = objections(session());
  expect(window.state().overlays).toEqual([{ kind: 'settle', objection: objection!.id }]);
  await window.run('record.settle-objection', { objection: objection!.id, disposition: 'withdrawn' });
  expect(window.state().overlays).toEqual([]);
  expect(objections(session())[0]?.disposition).toBe('withdrawn');
  await window.run('record.settle-objection', { objection: objection!.id, disposition: 'open' });
  expect(objections(session())[0]?.disposition).toBe('open');
});

test('UX-23: a call is stored with the assessment it was made on, which has no part in it', async () => {
  await window.run('record.line', '@ana #uvc pass');
  await window.run('record.make-call', {
    on: { subsystem: uvc },
    call: 'rough',
    stance: 'standard-required',
    statement: 'So.',
  });
  const call = standingCall(session(), { subsystem: uvc })?.entry;
  expect(call).toMatchObject({ call: 'rough', stance: 'standard-required', assessment: { state: 'below-quorum' } });
  await window.run('record.reopen-call', { on: { subsystem: uvc } });
  expect(standingCall(session(), { subsystem: uvc })).toBeUndefined();
});

test('the screen turns with the room', async () => {
  await window.run('record.line', '+ #cxl');
  expect(window.state().selection.subsystem).toBe('uvc');
  await window.run('record.line', '#cxl');
  expect(window.state().selection.subsystem).toBe('cxl');
  await window.run('select.subsystem', uvc);
  await window.run('subsystem.turn-to');
  expect(openSubsystem(session())?.slug).toBe('uvc');
});

test('a pasted list is one act', async () => {
  expect(people(session()).map(({ handle }) => handle)).toEqual(['ana', 'bo', 'cy']);
  await window.run('edit.undo');
  expect(people(session())).toEqual([]);
});

test('what is refused is said, and records nothing', async () => {
  const before = session().entries.size;
  await window.run('record.make-call', { on: { subsystem: uvc }, call: 'rough' });
  expect(message()).toMatchObject({ tone: 'error', text: 'Rough consensus for what? Add std, usr or pass.' });
  expect(session().entries.size).toBe(before);
});

test('the : line runs commands by word, id or the start of a title, and asks before :set-all', async () => {
  await window.run('line.run', 'matrix');
  expect(window.state().view).toBe('matrix');
  await window.run('line.run', ':w');
  expect(message()?.text).toContain('/data');
  await window.run('record.line', '@bo #uvc pass');
  await window.run('line.run', 'undo');
  expect(message()?.text).toBe('Undone: bo on #uvc: passthrough niche, first position');
  await window.run('line.run', 'nonsense');
  expect(message()).toMatchObject({ tone: 'error', text: 'No command "nonsense". Find or run lists them all.' });
  await window.run('record.line', '@ana #uvc abs');
  await window.run('line.run', 'set-all abs');
  expect(window.state().overlays).toMatchObject([
    { kind: 'confirm', text: 'Records abstain for 2 of 3 people on #uvc, as one act. Undo takes it back.' },
  ]);
  await window.run('layer.confirm');
  expect(['ana', 'bo', 'cy'].every((who) => positionOf(session(), who as Handle, uvc)?.stance === 'abstain')).toBe(
    true,
  );
});

test('the summary goes to the clipboard and into a file, addressed as the thread says', async () => {
  await window.run('settings.me', { handle: 'ana', name: 'Lind, Ana', address: 'ana@kernel.example.org' });
  await window.run('summary.copy');
  expect(shell.given.at(-1)).toContain('uvc');
  await window.run('summary.save-eml');
  const eml = shell.given.at(-1)!;
  expect(eml).toContain('\nTo: summit@lists.example.org\n');
  expect(eml).toContain('\nIn-Reply-To: <a@b>\n');
  expect(eml).toContain('From: "Lind, Ana" <ana@kernel.example.org>\n');
  await window.run('summary.mail');
  expect(shell.asked.at(-1)).toMatchObject({
    channel: 'mail-open',
    request: { to: ['summit@lists.example.org'], inReplyTo: 'a@b' },
  });
  // MAIL-25
  expect(message()?.text).toContain('Only the saved file keeps the thread.');
});

test('a command that fails is said, and the next one works', async () => {
  await window.runById('record.line', { not: 'a text' });
  expect(message()?.tone).toBe('error');
  await window.run('record.line', '@ana #uvc std');
  expect(positionOf(session(), ana, uvc)?.stance).toBe('standard-required');
});

test('a line that says what stands already is cleared, and says so', async () => {
  await window.run('record.line', '#uvc');
  const before = session().entries.size;
  await window.run('entry.type', { text: '#uvc', caret: 4 });
  await window.run('entry.record');
  expect(session().entries.size).toBe(before);
  expect(message()?.text).toBe('The room is there already.');
  expect(Object.values(window.state().drafts)).toEqual([]);
});

test('a command that is given twice records once, and says what stands', async () => {
  await window.run('record.line', 'poll -- so? : yes : no');
  await window.run('poll.reveal');
  const before = session().entries.size;
  await window.run('poll.reveal');
  await window.run('people.attend', { who: [ana], state: 'present' });
  await window.run('people.attend', { who: [ana], state: 'present' });
  expect(session().entries.size).toBe(before + 1);
  expect(message()).toMatchObject({ tone: 'error', text: 'ana is here already.' });
});
