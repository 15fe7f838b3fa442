import { ipcMain, type BrowserWindow } from 'electron';
import type { Channel, Requests } from '../shared/ipc';
import { ORIGIN } from './origin';
import { readers, type Read } from './requests';

/** What answers a channel: the request as the gate read it, and the window it came from. */
export type Handlers = {
  readonly [C in Channel]: (
    request: Read[C],
    from: BrowserWindow,
  ) => Requests[C]['answer'] | Promise<Requests[C]['answer']>;
};

/**
 * Opens all channels, and there are no others. A request is served only if it comes from the main frame of our window,
 * at our origin, and is what the contract says; else it is logged and rejected.
 */
export function answerRequests(handlers: Handlers, window: BrowserWindow): void {
  for (const channel of channelsOf(handlers)) serve(channel, handlers, window);
}

function serve<C extends Channel>(channel: C, handlers: Pick<Handlers, C>, window: BrowserWindow): void {
  const read = readers[channel];
  const handle = handlers[channel];
  ipcMain.handle(channel, (event, value: unknown) => {
    // Read at once: a frame that navigates away is gone, and a missing one is refused.
    const { senderFrame } = event;
    const ours =
      senderFrame !== null &&
      senderFrame === window.webContents.mainFrame &&
      senderFrame.origin === ORIGIN &&
      senderFrame.url.startsWith(`${ORIGIN}/`);
    if (!ours) return reject(channel, `its sender is not our page but ${senderFrame?.url ?? 'a frame that is gone'}`);
    const request = read(value);
    if (request === undefined) return reject(channel, 'the request is not of the contract');
    return handle(request, window);
  });
}

/** Rejects the page's promise; Electron writes the same to the terminal. */
function reject(channel: Channel, why: string): never {
  throw new Error(`${channel} was refused: ${why}`);
}

function channelsOf(handlers: Handlers): Channel[] {
  return Object.keys(handlers).filter((name): name is Channel => name in handlers);
}
