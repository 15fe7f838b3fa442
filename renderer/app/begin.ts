import type { ShellEvent } from '../../shared/ipc';
import { assertNever } from '../../shared/result';
import { onShellEvent } from '../bridge/bridge';
import { listenToKeys } from '../commands/keys';
import { run, runById } from '../commands/run';
import { holdWindow } from '../store/closing';
import { start } from '../store/start';

/** Connects the page: keys, the shell's menu and files, and what was kept. */
export async function begin(): Promise<void> {
  listenToKeys(window);
  holdWindow(window);
  onShellEvent((event) => void heard(event));
  for (const path of await start()) await run('file.announced', path);
}

function heard(event: ShellEvent): Promise<void> {
  switch (event.type) {
    case 'command':
      return runById(event.command);
    case 'file-announced':
      return run('file.announced', event.path);
    case 'close-asked':
      return run('app.close');
    case 'projector-closed':
      return run('projector.closed', 'gone');
    default:
      return assertNever(event);
  }
}
