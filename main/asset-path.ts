import { ORIGIN } from './origin';

/** What the build folder holds; anything else is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  gavel: 'application/x-ndjson; charset=utf-8',
};

/** A file of the build, as the page asked for it. */
export interface Asset {
  /** names from the build folder down, each harmless on every file system */
  readonly segments: readonly [string, ...string[]];
  readonly contentType: string;
}

// Nothing is ever decoded: the build makes plain names only, so `%`, `\`, NUL, `..` and hidden files have no way in.
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** Which file of the build a URL names; undefined if none could be meant. */
export function assetOf(url: string): Asset | undefined {
  const prefix = `${ORIGIN}/`;
  if (!url.startsWith(prefix)) return undefined;
  const [path = ''] = url.slice(prefix.length).split(/[?#]/, 1);
  const [first, ...others] = path === '' ? ['index.html'] : path.split('/');
  if (first === undefined || ![first, ...others].every((segment) => SEGMENT.test(segment))) return undefined;
  const extension = path === '' ? 'html' : path.slice(path.lastIndexOf('.') + 1);
  const contentType = Object.hasOwn(CONTENT_TYPES, extension) ? CONTENT_TYPES[extension] : undefined;
  return contentType === undefined ? undefined : { segments: [first, ...others], contentType };
}
