import { inRoot } from '../lib/paths.mjs';
import { onPath } from '../lib/on-path.mjs';

/**
 * @typedef {object} Target
 * @property {string} name as electron-builder calls it
 * @property {string} [unavailable] why it is not tried on this machine
 * @property {NodeJS.ProcessEnv} [env] where electron-builder finds a tool that it would download otherwise
 */

/** Where electron-builder's own tools are published. A try without a network costs it 45 s of retries per tool. */
const TOOLS = 'https://github.com/electron-userland/electron-builder-binaries';
const PATIENCE_MS = 5_000;

/**
 * What can be packed here, and what cannot with the reason.
 *
 * @returns {Promise<readonly Target[]>}
 */
export async function targets() {
  const online = await canFetchTools();
  switch (process.platform) {
    case 'linux':
      return [
        { name: 'tar.gz' },
        deb(online),
        appImage(online),
        elsewhere('nsis', 'Windows'),
        elsewhere('dmg', 'macOS'),
      ];
    case 'darwin':
      return [{ name: 'dmg' }, elsewhere('nsis', 'Windows'), elsewhere('tar.gz, deb, AppImage', 'Linux')];
    default:
      return [{ name: 'nsis' }, elsewhere('dmg', 'macOS'), elsewhere('tar.gz, deb, AppImage', 'Linux')];
  }
}

/**
 * With fpm where it is at hand, else with Debian's own dpkg-deb, else with an fpm that electron-builder downloads.
 *
 * @param {boolean} online
 * @returns {Target}
 */
function deb(online) {
  if (process.env.CUSTOM_FPM_PATH) return { name: 'deb' };
  if (onPath('fpm')) return { name: 'deb', env: { USE_SYSTEM_FPM: 'true' } };
  if (onPath('dpkg-deb')) return { name: 'deb', env: { CUSTOM_FPM_PATH: inRoot('scripts/package/fpm.mjs') } };
  return online
    ? { name: 'deb' }
    : { name: 'deb', unavailable: 'neither fpm nor dpkg-deb is here, and fpm cannot be fetched' };
}

/**
 * @param {boolean} online
 * @returns {Target}
 */
function appImage(online) {
  if (online || process.env.APPIMAGE_TOOLS_PATH) return { name: 'AppImage' };
  return {
    name: 'AppImage',
    unavailable: 'its runtime cannot be fetched from here (APPIMAGE_TOOLS_PATH may name one)',
  };
}

/**
 * @param {string} name
 * @param {string} system
 * @returns {Target}
 */
function elsewhere(name, system) {
  return { name, unavailable: `built on ${system} only` };
}

async function canFetchTools() {
  try {
    return (await fetch(TOOLS, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE_MS) })).ok;
  } catch {
    return false;
  }
}
