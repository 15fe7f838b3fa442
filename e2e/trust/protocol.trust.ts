import fc from 'fast-check';
import { expect } from '@playwright/test';
import { figure, rounds, test } from './support/proof';

const NOT_SERVED = [
  '/../main/main.cjs',
  '/%2e%2e/main/main.cjs',
  '/..%2fmain%2fmain.cjs',
  '/..%5cmain%5cmain.cjs',
  '/..\\main\\main.cjs',
  '/index.html%00',
  '/index.html%00.js',
  '//etc/passwd',
  '/etc/passwd',
  '/INDEX.HTML',
  '/Index.html',
  '/.hidden',
  '/none.js',
  '/static/',
  '/static',
  '/C:/windows/win.ini',
  '/index.html/',
  '/~root',
  `/${'x'.repeat(5_000)}.js`,
];

/** Pieces of which ways out are made, and of which files are. */
const pieces = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('..', '.', '/', '\\', '%2e', '%2F', '%5c', '%00', '//', 'static', 'assets'),
    },
    { weight: 2, arbitrary: fc.constantFrom('index.html', 'main', 'main.cjs', 'package.json', 'etc', 'passwd', '.js') },
    { weight: 1, arbitrary: fc.constantFrom('C:', '~', '?', '#', ';', '@', ':80', ' ', '\t', '\u202e', '%c0%ae') },
    { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
  ),
  { minLength: 1, maxLength: 10 },
);

test('Row 15: only files of the build are served', async ({ gavel: { page } }) => {
  const ask = (paths: readonly string[], method = 'GET') =>
    page.evaluate(
      ([all, verb]) =>
        all.map((path) => {
          const asked = new XMLHttpRequest();
          try {
            asked.open(verb, `app://gavel${path}`, false);
            asked.send();
          } catch {
            return { path, url: '', status: 0, headers: '', text: '' };
          }
          const { status, responseText: text, responseURL: url } = asked;
          return { path, url, status, headers: asked.getAllResponseHeaders(), text: status === 200 ? text : '' };
        }),
      [paths, method] as const,
    );
  const [index] = await ask(['/index.html']);
  expect(index?.status).toBe(200);
  expect(index?.headers).toMatch(/content-type: text\/html; charset=utf-8\r\n/);
  expect(index?.headers).toMatch(/x-content-type-options: nosniff\r\n/);
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) {
    expect((await ask(['/index.html'], method))[0]?.status, method).toBe(405);
  }
  for (const { path, status } of await ask(NOT_SERVED)) expect(status, path).toBe(404);
  const abroad = await page.evaluate(() => {
    const asked = new XMLHttpRequest();
    asked.open('GET', 'app://evil/index.html', false);
    try {
      asked.send();
      return asked.status;
    } catch {
      return 0;
    }
  });
  expect(abroad).toBe(0);

  const many = rounds(10_000, 500);
  const paths = fc.sample(pieces, { numRuns: many, seed: 15 }).map((parts) => `/${parts.join('')}`);
  let served = 0;
  for (let from = 0; from < paths.length; from += 500) {
    for (const { path, url, status, headers, text } of await ask(paths.slice(from, from + 500))) {
      if (status === 404) continue;
      // Chromium itself resolves dots in what it is given, so that some of these name the page after all
      expect(status, path).toBe(200);
      served += 1;
      const { pathname } = new URL(url);
      expect(pathname, path).toMatch(/^\/(|index\.html)$/);
      expect(text, path).toBe(index?.text);
      expect(headers, path).toBe(index?.headers);
    }
  }
  figure(
    `${String(many)} paths: ${String(served)} led to the page, the others nowhere; 0 bytes from outside the build`,
  );
});
