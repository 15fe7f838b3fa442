import type { Id } from '../../shared/record/ids';

/** Tells other windows that a session got new rows. A window doesn't hear itself. */
export interface Channel {
  readonly tell: (session: Id) => void;
  readonly close: () => void;
}

export function openChannel(heard: (session: Id) => void): Channel {
  const channel = new BroadcastChannel('gavel-record');
  channel.onmessage = (event: MessageEvent<Id>) => {
    heard(event.data);
  };
  return {
    tell: (session) => {
      channel.postMessage(session);
    },
    close: () => {
      channel.close();
    },
  };
}
