import fs from 'node:fs';
import path from 'node:path';
import { expect, type Frame, type Page } from '@playwright/test';
import { request, ROOT, type RunningApp } from '../support/app';
import { figure, test } from './support/proof';

const OF_NODE = ['process', 'require', 'module', 'Buffer', 'global', '__dirname', 'electron'];
const ALSO = ['exports', '__filename', 'ipcRenderer', 'setImmediate', 'contextBridge'];

/** The page and the projector's, which is opened where it isn't. */
async function bothPages({ app, page }: RunningApp): Promise<readonly [Page, Page]> {
  const isOpen = app.windows().length > 1;
  const opened = isOpen ? undefined : app.waitForEvent('window');
  await request(page, 'window-act', { act: 'projector-open' });
  const other = (await opened) ?? app.windows().find((window) => window !== page)!;
  await other.waitForLoadState('load');
  return [page, other];
}

test('Row 2: no frame of any window, and no worker, has anything of Node or Electron', async ({ gavel }) => {
  const pages = await bothPages(gavel);
  await gavel.page.evaluate(() => {
    const all: Readonly<Record<string, string>>[] = [
      {},
      { sandbox: 'allow-scripts' },
      { srcdoc: 'x' },
      { src: 'about:blank' },
    ];
    for (const attributes of all) {
      const frame = document.createElement('iframe');
      for (const [name, value] of Object.entries(attributes)) {
        try {
          frame.setAttribute(name, value);
        } catch {
          // Trusted Types refuse srcdoc
        }
      }
      document.body.append(frame);
    }
  });
  const frames = pages.flatMap((page): readonly Frame[] => page.frames());
  expect(frames.length).toBeGreaterThanOrEqual(6);
  const names = [...OF_NODE, ...ALSO];
  const found = await Promise.all(
    frames.map((frame) => frame.evaluate((all) => all.filter((name) => name in globalThis), names)),
  );
  expect(found.flat()).toEqual([]);
  const workers = gavel.page.workers();
  for (const worker of workers) {
    expect(await worker.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([]);
  }
  figure(`${String(names.length)} names x ${String(frames.length + workers.length)} frames and workers: 0 defined`);
});

test('Row 2: what a page does to its own built-ins does not reach the preload', async ({ gavel: { page } }) => {
  const seen = await page.evaluate(async () => {
    const caught: string[] = [];
    const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push')!;
    const then = Object.getOwnPropertyDescriptor(Promise.prototype, 'then')!;
    // what the preload keeps its listeners with
    const add = Object.getOwnPropertyDescriptor(Set.prototype, 'add')!;
    const remove = Object.getOwnPropertyDescriptor(Set.prototype, 'delete')!;
    const instead = (of: object, name: string, was: PropertyDescriptor): void => {
      Object.defineProperty(of, name, {
        ...was,
        value: function (this: unknown, ...given: unknown[]): unknown {
          caught[caught.length] = `${name} ${given.map(String).join(' ')}`;
          return Reflect.apply(was.value as (...all: unknown[]) => unknown, this, given);
        },
      });
    };
    instead(Array.prototype, 'push', push);
    instead(Promise.prototype, 'then', then);
    const answer = await window.gavel.request('journal-read', {});
    Object.defineProperty(Array.prototype, 'push', push);
    void Object.defineProperty(Promise.prototype, 'then', then);
    instead(Set.prototype, 'add', add);
    instead(Set.prototype, 'delete', remove);
    window.gavel.onEvent(() => undefined)();
    Object.defineProperty(Set.prototype, 'add', add);
    Object.defineProperty(Set.prototype, 'delete', remove);
    return [caught.filter((text) => /^(?:add|delete) |ipcRenderer|electron|journal-read/i.test(text)), answer.ok];
  });
  expect(seen).toEqual([[], true]);
});

/** What Electron can be asked for, read and thought about. A name that is not here makes the test fail. */
const PERMISSIONS = [
  'ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read',
  'clipboard-sanitized-write deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation',
  'geolocation-approximate hand-tracking hid idle-detection keyboardLock local-fonts local-network',
  'local-network-access loopback-network media mediaKeySystem midi midiSysex nfc notifications openExternal',
  'payment-handler periodic-background-sync persistent-storage pointerLock screen-wake-lock sensors serial smart-card',
  'speaker-selection storage-access system-wake-lock top-level-storage-access usb vr web-app-installation',
  'web-printing window-management unknown',
].flatMap((line) => line.split(' '));

test('Row 4: Electron knows no permission that was not thought about', () => {
  const types = fs.readFileSync(path.join(ROOT, 'node_modules/electron/electron.d.ts'), 'utf8');
  const named = ['setPermissionCheckHandler', 'setPermissionRequestHandler'].flatMap((handler) => {
    const line = types.split('\n').find((text) => text.includes(`    ${handler}(handler: ((`)) ?? '';
    const [, union = ''] = /permission: ((?:'[A-Za-z-]+'(?: \| )?)+)/.exec(line) ?? [];
    return [...union.matchAll(/'([A-Za-z-]+)'/g)].map(([, name]) => name!);
  });
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !PERMISSIONS.includes(name))).toEqual([]);
  figure(`${String(new Set(named).size)} permissions known to Electron, all refused`);
});

test('Row 4: no permission is given, asked or unasked', async ({ gavel: { page } }) => {
  await page.evaluate(() => {
    addEventListener('click', () => {
      const asked = [
        (document.body as unknown as { requestPointerLock: () => Promise<void> }).requestPointerLock(),
        navigator.clipboard.writeText('x'),
        navigator.clipboard.readText(),
      ];
      void document.documentElement.requestFullscreen().catch(() => undefined);
      Object.assign(window, { asked });
    });
  });
  await page.mouse.click(5, 5);
  const states = await page.evaluate(async () => {
    // nothing is given by an empty list, nor by what a page asked to have checked
    const given = (promise: Promise<unknown>): Promise<string> =>
      Promise.race([
        promise.then(
          (got) =>
            got === false || got === 'denied' || (Array.isArray(got) && got.length === 0) ? 'denied' : 'granted',
          () => 'denied',
        ),
        new Promise<string>((resolve) => setTimeout(resolve, 3_000, 'pending')),
      ]);
    const names = [
      'notifications',
      'geolocation',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'clipboard-write',
      'persistent-storage',
      'background-sync',
      'idle-detection',
      'window-management',
      'local-fonts',
      'storage-access',
      'screen-wake-lock',
      'accelerometer',
      'gyroscope',
      'payment-handler',
    ];
    const nav = navigator as unknown as Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;
    const call = (thing: string, method: string, ...args: unknown[]): Promise<string> => {
      const owner = nav[thing];
      return typeof owner?.[method] === 'function' ? given(owner[method](...args)) : Promise.resolve('denied');
    };
    const ofWindow = window as unknown as Record<'getScreenDetails' | 'queryLocalFonts', () => Promise<unknown>>;
    const all: (readonly [string, string])[] = [];
    for (const name of names) {
      const state = await navigator.permissions.query({ name: name as PermissionName }).then(
        (status) => status.state,
        () => 'denied',
      );
      all.push([name, state]);
    }
    const global = globalThis as unknown as Record<string, { requestPermission: () => Promise<string> }>;
    all.push(
      ['Notification.permission', Notification.permission],
      ['Notification', await given(Notification.requestPermission())],
      ['IdleDetector', await given(global['IdleDetector']!.requestPermission())],
      ['getUserMedia', await given(navigator.mediaDevices.getUserMedia({ audio: true }))],
      ['getDisplayMedia', await given(navigator.mediaDevices.getDisplayMedia())],
      ['geolocation', await given(new Promise((...args) => navigator.geolocation.getCurrentPosition(...args)))],
      ['midi', await call('midi', 'requestMIDIAccess')],
      ['requestMIDIAccess', await given(navigator.requestMIDIAccess({ sysex: true }))],
      ['getScreenDetails', await given(ofWindow.getScreenDetails())],
      ['queryLocalFonts', await given(ofWindow.queryLocalFonts())],
      ['usb', await call('usb', 'requestDevice', { filters: [] })],
      ['serial', await call('serial', 'requestPort')],
      ['hid', await call('hid', 'requestDevice', { filters: [] })],
      ['bluetooth', await call('bluetooth', 'requestDevice', { acceptAllDevices: true })],
      ['wakeLock', await call('wakeLock', 'request', 'screen')],
      ['persist', await given(navigator.storage.persist())],
    );
    const { asked } = window as unknown as { asked: readonly Promise<unknown>[] };
    for (const [n, promise] of asked.entries()) all.push([`click ${String(n)}`, await given(promise)]);
    // what has no handler to refuse it is not there at all
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'])
      all.push([name, name in window ? 'there' : 'denied']);
    all.push(['fullscreen', document.fullscreenElement === null ? 'denied' : 'granted']);
    return all;
  });
  expect(states.filter(([, state]) => state !== 'denied')).toEqual([]);
  figure(`${String(states.length)} of ${String(states.length)} requests denied`);
});

test('Row 5: what a page may do is what was decided, to the letter', async ({ gavel }) => {
  await bothPages(gavel);
  const all = await gavel.app.evaluate(({ webContents }) =>
    (webContents.getAllWebContents() as unknown as { getLastWebPreferences: () => object }[]).map((contents) =>
      contents.getLastWebPreferences(),
    ),
  );
  const decided = {
    allowRunningInsecureContent: false,
    contextIsolation: true,
    disableDialogs: false,
    disablePopups: false,
    enableBlinkFeatures: '',
    experimentalFeatures: false,
    javascript: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    safeDialogs: false,
    safeDialogsMessage: '',
    sandbox: true,
    webSecurity: true,
    webviewTag: false,
  };
  expect(all).toEqual([decided, decided]);
  const across = await gavel.page.evaluate(() =>
    fetch('app://other/index.html').then(
      () => 'read',
      () => 'refused',
    ),
  );
  expect(across).toBe('refused');
  figure('2 windows, each equal to what was decided');
});

test('Row 7: no web view attaches', async ({ gavel: { app, page } }) => {
  const before = await app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  await page.evaluate(() => {
    for (const src of ['app://gavel/index.html', 'data:text/html,x', 'about:blank', 'https://host.example/']) {
      const view = document.createElement('webview');
      for (const [name, value] of Object.entries({
        src,
        preload: 'file:///tmp/x.js',
        nodeintegration: '',
        allowpopups: '',
      }))
        view.setAttribute(name, value);
      document.body.append(view);
    }
  });
  await page.waitForTimeout(1_000);
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(before);
  figure('4 tries, 0 new contents');
});

test('Row 14: the shell shows a page two functions, and what they return is data', async ({ gavel: { page } }) => {
  const shown = await page.evaluate(async () => {
    const names = (value: object): unknown =>
      Object.fromEntries(
        Object.entries(value).map(([name, it]) => [name, typeof it === 'object' ? names(it as object) : typeof it]),
      );
    let heard: unknown[] = [];
    const stop = window.gavel.onEvent((...all: unknown[]) => {
      heard = all;
    });
    const answer = await window.gavel.request('hello', {});
    stop();
    const copied = structuredClone(answer);
    return { surface: names(window.gavel), isData: JSON.stringify(copied) === JSON.stringify(answer), heard };
  });
  expect(shown).toEqual({ surface: { request: 'function', onEvent: 'function' }, isData: true, heard: [] });
  const frozen = await page.evaluate(() => {
    try {
      Object.assign(window.gavel, { request: () => 'mine' });
    } catch {
      return 'refused';
    }
    return String(window.gavel.request).includes('mine') ? 'replaced' : 'refused';
  });
  expect(frozen).toBe('refused');
  figure('request, onEvent');
});

test('Row 14: a listener is given the event of the contract and nothing of Electron', async ({
  gavel: { app, page },
}) => {
  const heard = page.evaluate(
    () =>
      new Promise((resolve) => {
        window.gavel.onEvent((...all: unknown[]) => {
          resolve(all);
        });
      }),
  );
  await page.waitForTimeout(200);
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('view.matrix')?.click();
  });
  expect(await heard).toEqual([{ type: 'command', command: 'view.matrix' }]);
});
