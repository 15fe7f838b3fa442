/**
 * Writes an asar archive of a few flat files: a header in Chromium's Pickle format, then their bytes.
 *
 * @param {Record<string, Buffer>} files by name
 * @returns {Buffer}
 * @see https://github.com/electron/asar#format
 */
export function asarOf(files) {
  /** @type {Record<string, { size: number; offset: string }>} */
  const entries = {};
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    entries[name] = { size: bytes.length, offset: String(offset) };
    offset += bytes.length;
  }
  const header = pickledString(JSON.stringify({ files: entries }));
  return Buffer.concat([pickledNumber(header.length), header, ...Object.values(files)]);
}

/** @param {number} value */
function pickledNumber(value) {
  const pickle = Buffer.alloc(8);
  pickle.writeUInt32LE(4, 0);
  pickle.writeUInt32LE(value, 4);
  return pickle;
}

/** @param {string} text */
function pickledString(text) {
  const bytes = Buffer.from(text);
  const padded = Math.ceil(bytes.length / 4) * 4;
  const pickle = Buffer.alloc(8 + padded);
  pickle.writeUInt32LE(4 + padded, 0);
  pickle.writeInt32LE(bytes.length, 4);
  bytes.copy(pickle, 8);
  return pickle;
}
