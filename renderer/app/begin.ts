import type { ShellEvent } from '../../shared/ipc';
import { assertNever, refusalText } from '../../shared/result';
import { ask, onShellEvent } from '../bridge/bridge';
import { menuKeys, readKeymap } from '../commands/keymap';
import { listenToKeys } from '../commands/keys';
import { run, runById } from '../commands/run';
import { holdWindow } from '../store/closing';
import { showNotice } from '../store/screen';
import { takeKeymap } from '../store/settings';
import { getState, subscribe } from '../store/store';
import { start } from '../store/start';
import { tellOfTrouble } from '../store/start-told';

/** Connects the page: keys, the shell's menu and files, and what was kept. */
export async function begin(): Promise<void> {
  listenToKeys(window);
  holdWindow(window);
  onShellEvent((event) => void heard(event));
  const announced = await start();
  takeChosenKeys();
  for (const path of announced) await run('file.announced', path);
}

/** Keys that a person chose, and what is wrong in their files, which are theirs to correct. */
function takeChosenKeys(): void {
  const { hello } = getState();
  if (hello === undefined) return;
  const { keymap, mistakes } = readKeymap(hello.keys);
  subscribe((state, before) => {
    if (state.keymap !== before.keymap) void ask('settings-write', { menu: menuKeys(state.keymap) });
  });
  takeKeymap(keymap);
  const all = [...hello.mistakes, ...mistakes];
  if (all.length === 0) return;
  showNotice({
    tone: 'error',
    text: `Not all of the settings in ${hello.dataFolder} can be used.`,
    detail: all.map(refusalText),
  });
}

function heard(event: ShellEvent): Promise<void> {
  switch (event.type) {
    case 'command':
      return runById(event.command);
    case 'file-announced':
      return run('file.announced', event.path);
    case 'close-asked':
      return run('app.close');
    case 'trouble':
      tellOfTrouble(event);
      return Promise.resolve();
    case 'projector-closed':
      return run('projector.closed', 'gone');
    default:
      return assertNever(event);
  }
}
