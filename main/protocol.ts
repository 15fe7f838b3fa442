import { protocol, type Session } from 'electron';
import { loadAsset } from './asset';
import { CONTENT_SECURITY_POLICY, SCHEME } from './origin';

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * Declares the scheme of the page. Must run before Electron is ready. `standard` and `secure` give it an origin with
 * IndexedDB; `supportFetchAPI` is left out (CVE-2026-70604).
 */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the build folder, and nothing else, under the scheme of the page. */
export function serveBuild(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async ({ method, url }) => {
    if (method !== 'GET') return new Response('only GET', { status: 405, headers: { ...HEADERS, allow: 'GET' } });
    const asset = await loadAsset(folder, url);
    if (asset === undefined) return new Response('not found', { status: 404, headers: HEADERS });
    return new Response(new Uint8Array(asset.bytes), { headers: { ...HEADERS, 'content-type': asset.contentType } });
  });
}
