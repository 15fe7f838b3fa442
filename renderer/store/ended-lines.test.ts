import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Handle, Slug } from '../../shared/record/ids';
import { positionOf } from '../../shared/session/positions';
import type { TestWindow } from '../testing/window';
import { windowOfEach } from '../testing/window-of-each';
import { draftKey } from './drafts';

const own = windowOfEach('ended-lines');

async function inRoom(): Promise<TestWindow> {
  await own.window.run('session.create', { title: 'Passthrough' });
  await own.window.run('record.line', '+ #uvc -- USB Video');
  await own.window.run('people.add-list', 'Ana Lind <ana@kernel.example>\nBo Kay <bo@kernel.example>');
  return own.window;
}

test('an undo right after two lines undoes the second: neither waits behind what is done after it', async () => {
  const window = await inRoom();
  const type = (text: string) => window.run('entry.type', { text, caret: text.length });
  await type('@ana #uvc std');
  const first = window.run('entry.record');
  await type('@ana #uvc std@bo #uvc usr');
  await Promise.all([first, window.run('entry.record'), window.run('edit.undo')]);
  expect(window.state().message?.text).toMatch(/^Undone: bo/);
  expect(own.entries().at(-1)?.kind).toBe('entry-struck');
  expect(window.state().drafts).toEqual({});
});

test('a line that fails on its way can be changed again', async () => {
  const window = await inRoom();
  const type = (text: string) => window.run('entry.type', { text, caret: text.length });
  await type('@ana #uvc std from <a@b.example>');
  window.database().close();
  await window.runById('entry.record');
  await type('@ana #uvc std');
  expect(window.state().drafts[draftKey.entry(window.state().open!.id)]).toBe('@ana #uvc std');
});

test('Tab completes and fixes the line behind one that is on its way', async () => {
  const window = await inRoom();
  const key = draftKey.entry(window.state().open!.id);
  const type = (text: string) => window.run('entry.type', { text, caret: text.length });
  await type('@ana #uvc std');
  const first = window.run('entry.record');
  await type('@ana #uvc std@b');
  await window.run('entry.complete');
  expect(window.state().drafts[key]).toBe('@ana #uvc std@bo');
  await type('@ana #uvc std@bo #uvc sdt ');
  await window.run('entry.complete');
  expect(window.state().drafts[key]).toBe('@ana #uvc std@bo #uvc std ');
  await first;
  expect(window.state().drafts[key]).toBe('@bo #uvc std ');
});

test('UX-4: what is typed on while a line is stored stands behind it, and another Enter records it as the next line', async () => {
  const window = await inRoom();
  const { open } = window.state();
  const text = () => window.state().drafts[draftKey.entry(open!.id)] ?? '';
  const type = (more: string) => window.run('entry.type', { text: text() + more, caret: text().length + more.length });
  await type('@ana #uvc std');
  const first = window.run('entry.record');
  const twice = window.run('entry.record');
  await type('@ana #uvc usr');
  expect(text()).toBe('@ana #uvc std@ana #uvc usr');
  await window.run('entry.delete-line');
  expect(text()).toBe('@ana #uvc std@ana #uvc usr');
  const second = window.run('entry.record');
  await type('so');
  await Promise.all([first, twice, second]);
  expect(text()).toBe('so');
  expect(window.state().entry).toMatchObject({ caret: 2, pending: undefined });
  const position = positionOf(window.state().open!.session, 'ana' as Handle, 'uvc' as Slug);
  expect(position?.history.map(({ stance }) => stance)).toEqual(['standard-required', 'userspace-allowed']);
  await window.settled();
});

test('UX-7: what is typed on while a line is read that stands already stays', async () => {
  const window = await inRoom();
  const key = draftKey.entry(window.state().open!.id);
  await window.run('record.line', 'here @ana');
  await window.run('entry.type', { text: 'here @ana', caret: 9 });
  const recording = window.run('entry.record');
  await window.run('entry.type', { text: 'here @ana and more', caret: 18 });
  await recording;
  expect(window.state().drafts[key]).toBe(' and more');
  expect(own.entries().filter(({ kind }) => kind === 'attendance-noted')).toHaveLength(1);
});
