import { contextBridge, ipcRenderer } from 'electron';
import { SHELL_EVENT, type Bridge, type ShellEvent } from '../shared/ipc';

const listeners = new Set<(event: ShellEvent) => void>();
/** What arrived before the page listened. */
let early: ShellEvent[] = [];

ipcRenderer.on(SHELL_EVENT, (_, event: ShellEvent) => {
  if (listeners.size === 0) early.push(event);
  else for (const listener of listeners) listener(event);
});

/** All that the page knows of the shell. Neither Electron's objects nor its events pass through. */
const bridge = {
  request: (channel, request) => ipcRenderer.invoke(channel, request),
  onEvent: (listener) => {
    listeners.add(listener);
    const waiting = early;
    early = [];
    for (const event of waiting) listener(event);
    return () => {
      listeners.delete(listener);
    };
  },
} satisfies Bridge;

contextBridge.exposeInMainWorld('gavel', bridge);
