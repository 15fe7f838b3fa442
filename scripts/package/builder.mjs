import fs from 'node:fs';
import { inRoot, root } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

/** What must be in the name of a package that nobody may release. */
export const NOT_FOR_RELEASE = 'fallback-not-for-release';

/** Its default, 9, takes three times as long as 5 and makes the archive 1 % smaller. */
const COMPRESSION = { ELECTRON_BUILDER_COMPRESSION_LEVEL: '5' };

/**
 * Runs electron-builder with what is local to this machine put over electron-builder.yml.
 *
 * @param {import('../setup/electron/runtime.mjs').Runtime} runtime
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function runBuilder(runtime, args, env = {}) {
  // Here and not above: this file is read before the packages are installed.
  const { path7za } = await import('7zip-bin');
  // Installed without install scripts, it has lost its permission to run.
  fs.chmodSync(path7za, 0o755);
  const local = [
    `-c.electronDist=${runtime.dist}`,
    `-c.electronVersion=${runtime.version}`,
    ...(runtime.isFallback ? [`-c.artifactName=\${name}-\${version}-\${os}-\${arch}-${NOT_FOR_RELEASE}.\${ext}`] : []),
  ];
  return run(
    process.execPath,
    [
      inRoot('node_modules/electron-builder/cli.js'),
      '--config',
      'electron-builder.yml',
      '--publish',
      'never',
      ...local,
      ...args,
    ],
    { cwd: root, env: { ...process.env, ELECTRON_BUILDER_7ZIP_PATH: path7za, ...COMPRESSION, ...env } },
  );
}
