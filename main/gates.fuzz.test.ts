import fc from 'fast-check';
import { expect } from 'vitest';
import type { Channel } from '../shared/ipc';
import { fuzz, mutated, reshaped } from '../shared/testing/fuzz';
import { assetOf } from './asset-path';
import { readers } from './requests';
import { readSettings } from './settings-schema';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const asBytes = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));

const SETTINGS = [
  { me: { handle: 'ana', name: 'Ana', address: 'ana@host.example' }, theme: 'dark', text: 14, density: 'compact' },
  { sidebar: true, rail: false, speakerMinutes: 3, projector: { names: true, theme: 'dark', scale: 1.5 } },
];

fuzz('settings', reshaped(SETTINGS).map(asBytes), (bytes) => {
  const read = readSettings(JSON.parse(decoder.decode(bytes)));
  for (const { found, expected } of read.mistakes) expect([found, expected]).not.toContain('');
  // what was kept of them is good
  expect(readSettings(read.settings)).toEqual({ settings: read.settings, mistakes: [] });
});

const session = '2024-09-17T08:14:05.123Z-000-k7f3q2xa';
const REQUESTS = [
  {},
  { session, lines: ['x'] },
  { session, from: 'snapshot', whole: true, before: 'merge' },
  { announced: '/x', rest: 'y' },
  { suggestedName: 'x.eml', text: 'x' },
  { to: ['a@b'], cc: ['c@d'], subject: 's', inReplyTo: 'x@y', body: 'b' },
  { act: 'close', text: '{}' },
  ...SETTINGS,
];

fuzz('requests of a page', reshaped(REQUESTS).map(asBytes), (bytes) => {
  const value: unknown = JSON.parse(decoder.decode(bytes));
  for (const channel of Object.keys(readers) as Channel[]) {
    const read = readers[channel](value);
    if (read === undefined) continue;
    // only what was asked is passed on, and never a prototype
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.keys(read).filter((key) => !Object.hasOwn(value as object, key))).toEqual([]);
    expect(readers[channel](structuredClone(read))).toEqual(read);
  }
});

const PATHS = [
  'app://gavel/',
  'app://gavel/index.html?x#y',
  'app://gavel/static/index-aB_3-.js',
  'app://gavel/a/b/c.css',
];
const pieces = fc
  .array(
    fc.constantFrom('..', '.', '/', '\\', '%2e', '%2f', '%5c', '%00', 'index.html', 'static', '.js', 'C:', '?', '#'),
  )
  .map((parts) => encoder.encode(`app://gavel/${parts.join('')}`));

fuzz('a path of the protocol', fc.oneof(mutated(PATHS), pieces), (bytes) => {
  const asset = assetOf(decoder.decode(bytes));
  if (asset === undefined) return;
  for (const segment of asset.segments) expect(segment).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/);
  expect(asset.segments).not.toContain('..');
});
