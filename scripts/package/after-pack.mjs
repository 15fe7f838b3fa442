import fs from 'node:fs';
import path from 'node:path';

/**
 * Takes out what belongs to a bare Electron: a runtime given as a folder is packed as it is.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export function afterPack({ appOutDir }) {
  for (const file of ['resources/default_app.asar', 'version']) fs.rmSync(path.join(appOutDir, file), { force: true });
}
