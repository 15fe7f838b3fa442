import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** @typedef {{ target: string; file?: string; reason?: string }} Outcome a file that was built, or why none was */

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {Promise<string>}
 */
export async function tableOf(outcomes) {
  const rows = [['target', 'file', 'size', 'SHA-256']];
  for (const { target, file, reason } of outcomes) {
    if (file === undefined) rows.push([target, `not built: ${reason}`, '', '']);
    else rows.push([target, path.basename(file), megabytes(sizeOf(file)), await sha256(file)]);
  }
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row[2] || column === 0 ? (row[column] ?? '').length : 0))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {string} file */
function sizeOf(file) {
  const stat = fs.lstatSync(file);
  if (!stat.isDirectory()) return stat.size;
  /** @type {number} */
  const sum = fs.readdirSync(file).reduce((total, name) => total + sizeOf(path.join(file, name)), 0);
  return sum;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** @param {string} file */
async function sha256(file) {
  if (fs.statSync(file).isDirectory()) return '(a folder)';
  const hash = createHash('sha256');
  await pipeline(fs.createReadStream(file), hash);
  return hash.digest('hex');
}
