import fs from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

/**
 * What of others is in the app: Electron, and all packages that our runtime dependencies lead to, from the lockfile.
 *
 * @returns {readonly { name: string; version: string; license: string }[]} by name
 */
export function thirdParty() {
  /** @type {Record<string, { version: string; license?: string; dev?: boolean; peer?: boolean }>} */
  const packages = JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  return Object.entries(packages)
    .filter(([place, it]) => place !== '' && (place === 'node_modules/electron' || !it.dev))
    .map(([place, { version, license }]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      license: license ?? 'see its text',
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
