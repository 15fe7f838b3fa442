import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../lib/paths.mjs';

/** Gathers the licences of all that was bundled, which the build left beside each bundle, for a package to carry. */
export function gatherLicenses() {
  const to = inRoot('out', 'licenses');
  fs.rmSync(to, { recursive: true, force: true });
  fs.mkdirSync(to, { recursive: true });
  const found = ['out/main', 'out/renderer', 'out/cli'].flatMap((folder) =>
    fs
      .readdirSync(inRoot(folder))
      .filter((name) => name.endsWith('.licenses.md'))
      .map((name) => inRoot(folder, name)),
  );
  for (const file of found) fs.copyFileSync(file, path.join(to, path.basename(file)));
}
