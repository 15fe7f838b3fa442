import fs from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
}
const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const own = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const others = Object.entries(packages).filter(([place]) => place !== '');

test('every package is pinned by the hash of its bytes, and none by a host', () => {
  expect(others.length).toBeGreaterThan(100);
  expect(others.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
  expect(others.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test('every package that we name has an exact version', () => {
  for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies }))
    expect(version, name).toMatch(/^(?:npm:[a-z]+@)?\d+\.\d+\.\d+$/);
});

test('Row 11: the Electron that is packaged is none with a hole that is known', async ({ annotate }) => {
  const version = own.devDependencies['electron'] ?? '';
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  // 42.0.1 is the first that CVE-2026-70608, the last of those that touch this design, is mended in
  expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(42_000_001);
  await annotate(`Electron ${version} is packaged; at least 42.0.1`, 'figure');
});
