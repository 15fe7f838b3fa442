/** What Trusted Types has in a browser; the DOM types of TypeScript don't know it yet. */
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => unknown;
}

/** The workers of the build, as Vite names their files. */
const WORKER = /^\/static\/(?:mail-worker|mail-search|record-worker)-[\w-]+\.js$/;
let isMade = false;

/**
 * Lets the page start its own workers, and no other script: the page's content security policy takes the address of a
 * worker only from a policy of Trusted Types named `default` (https://w3c.github.io/trusted-types/dist/spec/).
 */
export function allowOwnWorkers(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (isMade || trustedTypes === undefined) return;
  isMade = true;
  trustedTypes.createPolicy('default', {
    createScriptURL: (url) => {
      const { protocol, host, pathname } = new URL(url, location.href);
      if (protocol === location.protocol && host === location.host && WORKER.test(pathname)) return url;
      throw new TypeError(`No script may be loaded from ${url}.`);
    },
  });
}
