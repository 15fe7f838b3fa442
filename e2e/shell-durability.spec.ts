import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp, request } from './support/app';
import { newUserData, test } from './support/cleanup';

const session = '2024-09-17T08:14:05.123Z-000-k7f3q2xa';

function note(n: number): string {
  const id = `2024-09-17T09:00:00.${String(n % 1000).padStart(3, '0')}Z-${Math.floor(n / 1000)
    .toString(36)
    .padStart(3, '0')}-k7f3q2xa`;
  return JSON.stringify({ id, by: 'ana', kind: 'note-taken', text: `note ${String(n)}` });
}

test('what the journal acknowledged is there after SIGKILL, whenever it comes', async () => {
  const userData = newUserData();
  let acknowledged: string[] = [];
  let next = 0;
  for (let round = 0; round < 4; round += 1) {
    const { app, page, kill } = await launchApp({ userData });
    const child = app.process();
    const read = await request(page, 'journal-read', { session });
    const there = read.ok ? read.value.lines : [];
    expect(there.slice(0, acknowledged.length)).toEqual(acknowledged);
    acknowledged = [...there];
    await page.exposeFunction('acknowledge', (line: string) => void acknowledged.push(line));
    const lines = Array.from({ length: 2_000 }, () => note(next++));
    const writing = page
      .evaluate(
        async ([name, all]) => {
          for (const line of all) {
            const saved = await window.gavel.request('journal-append', { session: name, lines: [line] });
            if (saved.ok)
              await (window as unknown as { acknowledge: (line: string) => Promise<void> }).acknowledge(line);
          }
        },
        [session, lines] as const,
      )
      .catch(() => undefined);
    await expect.poll(() => acknowledged.length, { intervals: [20] }).toBeGreaterThan(there.length + 40 * round);
    await kill();
    await writing;
    expect(child.signalCode).toBe('SIGKILL');
  }
});

test('quitting waits for what is being kept, and asks nothing', async () => {
  const userData = newUserData();
  const { app, page, close } = await launchApp({ userData });
  await page.evaluate(
    ([name, lines]) => {
      const long = lines.map((line) => line.replace('note', 'x'.repeat(900_000)));
      void window.gavel.request('journal-append', { session: name, lines: long });
    },
    [session, Array.from({ length: 60 }, (_, n) => note(n))] as const,
  );
  await app.evaluate(({ app: electronApp }) => {
    // the answer goes out first: the app may be gone before
    setTimeout(() => {
      electronApp.quit();
    });
  });
  await close();
  const [file = ''] = fs.readdirSync(path.join(userData, 'journal'));
  expect(fs.readFileSync(path.join(userData, 'journal', file), 'utf8').split('\n')).toHaveLength(1 + 60 + 1);
});

test('settings, zoom and the place of the window are there after the next start', async () => {
  const userData = newUserData();
  const first = await launchApp({ userData });
  const settings = { me: { handle: 'ana' }, theme: 'dark', sidebar: false } as const;
  expect(await request(first.page, 'settings-write', { settings })).toEqual({ ok: true, value: settings });
  await request(first.page, 'window-act', { act: 'zoom-in' });
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 70, width: 900, height: 600 }),
  );
  await first.close();

  const { app, page } = await launchApp({ userData });
  const hello = await request(page, 'hello', {});
  expect(hello).toMatchObject({ settings, gitUser: {}, dataFolder: userData, announced: [] });
  const state = await app.evaluate(({ BrowserWindow, nativeTheme }) => {
    const [window] = BrowserWindow.getAllWindows();
    return [window?.getBounds(), window?.webContents.getZoomFactor(), nativeTheme.themeSource];
  });
  expect(state).toEqual([{ x: 60, y: 70, width: 900, height: 600 }, expect.closeTo(1.1), 'dark']);
});
