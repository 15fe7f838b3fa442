import { app, type Session } from 'electron';
import { log } from './log';
import { INDEX, ORIGIN, SCHEME } from './origin';

/**
 * Switches that keep Chromium itself off the network: no name resolves, no proxy is asked for, nothing is updated or
 * reported. Must run before Electron is ready.
 */
export function silenceChromium(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('no-proxy-server');
}

/**
 * Every renderer runs in the operating system's sandbox, whatever a window asks for. Before ready. Where Chromium was
 * started without one, because root can't have it, insisting would only crash each of its processes.
 */
export function sandboxAll(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

/** No page gets any permission. The request handler alone would leave checks answered with yes. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Requests reach our own files and nothing else; outside a package the developer tools may load theirs. */
export function blockNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const allowed = isAllowed(url);
    if (!allowed) log(`a request that does not start with ${SCHEME}: was refused: ${url.slice(0, 200)}`);
    callback({ cancel: !allowed });
  });
}

/** No contents of any kind leave our origin, open a window, or embed a web view. Covers frames and redirects too. */
export function confineContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', refuse);
    contents.on('will-frame-navigate', refuse);
    contents.on('will-redirect', refuse);
    contents.on('will-attach-webview', refuse);
    // about:blank is never announced, and inherits our origin: whoever arrives there is brought back.
    contents.on('did-navigate', (_navigated, url) => {
      if (!isAllowed(url)) void contents.loadURL(INDEX);
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // WebRTC would otherwise send UDP past every filter above.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

function isAllowed(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`) || (!app.isPackaged && url.startsWith('devtools://'));
}

function refuse(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
