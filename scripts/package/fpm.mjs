#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

// electron-builder makes a .deb with fpm, which Debian does not have and which it would download. This stands in for the
// part of it that electron-builder uses, with Debian's own dpkg-deb: electron-builder.yml stays the one description.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'input-type': { type: 'string', short: 's' },
    'output-type': { type: 'string', short: 't' },
    force: { type: 'boolean' },
    depends: { type: 'string', short: 'd', multiple: true },
    'deb-recommends': { type: 'string', multiple: true },
    'deb-suggests': { type: 'string', multiple: true },
    'deb-compression': { type: 'string' },
    'deb-priority': { type: 'string' },
    architecture: { type: 'string' },
    'after-install': { type: 'string' },
    'after-remove': { type: 'string' },
    description: { type: 'string' },
    version: { type: 'string' },
    package: { type: 'string' },
    name: { type: 'string' },
    maintainer: { type: 'string' },
    vendor: { type: 'string' },
    url: { type: 'string' },
    category: { type: 'string' },
    license: { type: 'string' },
  },
});
if (values['output-type'] !== 'deb') throw new Error(`found a package of type ${values['output-type']}, expected deb`);
const packageFile = required('package');

const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'gavel-deb-'));
try {
  // The folder stands for the system's root; a temporary folder is closed to everybody else.
  fs.chmodSync(tree, 0o755);
  for (const pair of positionals) place(pair);
  writeControl();
  execFileSync('dpkg-deb', ['--root-owner-group', ...compression(), '--build', tree, packageFile], {
    stdio: 'inherit',
  });
} finally {
  fs.rmSync(tree, { recursive: true, force: true });
}

/** dpkg-deb's own level for zstd, 19, would be as slow as xz. */
function compression() {
  if (values['deb-compression'] === 'zst') return ['-Zzstd', '-z10'];
  return values['deb-compression'] === 'gz' ? ['-Zgzip'] : ['-Zxz'];
}

/**
 * Copies what `from=to` names; a folder's contents go into `to`.
 *
 * @param {string} pair
 */
function place(pair) {
  const [from = '', to = ''] = pair.split('=');
  const target = path.join(tree, to);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.cpSync(from, target, { recursive: true, verbatimSymlinks: true });
  // Debian's packages are readable by all and writable by root, whatever the umask of who built them.
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', path.join(tree, to.split('/')[1] ?? '')]);
}

function writeControl() {
  const folder = path.join(tree, 'DEBIAN');
  fs.mkdirSync(folder);
  const fields = {
    Package: required('name'),
    Version: required('version'),
    Architecture: required('architecture'),
    Maintainer: required('maintainer'),
    Section: values.category,
    Priority: values['deb-priority'],
    Homepage: values.url,
    'Installed-Size': String(kibibytesOf(tree)),
    Depends: values.depends?.join(', '),
    Recommends: values['deb-recommends']?.join(', '),
    Suggests: values['deb-suggests']?.join(', '),
    // The first line is the synopsis; every further one starts with a space.
    Description: required('description').replace(/\n\s*/g, '\n '),
  };
  const lines = Object.entries(fields).filter(([, value]) => value);
  fs.writeFileSync(path.join(folder, 'control'), lines.map(([name, value]) => `${name}: ${value}\n`).join(''));
  for (const [script, file] of [
    ['postinst', values['after-install']],
    ['postrm', values['after-remove']],
  ]) {
    if (script && file) fs.writeFileSync(path.join(folder, script), fs.readFileSync(file), { mode: 0o755 });
  }
}

/** @param {keyof typeof values} name */
function required(name) {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`--${name} is missing`);
  return value;
}

/** @param {string} folder */
function kibibytesOf(folder) {
  return Number(execFileSync('du', ['--summarize', '--block-size=1K', folder], { encoding: 'utf8' }).split('\t')[0]);
}
