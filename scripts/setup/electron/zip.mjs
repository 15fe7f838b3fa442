import fs from 'node:fs';
import zlib from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const DEFLATED = 8;

/**
 * Reads a zip from its central directory. Debian has no unzip by itself and Node has none at all, and the one file
 * read here is verified before and has no need of zip64 or encryption, so this is all of the format that matters.
 *
 * @param {string} file
 * @param {(name: string, bytes: () => Buffer) => void} visit called for each entry; `bytes` inflates it
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.7, 4.3.12, 4.3.16
 */
export function readZip(file, visit) {
  const fd = fs.openSync(file, 'r');
  try {
    const { entries, size, offset } = endOfDirectory(fd);
    const directory = read(fd, offset, size);
    let at = 0;
    for (let i = 0; i < entries; i++) {
      const nameLength = directory.readUInt16LE(at + 28);
      const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
      const entry = {
        method: directory.readUInt16LE(at + 10),
        packed: directory.readUInt32LE(at + 20),
        size: directory.readUInt32LE(at + 24),
        header: directory.readUInt32LE(at + 42),
      };
      visit(name, () => contents(fd, name, entry));
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
  } finally {
    fs.closeSync(fd);
  }
}

/** @param {number} fd */
function endOfDirectory(fd) {
  const { size } = fs.fstatSync(fd);
  const length = Math.min(size, END_SIZE + LONGEST_COMMENT);
  const end = read(fd, size - length, length);
  for (let at = length - END_SIZE; at >= 0; at--) {
    if (end.readUInt32LE(at) !== END_OF_DIRECTORY) continue;
    return { entries: end.readUInt16LE(at + 10), size: end.readUInt32LE(at + 12), offset: end.readUInt32LE(at + 16) };
  }
  throw new Error('not a zip: no end of central directory');
}

/**
 * @param {number} fd
 * @param {string} name
 * @param {{ method: number; packed: number; size: number; header: number }} entry
 */
function contents(fd, name, entry) {
  // The local header repeats the name and has extra fields of its own length.
  const header = read(fd, entry.header, 30);
  const packed = read(fd, entry.header + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), entry.packed);
  const bytes = entry.method === DEFLATED ? zlib.inflateRawSync(packed) : packed;
  if (bytes.length !== entry.size) throw new Error(`${name}: found ${bytes.length} bytes, expected ${entry.size}`);
  return bytes;
}

/**
 * @param {number} fd
 * @param {number} position
 * @param {number} length
 */
function read(fd, position, length) {
  const buffer = Buffer.alloc(length);
  const got = fs.readSync(fd, buffer, 0, length, position);
  if (got !== length) throw new Error(`zip cut short: found ${got} bytes at ${position}, expected ${length}`);
  return buffer;
}
