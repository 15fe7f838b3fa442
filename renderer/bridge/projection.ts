import type { Projection } from '../../shared/projector/picture';

/** From the projector's page, once it can show something. */
const READY = 'ready';

/** The moderator's end: what is shown last is told again to a projector that opens or loads again. */
export interface ProjectionSource {
  readonly show: (projection: Projection) => void;
  readonly close: () => void;
}

export function openProjectionSource(): ProjectionSource {
  const channel = openChannel();
  let last: Projection | undefined;
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === READY && last !== undefined) channel.postMessage(last);
  };
  return {
    show: (projection) => {
      last = projection;
      channel.postMessage(projection);
    },
    close: () => {
      channel.close();
    },
  };
}

/** The projector's end. It hears pictures and says nothing but that it is there. */
export function followProjection(show: (projection: Projection) => void): () => void {
  const channel = openChannel();
  channel.onmessage = ({ data }: MessageEvent<Projection | typeof READY>) => {
    if (data !== READY) show(data);
  };
  channel.postMessage(READY);
  return () => {
    channel.close();
  };
}

/** Both pages are of one origin, and nothing else is: no message of this channel comes from outside. */
function openChannel(): BroadcastChannel {
  return new BroadcastChannel('gavel-projector');
}
