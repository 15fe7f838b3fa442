import { expect, type Page } from '@playwright/test';
import { figure, test } from './support/proof';

/** Runs code from a timer of the page: what the debugger evaluates itself is not held to the page's policy. */
function fromPage(page: Page, source: string): Promise<string> {
  return page.evaluate(
    (name) =>
      new Promise<string>((resolve) => {
        const probes: Readonly<Record<string, () => unknown>> = {
          // oxlint-disable-next-line no-new-func -- what is tried here is whether the page may
          Function: () => (Function as unknown as (body: string) => () => unknown)('return 1')(),
          timer: () => (setTimeout as unknown as (code: string) => void)('window.ran = true'),
          markup: () =>
            Reflect.set(document.body.appendChild(document.createElement('div')), 'innerHTML', '<img src=x onerror=1>'),
          handler: () => document.body.setAttribute('onclick', 'window.ran = true'),
          script: () => (document.createElement('script').src = 'app://gavel/x.js'),
          worker: () => new Worker('data:text/javascript,1'),
          policy: () =>
            (
              window as unknown as { trustedTypes: { createPolicy: (n: string, o: object) => void } }
            ).trustedTypes.createPolicy('mine', {}),
        };
        setTimeout(() => {
          try {
            probes[name]?.();
            resolve('allowed');
          } catch (error) {
            resolve(error instanceof Error ? error.name : 'thrown');
          }
        });
      }),
    source,
  );
}

test('Row 6: the page lives at one origin, which keeps its data', async ({ gavel: { page } }) => {
  expect(page.url()).toBe('app://gavel/index.html');
  expect(await page.evaluate(() => [isSecureContext, location.origin, typeof indexedDB])).toEqual([
    true,
    'app://gavel',
    'object',
  ]);
});

test('Row 6: every response carries the policy, and the page is held to it', async ({ gavel: { page } }) => {
  const [status, headers] = await page.evaluate(() => {
    const asked = new XMLHttpRequest();
    asked.open('GET', '/index.html', false);
    asked.send();
    return [asked.status, asked.getAllResponseHeaders()] as const;
  });
  expect(status).toBe(200);
  expect(headers).toContain(
    "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self' " +
      "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
      "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; " +
      'trusted-types default\r\n',
  );
  expect(headers).toContain('x-content-type-options: nosniff\r\n');
  for (const probe of ['Function', 'timer', 'markup', 'handler', 'script', 'worker', 'policy']) {
    expect(await fromPage(page, probe), probe).not.toBe('allowed');
  }
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  figure('the policy is the one that was reviewed, to the byte; 7 of 7 ways to run a text as code refused');
});
