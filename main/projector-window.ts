import { BrowserWindow, screen } from 'electron';
import { confined } from './confined';
import { PROJECTOR } from './origin';

/** A picture of 16:9 in a window that can be taken by hand to where it belongs. */
const USUAL = { width: 1024, height: 576 } as const;
const MINIMUM = { width: 320, height: 180 } as const;

/** The projector: a second window that shows a picture, asks the shell nothing and has no menu. */
export interface Projector {
  readonly open: () => void;
  readonly close: () => void;
}

/**
 * The projector of a window. Where the system places windows as it is told (not under Wayland, electron/electron#43493)
 * and there is another display, it fills that one; else it is a window that is moved to the beamer and put on the whole
 * screen with F11. `closed` is called when it is gone, however that came about.
 */
export function projectorOf(window: BrowserWindow, closed: () => void): Projector {
  let projector: BrowserWindow | undefined;
  window.on('closed', () => projector?.destroy());
  // an unplugged beamer takes the window's place away, not the window: back to where a person can see it
  screen.on('display-removed', () => {
    if (projector !== undefined) bringHome(projector);
  });
  return {
    open: () => {
      if (projector !== undefined) {
        projector.show();
        return;
      }
      projector = openProjector(window);
      projector.on('closed', () => {
        projector = undefined;
        closed();
      });
    },
    close: () => projector?.close(),
  };
}

function openProjector(window: BrowserWindow): BrowserWindow {
  const beamer = otherDisplay(window);
  const projector = new BrowserWindow({
    ...(beamer?.bounds ?? USUAL),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    fullscreen: beamer !== undefined,
    backgroundColor: '#ffffff',
    title: 'Gavel projector',
    show: false,
    // what the room sees goes on while another window covers it
    ...confined({ backgroundThrottling: false }),
  });
  projector.removeMenu();
  projector.once('ready-to-show', () => {
    projector.showInactive();
  });
  projector.webContents.on('before-input-event', (event, { type, key }) => {
    if (type !== 'keyDown' || (key !== 'F11' && key !== 'Escape')) return;
    event.preventDefault();
    projector.setFullScreen(key === 'F11' && !projector.isFullScreen());
  });
  void projector.loadURL(PROJECTOR);
  return projector;
}

/** A display that the moderator's window is not on. */
function otherDisplay(window: BrowserWindow): Electron.Display | undefined {
  const here = screen.getDisplayMatching(window.getBounds());
  return screen.getAllDisplays().find(({ id }) => id !== here.id);
}

function bringHome(projector: BrowserWindow): void {
  const { workArea } = screen.getPrimaryDisplay();
  const seen = screen.getAllDisplays().some(({ bounds }) => overlaps(bounds, projector.getBounds()));
  if (seen && screen.getAllDisplays().length > 1) return;
  projector.setFullScreen(false);
  projector.setBounds({ x: workArea.x, y: workArea.y, ...USUAL });
}

function overlaps(a: Electron.Rectangle, b: Electron.Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
