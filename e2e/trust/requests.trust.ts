import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect } from '@playwright/test';
import type { Channel, Requests } from '../../shared/ipc';
import { request } from '../support/app';
import { newUserData } from '../support/cleanup';
import { figure, rounds, test } from './support/proof';

const session = '2024-09-17T08:14:05.123Z-000-k7f3q2xa';
const line = '{"id":"2024-09-17T09:00:00.000Z-000-k7f3q2xa","by":"ana","kind":"note-taken","text":"x"}';

/** One request of each channel that would be answered, and would do something. A new channel must be added here. */
const GOOD: { readonly [C in Channel]: Requests[C]['request'] } = {
  hello: {},
  'journal-append': { session, lines: [line], drafts: [{ key: 'entry', typed: 1 }] },
  'journal-read': { session },
  'snapshot-take': { session, before: 'merge' },
  'file-open': { announced: '/etc/passwd' },
  'file-save': { suggestedName: 'x.eml', text: 'x' },
  'mail-open': { to: ['a@host.example'], cc: ['b@host.example'], subject: 's', inReplyTo: 'x@y', body: 'b' },
  'clipboard-write': { text: 'from elsewhere' },
  'settings-write': { settings: { theme: 'dark' } },
  'window-act': { act: 'close' },
};
const CHANNELS = Object.keys(GOOD) as Channel[];

/** All files below a folder with what they hold; the browser's own are left out. */
function filesOf(folder: string): readonly string[] {
  return ['settings.json', 'keys.json', 'journal'].flatMap((name) => {
    const found = path.join(folder, name);
    if (!fs.existsSync(found)) return [];
    if (fs.statSync(found).isDirectory()) return fs.readdirSync(found).map((file) => `${name}/${file}`);
    return [`${name} ${fs.readFileSync(found, 'utf8')}`];
  });
}

test('Row 12: a window or frame that is not our page is answered on no channel', async ({ gavel }) => {
  const { app, page, userData } = gavel;
  const before = filesOf(userData);
  await request(page, 'clipboard-write', { text: 'ours' });
  const senders = [
    'about:blank',
    'data:text/html,x',
    'app://other/index.html',
    'app://gavel/index.html',
    'frame',
    'gone',
  ];
  let refused = 0;
  for (const sender of senders) {
    const answers = await app.evaluate(
      async ({ app: electronApp, BrowserWindow }, [from, good]) => {
        const preload = `${electronApp.getAppPath()}/out/main/preload.cjs`;
        const foreign = new BrowserWindow({
          show: false,
          webPreferences: {
            preload,
            sandbox: true,
            nodeIntegrationInSubFrames: true,
            // a session of its own knows none of our filters, so that it loads
            ...(from.startsWith('data:') && { partition: 'elsewhere' }),
          },
        });
        const url = from === 'frame' || from === 'gone' ? 'app://gavel/index.html' : from;
        const isLoaded = await foreign.loadURL(url).then(
          () => true,
          () => false,
        );
        if (!isLoaded) {
          foreign.destroy();
          return Object.keys(good).map(() => 'its page does not load');
        }
        const ask = `Promise.all(Object.entries(${JSON.stringify(good)}).map(([name, value]) =>
          (FROM).gavel === undefined ? 'no bridge'
            : (FROM).gavel.request(name, value).then(() => 'answered', (error) => String(error))))`;
        const inFrame = `(() => {
          const frame = document.body.appendChild(document.createElement('iframe'));
          return ${ask.replaceAll('FROM', 'frame.contentWindow')};
        })()`;
        if (from === 'gone') {
          void foreign.webContents.executeJavaScript(`${ask.replaceAll('FROM', 'window')}; 1`);
          foreign.destroy();
          return Object.keys(good).map(() => 'its sender is gone');
        }
        const code = from === 'frame' ? inFrame : ask.replaceAll('FROM', 'window');
        const late = new Promise<readonly string[]>((resolve) =>
          setTimeout(
            resolve,
            3_000,
            Object.keys(good).map(() => 'its page does not load'),
          ),
        );
        const all = await Promise.race([
          foreign.webContents.executeJavaScript(code) as Promise<readonly string[]>,
          late,
        ]);
        foreign.destroy();
        return all;
      },
      [sender, GOOD] as const,
    );
    expect(answers).toHaveLength(CHANNELS.length);
    for (const answer of answers)
      expect(answer, sender).toMatch(/its sender is (not our page|gone)|its page does not load|no bridge/);
    refused += answers.length;
  }
  const inOurs = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    return frame.contentWindow?.gavel;
  });
  expect(inOurs).toBeUndefined();
  await page.waitForTimeout(300);
  expect(filesOf(userData)).toEqual(before);
  expect(app.windows().some((window) => window === page)).toBe(true);
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('ours');
  figure(
    `${String(refused)} requests of ${String(senders.length)} foreign senders on ${String(CHANNELS.length)} channels: 0 answered, 0 side effects`,
  );
});

test('Row 13: a channel that isn’t there doesn’t exist, and a path of the page’s choosing is not read', async ({
  gavel,
}) => {
  const ask = (channel: string) =>
    gavel.page.evaluate((name) => window.gavel.request(name as 'hello', {}).then(() => 'answered', String), channel);
  for (const name of ['shell-event', 'constructor', '__proto__', '', 'ELECTRON_BROWSER_REQUIRE']) {
    expect(await ask(name), name).toContain('No handler registered');
  }
  expect(await request(gavel.page, 'file-open', { announced: '/etc/passwd' })).toMatchObject({ ok: false });
});

const hostileText = fc.oneof(
  fc.constantFrom(
    '../../x',
    '..\\x',
    '/etc/passwd',
    'a\0b',
    'CON',
    'nul.txt',
    '__proto__',
    'constructor',
    '',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const anything = fc.jsonValue({ maxDepth: 4 });

/** A request of a channel of which something is wrong: another type, one field of another type, fields more or less. */
function wrongRequests(channel: Channel): fc.Arbitrary<unknown> {
  const good = GOOD[channel] as Readonly<Record<string, unknown>>;
  const keys = Object.keys(good);
  const changed =
    keys.length === 0
      ? fc.constant<unknown>(good)
      : fc
          .tuple(fc.constantFrom(...keys), fc.oneof(anything, hostileText, fc.array(hostileText, { maxLength: 4 })))
          .map(([key, value]) => ({ ...good, [key]: value }));
  const more = fc.tuple(fc.oneof(hostileText, fc.string()), anything).map(
    ([key, value]) =>
      // `__proto__` as a key of its own, as JSON makes it
      JSON.parse(
        `{${JSON.stringify(key)}:${JSON.stringify(value)},${JSON.stringify(good).slice(1)}`.replace(/,\}$/, '}'),
      ) as unknown,
  );
  return fc.oneof(
    { weight: 2, arbitrary: anything },
    { weight: 5, arbitrary: changed },
    { weight: 2, arbitrary: more },
  );
}

test('Row 13: whatever a page asks, the shell lives and writes nowhere but where it was told', async ({ gavel }) => {
  const { app, page } = gavel;
  const chosen = newUserData();
  await app.evaluate(
    ({ dialog, shell }, filePath) => {
      const names: string[] = [];
      Object.assign(globalThis, { names });
      const save = (_window: unknown, { defaultPath = '' }: { defaultPath?: string }) => {
        names.push(defaultPath);
        return Promise.resolve({ canceled: false, filePath });
      };
      Object.assign(dialog, {
        showSaveDialog: save,
        showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
        showMessageBox: () => Promise.resolve({ response: 0 }),
      });
      Object.assign(shell, { openExternal: () => Promise.resolve() });
    },
    path.join(chosen, 'chosen.txt'),
  );
  const many = rounds(1_000, 100);
  // in full it takes a minute on an idle machine
  test.setTimeout(60_000 + many * 400);
  const outcomes: string[] = [];
  for (const channel of CHANNELS) {
    const requests = fc
      .sample(wrongRequests(channel), { numRuns: many, seed: 13 })
      .filter((value) => channel !== 'window-act' || (value as { act?: unknown } | null)?.act !== 'close');
    const answers = await page.evaluate(
      async ([name, all]) => {
        const found: string[] = [];
        for (const value of all) {
          found.push(
            await window.gavel.request(name, JSON.parse(value) as never).then(
              () => 'answered',
              (error: unknown) => String(error),
            ),
          );
        }
        return found;
      },
      [channel, requests.map((value) => JSON.stringify(value))] as const,
    );
    for (const answer of answers) expect(answer, channel).toMatch(/^answered$|not of the contract/);
    outcomes.push(...answers);
    const extremes = await page.evaluate(
      async ([name, length]) => {
        let deep: unknown = {};
        for (let depth = 0; depth < 5_000; depth += 1) deep = { deep };
        const cyclic: Record<string, unknown> = {};
        cyclic['self'] = cyclic;
        const values = ['x'.repeat(length), deep, cyclic, new ArrayBuffer(8), () => 1, 10n, Symbol('x'), undefined];
        const found: string[] = [];
        for (const value of values) {
          try {
            found.push(await window.gavel.request(name, value as never).then(() => 'answered', String));
          } catch (error) {
            found.push(String(error));
          }
        }
        return found;
      },
      [channel, rounds(100_000_000, 1_000_000)] as const,
    );
    const answered = extremes.filter((answer) => answer === 'answered');
    // a buffer and a loop are objects, which is all that `hello` and channels without a needed field ask for
    expect(answered.length, `${channel}: ${extremes.join(' | ')}`).toBeLessThanOrEqual(2);
  }
  expect((await request(page, 'hello', {})).version).toBeTruthy();
  expect(fs.readdirSync(chosen)).toEqual(fs.existsSync(path.join(chosen, 'chosen.txt')) ? ['chosen.txt'] : []);
  const proposed = await app.evaluate(({ app: electronApp }) => {
    const { names } = globalThis as unknown as { names: string[] };
    return { names, documents: electronApp.getPath('documents') };
  });
  expect(proposed.names.length).toBeGreaterThan(0);
  for (const name of proposed.names) {
    expect(path.dirname(name)).toBe(proposed.documents);
    expect(path.basename(name)).not.toMatch(/^\.|[/\\\0]|^(con|nul)(\.|$)/i);
  }
  const refused = outcomes.filter((answer) => answer !== 'answered').length;
  figure(
    `${String(outcomes.length)} requests on ${String(CHANNELS.length)} channels: ${String(refused)} refused, ` +
      `${String(outcomes.length - refused)} of the contract after all; 0 crashes, 0 files elsewhere`,
  );
});
