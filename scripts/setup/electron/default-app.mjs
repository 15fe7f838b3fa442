/**
 * Stands in for Electron's own default app, which the fallback lacks: it is what makes `electron [switches] FOLDER`
 * start the app in that folder. This file is put into the runtime; nothing here imports it.
 *
 * It has to be an ES module that awaits the app at its top level: Electron holds its `ready` event back until the
 * entry module has settled, and the app has to register its scheme before that.
 */
import { app } from 'electron';
import fs from 'node:fs';
import { Module } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { preloads, folder } = commandLine(process.argv.slice(1));

// Playwright attaches through such a module, which takes its own switches off the command line before the app sees it.
if (preloads.length > 0) Module._preloadModules(preloads);

if (folder === undefined) {
  console.error('usage: electron [-r MODULE] [SWITCHES] FOLDER');
  process.exit(2);
}
await start(path.resolve(folder));

function commandLine(args) {
  const preloads = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '-r' || args[i] === '--require') preloads.push(args[++i]);
    else if (args[i] === '-v' || args[i] === '--version') print(`v${process.versions.electron}`);
    else if (!args[i].startsWith('-')) return { preloads, folder: args[i] };
  }
  return { preloads };
}

function print(line) {
  console.log(line);
  process.exit(0);
}

async function start(folder) {
  // The app must be able to tell that it runs from a checkout, as it does under the official default app.
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (manifest.version) app.setVersion(manifest.version);
  app.name = manifest.productName ?? manifest.name ?? app.name;
  app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
  app.setAppPath(folder);
  await import(pathToFileURL(Module._resolveFilename(folder, null, true)).href);
}
