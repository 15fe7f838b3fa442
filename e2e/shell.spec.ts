import dgram from 'node:dgram';
import net from 'node:net';
import { expect, test } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { launchApp, request } from './support/app';

/** Runs code from a timer of the page: what the debugger evaluates itself is not held to the page's policy. */
function fromPage(page: Page, source: string): Promise<string> {
  return page.evaluate(
    (name) =>
      new Promise<string>((resolve) => {
        const probes: Readonly<Record<string, () => unknown>> = {
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

function windowCount(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
}

test('the page lives at one origin, which keeps its data', async () => {
  const { page } = await launchApp();
  expect(page.url()).toBe('app://gavel/index.html');
  expect(await page.evaluate(() => [isSecureContext, location.origin, typeof indexedDB])).toEqual([
    true,
    'app://gavel',
    'object',
  ]);
});

test('the page has no Node and no Electron, and knows two functions of the shell', async () => {
  const { app, page } = await launchApp();
  const names = [
    'process',
    'require',
    'module',
    'exports',
    'Buffer',
    'global',
    '__dirname',
    'electron',
    'ipcRenderer',
    'setImmediate',
  ];
  expect(await page.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([]);
  expect(await page.evaluate(() => Object.entries(window.gavel).map(([name, value]) => [name, typeof value]))).toEqual([
    ['request', 'function'],
    ['onEvent', 'function'],
  ]);
  const preferences = await app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents() as unknown as { getLastWebPreferences: () => object }[];
    return contents?.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
});

test('every response carries the policy, and the page is held to it', async () => {
  const { page } = await launchApp();
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
});

test('only files of the build are served', async () => {
  const { page } = await launchApp();
  const status = (url: string, method = 'GET') =>
    page.evaluate(
      ([address, verb]) => {
        const asked = new XMLHttpRequest();
        asked.open(verb, address, false);
        try {
          asked.send();
          return asked.status;
        } catch {
          return 0;
        }
      },
      [url, method] as const,
    );
  expect(await status('app://gavel/')).toBe(200);
  expect(await status('app://gavel/index.html', 'POST')).toBe(405);
  for (const url of [
    '/../main/main.cjs',
    '/%2e%2e/main/main.cjs',
    '/..%2fmain%2fmain.cjs',
    '/..%5cmain%5cmain.cjs',
    '/index.html%00',
    '/none.js',
  ]) {
    expect(await status(`app://gavel${url}`), url).toBe(404);
  }
  expect(await status('app://evil/index.html')).toBe(0);
});

test('the page goes nowhere else and opens no window', async () => {
  const { app, page } = await launchApp();
  const before = await windowCount(app);
  const targets = [
    'https://example.com/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:document.title="x"',
    'blob:app://gavel/x',
    'app://evil/',
    'app://gavel@evil/',
    'app://gavel/none.html',
    'mailto:a@b.example',
    'chrome://gpu/',
    'view-source:app://gavel/',
  ];
  for (const target of targets) {
    for (const way of ['location', 'link', 'new window link', 'frame', 'refresh', 'open', 'web view']) {
      await page.evaluate(
        ([url, how]) => {
          const add = (
            tag: string,
            attributes: Readonly<Record<string, string>>,
            parent = document.body,
          ): HTMLElement => {
            const element = parent.appendChild(document.createElement(tag));
            for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
            return element;
          };
          const ways: Readonly<Record<string, () => unknown>> = {
            location: () => {
              location.href = url;
            },
            link: () => {
              add('a', { href: url }).click();
            },
            'new window link': () => {
              add('a', { href: url, target: '_blank' }).click();
            },
            frame: () => add('iframe', { src: url }),
            refresh: () => add('meta', { 'http-equiv': 'refresh', content: `0;url=${url}` }, document.head),
            open: () => {
              if (window.open(url) !== null) document.title = 'opened';
            },
            'web view': () => add('webview', { src: url }),
          };
          try {
            ways[how]?.();
          } catch {
            // refused at once, as it should be
          }
        },
        [target, way] as const,
      );
      await page.waitForTimeout(20);
      expect(page.url(), `${way} ${target}`).toBe('app://gavel/index.html');
    }
  }
  expect(await windowCount(app)).toBe(before);
  expect(await page.title()).not.toMatch(/^(x|opened)$/);
});

test('a page that blanks itself is brought back', async () => {
  const { page } = await launchApp();
  await page.evaluate(() => {
    location.href = 'about:blank';
  });
  await page.waitForEvent('framenavigated', (frame) => frame.url() === 'app://gavel/index.html');
  expect((await request(page, 'hello', {})).dataFolder).toBeTruthy();
});

test('nothing that the page tries reaches a network', async () => {
  const reached: string[] = [];
  const tcp = net.createServer((socket) => {
    reached.push('tcp');
    socket.destroy();
  });
  const udp = dgram.createSocket('udp4').on('message', () => reached.push('udp'));
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const { page } = await launchApp();
  await page.evaluate(
    async ([tcpPort, udpPort]) => {
      const url = `http://127.0.0.1:${String(tcpPort)}/`;
      const attempts: readonly (() => unknown)[] = [
        () => fetch(url),
        () => fetch(url, { mode: 'no-cors', keepalive: true }),
        () => navigator.sendBeacon(url, 'x'),
        () => new WebSocket(url.replace('http', 'ws')),
        () => new EventSource(url),
        () => Object.assign(new Image(), { src: url }),
        () => document.body.setAttribute('style', `background: url(${url})`),
        ...['iframe', 'video', 'audio', 'embed', 'img'].map((tag) => () => {
          document.body.appendChild(document.createElement(tag)).setAttribute('src', url);
        }),
        ...['stylesheet', 'prefetch', 'preconnect', 'preload', 'modulepreload', 'icon', 'manifest'].map((rel) => () => {
          document.head.appendChild(Object.assign(document.createElement('link'), { rel, href: url, as: 'fetch' }));
        }),
        ...[
          `stun:127.0.0.1:${String(udpPort)}`,
          `turn:127.0.0.1:${String(udpPort)}`,
          `turn:127.0.0.1:${String(tcpPort)}?transport=tcp`,
        ].map((urls) => async () => {
          const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'a', credential: 'b' }] });
          peer.createDataChannel('x');
          await peer.setLocalDescription(await peer.createOffer());
        }),
      ];
      for (const attempt of attempts) {
        try {
          await attempt();
        } catch {
          // refused at once, as it should be
        }
      }
    },
    [(tcp.address() as net.AddressInfo).port, udp.address().port] as const,
  );
  await page.waitForTimeout(2_000);
  tcp.close();
  udp.close();
  expect(reached).toEqual([]);
});

test('no permission is given, asked or unasked', async () => {
  const { page } = await launchApp();
  const states = await page.evaluate(async () => {
    const names = [
      'notifications',
      'geolocation',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'clipboard-write',
      'persistent-storage',
    ];
    const asked = names.map(
      async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
    );
    const media = navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    );
    return [
      ...(await Promise.all(asked)),
      Notification.permission,
      await Notification.requestPermission(),
      await media,
    ];
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('a window or frame that is not our page is answered on no channel', async () => {
  const { app, page } = await launchApp();
  const channels = [
    'hello',
    'journal-append',
    'journal-read',
    'file-open',
    'file-save',
    'mail-open',
    'clipboard-write',
    'settings-write',
    'window-act',
  ];
  for (const url of ['about:blank', 'data:text/html,x', 'app://gavel/index.html']) {
    const answers = await app.evaluate(
      async ({ app: electronApp, BrowserWindow }, [address, names]) => {
        const preload = `${electronApp.getAppPath()}/out/main/preload.cjs`;
        const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        await foreign.loadURL(address).catch(() => undefined);
        const ask = `Promise.all(${JSON.stringify(names)}.map((name) => window.gavel === undefined ? 'no bridge'
          : window.gavel.request(name, { text: 'x', act: 'close' }).then(() => 'answered', (error) => String(error))))`;
        const all = (await foreign.webContents.executeJavaScript(ask)) as string[];
        foreign.destroy();
        return all;
      },
      [url, channels] as const,
    );
    for (const answer of answers) expect(answer).toMatch(/its sender is not our page|no bridge/);
  }
  expect(
    await page.evaluate(() => document.body.appendChild(document.createElement('iframe')).contentWindow?.gavel),
  ).toBeUndefined();
});

test('a request that is not of the contract is rejected, and a channel that isn’t there doesn’t exist', async () => {
  const { page } = await launchApp();
  const ask = (channel: string, value: unknown) =>
    page.evaluate(
      ([name, asked]) =>
        window.gavel.request(name as 'hello', asked as Record<string, never>).then(() => 'answered', String),
      [channel, value] as const,
    );
  expect(await ask('journal-append', { session: '../../x', lines: [] })).toContain('not of the contract');
  expect(await ask('window-act', { act: 'quit' })).toContain('not of the contract');
  expect(await ask('shell-event', {})).toContain('No handler registered');
  expect(await request(page, 'file-open', { announced: '/etc/passwd' })).toMatchObject({ ok: false });
});
