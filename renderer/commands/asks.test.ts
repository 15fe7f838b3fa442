import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import type { Handle, Slug } from '../../shared/record/ids';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow } from '../testing/window';
import { COMMANDS } from './registry';

afterEach(() => Dexie.delete('asks'));

test('UX-6: nothing that undo takes back asks first, whatever is run', async () => {
  const window = await openWindow(memoryShell(), 'asks');
  await window.run('session.create', { title: 'Passthrough' });
  for (const line of ['+ @ana', '+ #uvc', '#uvc', '@ana std -- works', '@ana obj -- no', 'q+ @ana'])
    await window.run('record.line', line);
  const id = window.state().open!.id;
  const asking: string[] = [];
  for (const { id: command, input } of COMMANDS) {
    // a folder is chosen in a document, which this window has not
    if (input === 'needed' || command === 'file.open-folder') continue;
    if (window.state().open?.id !== id) await window.run('session.open', id);
    await window.run('select.cell', { who: 'ana' as Handle, subsystem: 'uvc' as Slug });
    await window.runById(command);
    if (window.state().overlays.some(({ kind }) => kind === 'confirm')) asking.push(command);
    while (window.state().overlays.length > 0) await window.run('layer.close');
  }
  window.close();
  // a session that is deleted comes back from a file, not by undo
  expect(asking).toEqual(['session.delete']);
});
