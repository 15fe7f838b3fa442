import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Slug } from '../../shared/record/ids';
import { queueOf, speaker } from '../../shared/session/queue';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow, type TestWindow } from '../testing/window';

const uvc = 'uvc' as Slug;
let window: TestWindow;

beforeEach(async () => {
  window = await openWindow(memoryShell({ settings: { me: { handle: 'sue' } } }), 'queue');
  await window.run('session.create', { title: 'Passthrough' });
  for (const line of ['+ @ana', '+ @bo', '+ @cat', '+ #uvc', '#uvc', 'q+ @ana', 'q+ @bo', 'q+ @cat'])
    await window.run('record.line', line);
});
afterEach(async () => {
  window.close();
  await Dexie.delete('queue');
});

const waiting = () => queueOf(window.state().open!.session, uvc).waiting.map(({ who }) => who);

test('of two presses at once, before the first is on the disk, one calls the next speaker', async () => {
  await Promise.all([window.run('queue.next'), window.run('queue.next')]);
  expect(speaker(window.state().open!.session)?.who).toBe('ana');
  expect(waiting()).toEqual(['bo', 'cat']);
});

test('a press for a speaker who was replaced meanwhile does nothing', async () => {
  await window.run('record.line', 'ack');
  const shown = speaker(window.state().open!.session)?.called;
  await window.run('record.line', 'ack');
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await window.run('queue.next', { after: shown });
  expect(speaker(window.state().open!.session)?.who).toBe('bo');
  await window.run('queue.next');
  expect(speaker(window.state().open!.session)?.who).toBe('cat');
});
