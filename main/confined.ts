import type { WebPreferences } from 'electron';

/** What a page may do, for the options of its window: nothing but what its preload, if it has one, hands it. */
export function confined(
  more: Pick<WebPreferences, 'preload' | 'zoomFactor' | 'backgroundThrottling' | 'javascript' | 'session'>,
): Pick<Electron.BrowserWindowConstructorOptions, 'webPreferences'> {
  return {
    webPreferences: {
      ...more,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // else a page could put up the system's file chooser itself, which no permission handler is asked about
      disableBlinkFeatures: 'FileSystemAccessLocal',
    },
  };
}
