import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { ShellEvent } from '../shared/ipc';
import { launchApp, request, ROOT } from './support/app';
import { newUserData, test } from './support/cleanup';

/** Starts to note what the shell says; the function that comes back reads it. */
async function listen(page: Page): Promise<() => Promise<ShellEvent[]>> {
  await page.evaluate(() => {
    const heard: ShellEvent[] = [];
    Object.assign(window, { heard });
    window.gavel.onEvent((event) => heard.push(event));
  });
  return () => page.evaluate(() => (window as unknown as { heard: ShellEvent[] }).heard);
}

test('UX-5: the menu is our own, hidden until Alt, shows the keys in use and sends its commands; neither Ctrl R nor Ctrl W touches the window', async () => {
  const { app, page } = await launchApp();
  const heard = await listen(page);
  const shownKey = (id: string) =>
    app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.accelerator, id);
  await expect.poll(() => shownKey('session.new')).toBe('CmdOrCtrl+N');
  const bar = () =>
    app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return [window?.autoHideMenuBar, window?.isMenuBarVisible()];
    });
  expect(await bar()).toEqual([true, false]);
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('view.matrix')?.click();
  });
  await expect.poll(heard).toEqual([{ type: 'command', command: 'view.matrix' }]);
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.focus();
    for (const keyCode of ['R', 'W', 'N'])
      window?.webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers: ['control'] });
  });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
  expect(await heard()).toHaveLength(1);
});

test('a second start brings the first to the front with its file, and ends', async () => {
  const userData = newUserData();
  const file = path.join(userData, 'room.gavel');
  fs.writeFileSync(file, 'bytes');
  const { app, page } = await launchApp({ userData, args: [file] });
  const heard = await listen(page);
  expect((await request(page, 'file-open', { announced: file })).ok).toBe(true);

  await request(page, 'hello', {});
  fs.writeFileSync(path.join(userData, 'later.gavel'), 'later');
  const start = Date.now();
  const program = app.process().spawnfile;
  const second = spawn(program, [ROOT, '--no-sandbox', `--user-data-dir=${userData}`, 'later.gavel'], {
    cwd: userData,
    stdio: 'ignore',
  });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(Date.now() - start).toBeLessThan(20_000);
  const later = path.join(userData, 'later.gavel');
  await expect.poll(heard).toContainEqual({ type: 'file-announced', path: later });
  const opened = await page.evaluate(async (announced) => {
    const answer = await window.gavel.request('file-open', { announced });
    return answer.ok && answer.value !== undefined
      ? [answer.value.name, new TextDecoder().decode(answer.value.bytes)]
      : answer;
  }, later);
  expect(opened).toEqual(['later.gavel', 'later']);
});

test('open and save go through the dialogs; a saved file is its owner’s alone', async () => {
  const { app, page, userData } = await launchApp();
  const file = path.join(userData, 'mail.eml');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, file);
  fs.writeFileSync(file, 'older', { mode: 0o644 });
  expect(await request(page, 'file-save', { suggestedName: 'mail.eml', text: 'Grüße\n' })).toEqual({
    ok: true,
    value: { path: file },
  });
  expect(fs.readFileSync(file, 'utf8')).toBe('Grüße\n');
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  const bytes = await page.evaluate(async () => {
    const answer = await window.gavel.request('file-open', {});
    return answer.ok && answer.value !== undefined
      ? [answer.value.name, answer.value.bytes.constructor.name, answer.value.bytes.length]
      : answer;
  });
  expect(bytes).toEqual(['mail.eml', 'Uint8Array', 8]);

  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
  });
  expect(await request(page, 'file-save', { suggestedName: 'x', text: '' })).toEqual({ ok: true });
  expect(await request(page, 'file-open', {})).toEqual({ ok: true });
});

test('a mail goes to the mail program as a mailto: URL, its body to the clipboard where it is long', async () => {
  const { app, page } = await launchApp();
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => Promise.resolve(void opened.push(url));
  });
  const mail = { to: ['list@host.example'], subject: 'Re: x', inReplyTo: 'a@b.example', body: 'short\n' };
  expect(await request(page, 'mail-open', mail)).toEqual({ ok: true, value: { bodyOnClipboard: false } });
  const long = 'y'.repeat(3_000);
  expect(await request(page, 'mail-open', { ...mail, body: long })).toEqual({
    ok: true,
    value: { bodyOnClipboard: true },
  });
  expect(await request(page, 'mail-open', { ...mail, subject: 'x\r\nBcc: evil@host.example' })).toMatchObject({
    ok: false,
  });
  const [opened, clipboard] = await app.evaluate(
    async (electron) =>
      [(globalThis as unknown as { opened: string[] }).opened, await electron.clipboard.readText()] as const,
  );
  const url = 'mailto:list@host.example?subject=Re%3A%20x&in-reply-to=%3Ca@b.example%3E';
  expect(opened).toEqual([`${url}&body=short%0D%0A`, url]);
  expect(clipboard).toBe(long);
});

test('closing asks nothing; a page with something unsaved is told instead', async () => {
  const { app, page } = await launchApp();
  const heard = await listen(page);
  await page.evaluate(() => {
    const hold = (event: Event): void => {
      event.preventDefault();
    };
    addEventListener('beforeunload', hold);
    Object.assign(window, {
      letGo: () => {
        removeEventListener('beforeunload', hold);
      },
    });
  });
  await request(page, 'window-act', { act: 'close' });
  await expect.poll(heard).toContainEqual({ type: 'close-asked' });
  expect(app.windows()).toHaveLength(1);
  // the page asks once itself, since all of its own is saved, and leaves it at that
  await page.waitForTimeout(300);
  expect((await heard()).length).toBeLessThanOrEqual(2);
  const gone = app.waitForEvent('close');
  await page.evaluate(() => {
    (window as unknown as { letGo: () => void }).letGo();
    // a moment later: the page may be gone before it could answer
    setTimeout(() => void window.gavel.request('window-act', { act: 'close' }));
  });
  await gone;
});

test('a move of the window that is told after it is gone doesn’t hold up quitting', async () => {
  const { app, close } = await launchApp();
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.on('close', () => window.emit('move'));
    const start = Date.now();
    electronApp.prependListener('will-quit', (event: { preventDefault: () => void }) => {
      if (Date.now() - start > 2_000) return;
      event.preventDefault();
      setTimeout(() => {
        electronApp.quit();
      }, 300);
    });
  });
  await close();
});
