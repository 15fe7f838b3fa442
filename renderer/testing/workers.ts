import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

/** What a worker hears, once its module is there. */
type Listener = (event: { readonly data: unknown }) => void;

/**
 * Gives the page workers where there are none, as in Node: each runs the worker's own module in this thread. One at a
 * time: a module says what it says through globals.
 */
export function runWorkersHere(): void {
  vi.stubGlobal(
    'Worker',
    class {
      onmessage: Listener | undefined;
      readonly #heard: Promise<Listener>;
      #isEnded = false;

      constructor(url: URL) {
        this.#heard = new Promise((resolve) => {
          vi.stubGlobal('addEventListener', (_: 'message', listener: Listener) => {
            resolve(listener);
          });
        });
        vi.stubGlobal('postMessage', (data: unknown) => {
          if (!this.#isEnded) this.onmessage?.({ data });
        });
        vi.resetModules();
        void import(/* @vite-ignore */ fileURLToPath(url));
      }

      postMessage(data: unknown): void {
        void this.#heard.then((listener) => {
          listener({ data });
        });
      }

      terminate(): void {
        this.#isEnded = true;
      }
    },
  );
}
