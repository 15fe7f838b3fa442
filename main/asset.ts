import fs from 'node:fs/promises';
import path from 'node:path';
import { assetOf } from './asset-path';
import { errnoOf } from './errno';

/** A file of the build with its type. */
export interface LoadedAsset {
  readonly bytes: Buffer;
  readonly contentType: string;
}

/** Reads the file of the build folder that a URL names; undefined if it names none, or one that a link leads out of. */
export async function loadAsset(folder: string, url: string): Promise<LoadedAsset | undefined> {
  const asset = assetOf(url);
  if (asset === undefined) return undefined;
  try {
    const [root, file] = await Promise.all([fs.realpath(folder), fs.realpath(path.join(folder, ...asset.segments))]);
    if (!file.startsWith(root + path.sep)) return undefined;
    return { bytes: await fs.readFile(file), contentType: asset.contentType };
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ENAMETOOLONG') return undefined;
    throw error;
  }
}
