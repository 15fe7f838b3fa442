import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { runs } from '../shared/testing/runs';
import { loadAsset } from './asset';
import { assetOf } from './asset-path';
import { CONTENT_SECURITY_POLICY } from './origin';
import { temporaryFolder } from './testing/temporary';

describe('the page’s origin', () => {
  test.each([
    ['app://gavel/', ['index.html'], 'text/html; charset=utf-8'],
    ['app://gavel/index.html?x=../y#/../z', ['index.html'], 'text/html; charset=utf-8'],
    ['app://gavel/static/index-aB_3-.js', ['static', 'index-aB_3-.js'], 'text/javascript; charset=utf-8'],
    ['app://gavel/assets/example.gavel', ['assets', 'example.gavel'], 'application/x-ndjson; charset=utf-8'],
  ])('serves %s', (url, segments, contentType) => {
    expect(assetOf(url)).toEqual({ segments, contentType });
  });

  test.each([
    'app://gavel/..',
    'app://gavel/../main/main.cjs',
    'app://gavel/%2e%2e/package.json',
    'app://gavel/%2E%2E%2fpackage.json',
    'app://gavel/..%5cpackage.json',
    'app://gavel/..\\package.json',
    'app://gavel/index.html%00.js',
    'app://gavel/index.html\0',
    'app://gavel//etc/hosts.json',
    'app://gavel/static/',
    'app://gavel/.hidden.js',
    'app://gavel/a/./b.js',
    'app://gavel/C:/x.js',
    'app://gavel/main.cjs',
    'app://gavel/x.constructor',
    'app://gavel/noextension',
    'app://evil/index.html',
    'app://gavel.evil/index.html',
    'app://gavel@evil/index.html',
    'app://user@gavel/index.html',
    'app://gavel:80/index.html',
    'http://gavel/index.html',
    'app:/gavel/index.html',
    '',
  ])('does not serve %j', (url) => {
    expect(assetOf(url)).toBeUndefined();
  });

  test('never leads out of its folder, whatever is asked for', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '\\',
        '%2e',
        '%2f',
        '%5c',
        '%00',
        '\0',
        'index.html',
        'static',
        '.js',
        'C:',
        '~',
        '?',
        '#',
      ),
      fc.string(),
    );
    const root = path.resolve('/build');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const asset = assetOf(`app://gavel/${pieces.join('')}`);
        if (asset === undefined) return;
        for (const system of [path.posix, path.win32]) {
          expect(asset.segments.every((segment) => system.normalize(segment) === segment)).toBe(true);
        }
        expect(path.join(root, ...asset.segments).startsWith(root + path.sep)).toBe(true);
        expect(asset.segments.some((segment) => /[%\\/\0:]|^\./.test(segment))).toBe(false);
      }),
      { numRuns: 10 * runs },
    );
  });
});

describe('a file of the build', () => {
  test('is read; a missing one, a folder, and a link that leads out are not', async () => {
    const folder = temporaryFolder();
    const build = path.join(folder, 'renderer');
    fs.mkdirSync(path.join(build, 'folder.js'), { recursive: true });
    fs.writeFileSync(path.join(build, 'index.html'), '<p>');
    fs.writeFileSync(path.join(folder, 'secret.json'), '{}');
    fs.writeFileSync(path.join(folder, 'renderer-not.json'), '{}');
    fs.symlinkSync('../secret.json', path.join(build, 'out.json'));
    fs.symlinkSync('../renderer-not.json', path.join(build, 'near.json'));
    fs.symlinkSync('index.html', path.join(build, 'inside.html'));
    const found = async (name: string) => (await loadAsset(build, `app://gavel/${name}`))?.bytes.toString();
    expect(await found('index.html')).toBe('<p>');
    expect(await found('inside.html')).toBe('<p>');
    for (const name of ['none.html', 'folder.js', 'out.json', 'near.json', 'index.html/x.js', `${'x'.repeat(300)}.js`])
      expect(await found(name)).toBeUndefined();
  });
});

describe('the content security policy', () => {
  let text = '';
  beforeAll(() => {
    text = fs.readFileSync(path.resolve('node_modules/react-aria/dist/private/interactions/usePress.mjs'), 'utf8');
  });

  test('allows nothing by default, and nothing unsafe', () => {
    expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none'; /);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|http|\*/);
  });

  test('lets in exactly the one style sheet that react-aria adds', () => {
    const template = /style\.textContent = `([^`]*)`/.exec(text)?.[1] ?? '';
    const attribute = /PRESSABLE_ATTRIBUTE = '([^']*)'/.exec(text)?.[1] ?? 'not found';
    const sheet = template.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, attribute).trim();
    const hash = createHash('sha256').update(sheet).digest('base64');
    expect(CONTENT_SECURITY_POLICY).toContain(`style-src 'self' 'sha256-${hash}';`);
  });
});
