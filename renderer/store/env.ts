import type { Env } from '../../shared/record/env';
import { isHandle, toInstant, toKey, toWriter, type Handle, type Instant } from '../../shared/record/ids';
import { getState, setState } from './store';

/** Made anew at each load of the page, so that no two windows or restored profiles mint one id. */
const writer = toWriter(crypto.getRandomValues(new Uint8Array(8)));
const MINUTE = 60_000;

/** Time, scribe and origin for a decide function, as they are now. */
export function env(): Env {
  return { now: Date.now(), by: scribe(), writer };
}

/** Who records: as first run was told, else as git knows, else `scribe`. */
export function scribe(): Handle {
  const { settings, hello } = getState();
  const handle = settings.me?.handle ?? toKey(hello?.gitUser.name ?? '') ?? 'scribe';
  return isHandle(handle) ? handle : ('scribe' as Handle);
}

/** The moment that is now. */
export function now(): Instant {
  return toInstant(Date.now());
}

/** Moves `asOf` with the clock, on the minute: holds run out and windows end while nobody types. */
export function tick(): void {
  setTimeout(
    () => {
      // a replay stands at its own moment
      if (getState().replay === undefined) setState({ asOf: now() });
      tick();
    },
    MINUTE - (Date.now() % MINUTE),
  );
}
