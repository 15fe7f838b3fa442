import fs from 'node:fs';
import path from 'node:path';
import { setFuses } from '../setup/electron/fuses.mjs';

/**
 * Copies a packed app and opens one fuse in the copy: without it Playwright has nothing to attach to. All else is what a
 * user gets, the sealed app.asar included.
 *
 * @param {string} appDir
 * @param {string} copy
 * @param {string} program the binary's name
 */
export function makeTestableCopy(appDir, copy, program) {
  fs.rmSync(copy, { recursive: true, force: true });
  fs.cpSync(appDir, copy, { recursive: true, verbatimSymlinks: true });
  const binary = path.join(copy, program);
  const bytes = fs.readFileSync(binary);
  setFuses(bytes, { enableNodeCliInspectArguments: true });
  fs.writeFileSync(binary, bytes);
}
