import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import type { ElectronApplication } from '@playwright/test';
import { figure, rounds, test } from './support/proof';

const TARGETS = [
  'https://host.example/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'data:text/html,x',
  'javascript:document.title="x"',
  'blob:app://gavel/x',
  'app://evil/',
  'app://gavel@evil/',
  'app://gavel/none.html',
  'app://gavel:80/index.html',
  'mailto:a@b.example',
  'chrome://gpu/',
  'view-source:app://gavel/',
];
const WAYS = [
  'location',
  'replace',
  'link',
  'new window link',
  'middle click',
  'download link',
  'form',
  'frame',
  'refresh',
  'history',
  'open',
  'named window',
] as const;

function contentsOf(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
}

test('Row 8, row 9: a page goes nowhere else and opens no window', async ({ gavel: { app, page } }) => {
  const before = await contentsOf(app);
  let elsewhere = 0;
  const redirecting = http.createServer((_, answer) => {
    elsewhere += 1;
    answer.writeHead(302, { location: 'https://host.example/' }).end();
  });
  await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve));
  const targets = [
    ...TARGETS.slice(0, rounds(TARGETS.length, 7)),
    `http://127.0.0.1:${String((redirecting.address() as AddressInfo).port)}/redirect`,
  ];
  for (const target of targets) {
    for (const way of WAYS) {
      await page.evaluate(
        ([url, how]) => {
          const add = <K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string>>) => {
            const element = document.createElement(tag);
            for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
            return document.body.appendChild(element);
          };
          const ways: Readonly<Record<typeof how, () => unknown>> = {
            location: () => {
              location.href = url;
            },
            replace: () => {
              location.replace(url);
            },
            link: () => {
              add('a', { href: url }).click();
            },
            'new window link': () => {
              add('a', { href: url, target: '_blank' }).click();
            },
            'middle click': () => {
              const middle = { button: 1, bubbles: true, cancelable: true };
              add('a', { href: url }).dispatchEvent(new MouseEvent('auxclick', middle));
              add('a', { href: url }).dispatchEvent(new MouseEvent('click', { ...middle, ctrlKey: true }));
            },
            'download link': () => {
              add('a', { href: url, download: 'x' }).click();
            },
            form: () => {
              add('form', { action: url, target: '_blank' }).submit();
              add('form', { action: url, method: 'post' }).submit();
            },
            frame: () => {
              add('iframe', { src: url });
              add('iframe', { src: url, sandbox: 'allow-popups allow-scripts allow-top-navigation' });
            },
            refresh: () => add('meta', { 'http-equiv': 'refresh', content: `0;url=${url}` }),
            history: () => {
              history.pushState({}, '', url);
            },
            open: () => {
              if (window.open(url) !== null) document.title = 'opened';
            },
            'named window': () => {
              if (window.open(url, 'other', 'width=200,height=200,noopener=no') !== null) document.title = 'opened';
            },
          };
          try {
            ways[how]();
          } catch {
            // refused at once, as it should be
          }
          history.replaceState({}, '', 'app://gavel/index.html');
        },
        [target, way] as const,
      );
      await page.waitForTimeout(15);
      expect(page.url(), `${way} ${target}`).toBe('app://gavel/index.html');
    }
    expect(await contentsOf(app), target).toBe(before);
  }
  redirecting.close();
  expect(elsewhere).toBe(0);
  expect(await page.title()).not.toMatch(/^(x|opened)$/);
  expect(page.frames().filter((frame) => !/^(app:\/\/gavel\/|about:blank|chrome-error:|$)/.test(frame.url()))).toEqual(
    [],
  );
  const tried = targets.length * WAYS.length;
  figure(`${String(tried)} tries: the address stayed, ${String((await contentsOf(app)) - before)} windows more`);
});

test('Row 8: a file or a link that is dropped on the window takes it nowhere', async ({ gavel: { app, page } }) => {
  const before = await contentsOf(app);
  await page.evaluate(() => {
    for (const [type, value] of [
      ['text/uri-list', 'https://host.example/'],
      ['text/uri-list', 'file:///etc/passwd'],
      ['text/html', '<a href="https://host.example/">x</a>'],
      ['text/plain', 'javascript:document.title="x"'],
    ] as const) {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData(type, value);
      for (const name of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
      }
    }
  });
  await page.waitForTimeout(200);
  expect(page.url()).toBe('app://gavel/index.html');
  expect(await contentsOf(app)).toBe(before);
});

test('Row 8: a page that blanks itself is brought back', async ({ gavel: { page } }) => {
  const back = page.waitForEvent('framenavigated', (frame) => frame.url() === 'app://gavel/index.html');
  await page.evaluate(() => {
    location.href = 'about:blank';
  });
  await back;
});
