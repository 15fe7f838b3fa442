import { app, type BrowserWindow } from 'electron';
import type { ShellEvent, WindowAct } from '../shared/ipc';
import { assertNever, ok, refuse, type Result } from '../shared/result';
import { mendDatabase } from './database-mending';
import type { Projector } from './projector-window';
import { orderQuarantine, type SettingAside } from './quarantine';
import { setZoom } from './window';
import type { WindowFile } from './window-file';
import { zoomStep } from './window-state';

/** What is acted with. */
interface Acting {
  readonly windowFile: WindowFile;
  readonly projector: Projector;
  readonly send: (event: ShellEvent) => void;
}

/** Does to a window what its page can't do itself. */
export function actOn(
  window: BrowserWindow,
  act: WindowAct,
  { windowFile: file, projector, send }: Acting,
): Result<true> | Promise<Result<true>> {
  switch (act) {
    case 'close':
      window.close();
      return ok(true);
    case 'zoom-in':
      return zoomed(window, file, 'in');
    case 'zoom-out':
      return zoomed(window, file, 'out');
    case 'zoom-reset':
      return zoomed(window, file, 'reset');
    case 'fullscreen':
      window.setFullScreen(!window.isFullScreen());
      return ok(true);
    case 'about':
      app.showAboutPanel();
      return ok(true);
    case 'developer-tools':
      if (app.isPackaged) return refuse('the developer tools are only in a checkout: start the app with npm start');
      window.webContents.openDevTools({ mode: 'detach' });
      return ok(true);
    case 'projector-open':
      projector.open();
      return ok(true);
    case 'projector-close':
      projector.close();
      return ok(true);
    case 'mend-database':
      return mendDatabase(app.getPath('userData'), (text) => {
        send({ type: 'trouble', text });
      });
    case 'set-aside-database':
      return startAgain('database');
    case 'set-aside-everything':
      return startAgain('everything');
    default:
      return assertNever(act);
  }
}

/** A database that the page has open can't be moved: the next start does it, before anything opens it. */
function startAgain(aside: SettingAside): Result<true> {
  orderQuarantine(app.getPath('userData'), aside);
  app.relaunch();
  app.quit();
  return ok(true);
}

function zoomed(window: BrowserWindow, file: WindowFile, direction: 'in' | 'out' | 'reset'): Result<true> {
  setZoom(window, file, zoomStep(file.current().zoom, direction));
  return ok(true);
}
