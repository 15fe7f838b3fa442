import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Settings } from '../shared/ipc';
import { confined } from './confined';
import { INDEX } from './origin';
import type { WindowFile } from './window-file';
import { clampBounds, MINIMUM, USUAL } from './window-state';

/** The page's own backgrounds, so that nothing flashes before its style sheet is there. */
const BACKGROUND = { light: '#ffffff', dark: '#161719' } as const;
/** Bounds are kept once a window has stood still for this long. */
const REST_MS = 400;

/** Opens the window of the app where it last stood, and shows it when there is something to see. */
export function openWindow(file: WindowFile): BrowserWindow {
  const { bounds, maximised, zoom } = file.current();
  const window = new BrowserWindow({
    ...(bounds === undefined ? USUAL : clampBounds(bounds, workAreas())),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    backgroundColor: background(),
    autoHideMenuBar: true,
    title: 'Gavel',
    ...confined({ preload: path.join(__dirname, 'preload.cjs'), zoomFactor: zoom / 100 }),
  });
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  // Chromium remembers a zoom per origin, which is older than ours.
  window.webContents.on('did-finish-load', () => {
    window.webContents.setZoomFactor(file.current().zoom / 100);
  });
  keepBounds(window, file);
  void window.loadURL(INDEX);
  return window;
}

/** Sets the zoom of a window, in per cent, and keeps it. */
export function setZoom(window: BrowserWindow, file: WindowFile, zoom: number): void {
  window.webContents.setZoomFactor(zoom / 100);
  file.keep({ ...file.current(), zoom });
}

/** Makes theme and background what the person chose. */
export function applyTheme(theme: Settings['theme'], window?: BrowserWindow): void {
  nativeTheme.themeSource = theme ?? 'system';
  window?.setBackgroundColor(background());
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}

function keepBounds(window: BrowserWindow, file: WindowFile): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    // A move that was under way may be told after the window is gone.
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    file.keep({ ...file.current(), bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  };
  const keepSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, REST_MS);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('maximize', keepSoon);
  window.on('unmaximize', keepSoon);
  window.on('close', keep);
}
