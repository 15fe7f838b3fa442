/** Electron looks for this text in its own binary; the switches stand behind it. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const HEADER = 2; // a version byte and a length byte
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

/**
 * The switches that a packager can set in an Electron binary, by their place on the wire.
 * @see https://www.electronjs.org/docs/latest/tutorial/fuses
 */
const fuses = /** @type {const} */ ({
  runAsNode: 0,
  enableCookieEncryption: 1,
  enableNodeOptionsEnvironmentVariable: 2,
  enableNodeCliInspectArguments: 3,
  enableEmbeddedAsarIntegrityValidation: 4,
  onlyLoadAppFromAsar: 5,
  loadBrowserProcessSpecificV8Snapshot: 6,
  grantFileProtocolExtraPrivileges: 7,
});

/** @typedef {keyof typeof fuses} Fuse */

/**
 * Sets fuses in the bytes of an Electron binary.
 *
 * @param {Buffer} binary changed in place
 * @param {Partial<Record<Fuse, boolean>>} wanted
 */
export function setFuses(binary, wanted) {
  const wire = wireOf(binary);
  for (const [name, on] of /** @type {[Fuse, boolean][]} */ (Object.entries(wanted))) {
    const state = wire[fuses[name]];
    if (state !== OFF && state !== ON) throw new Error(`this Electron has no fuse ${name}`);
    wire[fuses[name]] = on ? ON : OFF;
  }
}

/** @param {Buffer} binary */
function wireOf(binary) {
  const at = binary.indexOf(SENTINEL);
  const length = binary[at + SENTINEL.length + 1];
  if (at < 0 || length === undefined) throw new Error('not an Electron binary: no fuses in it');
  const start = at + SENTINEL.length + HEADER;
  return binary.subarray(start, start + length);
}
