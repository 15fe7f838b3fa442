import type { Bridge, Channel, Requests, ShellEvent } from '../../shared/ipc';
import { refuse, type Result } from '../../shared/result';

declare global {
  interface Window {
    /** what the preload puts there; absent in a plain browser */
    readonly gavel?: Bridge;
  }
}

let connected: Bridge | undefined;

/** Puts another shell in the place of `window.gavel`: for tests, and for pages in a plain browser. */
export function connectBridge(bridge: Bridge): void {
  connected = bridge;
}

function shell(): Bridge {
  connected ??= window.gavel;
  if (connected === undefined) throw new Error('This page has no shell: open it with Gavel.');
  return connected;
}

/** The channels whose answer says whether it was done. */
type AnsweringChannel = {
  [C in Channel]: Requests[C]['answer'] extends Result<unknown> ? C : never;
}[Channel];

/** Asks the shell for something. A shell that doesn't answer as agreed is a refusal too: the page goes on. */
export async function ask<C extends AnsweringChannel>(
  channel: C,
  request: Requests[C]['request'],
): Promise<Requests[C]['answer']> {
  try {
    return await shell().request(channel, request);
  } catch (error) {
    // every answer of these channels is a Result, which the compiler can't see through the map
    return refuse(`The program behind the window did not answer: ${String(error)}`);
  }
}

/** Asked once at start: who and where we are. */
export function askHello(): Promise<Requests['hello']['answer']> {
  return shell().request('hello', {});
}

/** Listens to the shell; answers how to stop. */
export function onShellEvent(listener: (event: ShellEvent) => void): () => void {
  return shell().onEvent(listener);
}
