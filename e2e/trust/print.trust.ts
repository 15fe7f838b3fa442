import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { expect, type ElectronApplication } from '@playwright/test';
import { request } from '../support/app';
import { chooseToSave } from '../support/moderator';
import { figure, test } from './support/proof';

/** A page that would tell on whoever prints it, in every way that needs no click. */
function hostile(sink: string, app: string): string {
  return `<!doctype html><html><head>
<meta http-equiv="refresh" content="0; url=${sink}/refresh">
<link rel="stylesheet" href="${sink}/style.css"><link rel="prefetch" href="${sink}/prefetch">
<style>@import url("${sink}/import.css"); @font-face { font-family: x; src: url("${sink}/font") } p { font-family: x; background: url("${sink}/background") }</style>
<script src="${sink}/script.js"></script><script>console.log("ran: script"); fetch("${sink}/fetch")</script>
</head><body onload="console.log('ran: onload'); new Image().src='${sink}/onload'">
<p>printed</p><img src="${sink}/img"><iframe src="${sink}/iframe"></iframe><object data="${sink}/object"></object>
<img src="file:///etc/passwd"><img src="${app}/index.html" onerror="console.log('ran: onerror'); new Image().src='${sink}/onerror'"><video src="${sink}/video" autoplay></video>
</body></html>`;
}

/** Hears of what a script of a page that is opened from now on says; answers what was heard. */
async function hearScripts(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ app: electronApp }) => {
    const ran: string[] = [];
    Object.assign(globalThis, { ran });
    electronApp.on('web-contents-created', (_event, contents) => {
      contents.on('console-message', (_message, _level, text) => {
        if (text.startsWith('ran: ')) ran.push(text);
      });
    });
  });
  return () => app.evaluate(() => (globalThis as unknown as { ran: readonly string[] }).ran);
}

test('Row 17: a hostile page that is printed runs nothing and fetches nothing', async ({ gavel }) => {
  const { app, page } = gavel;
  const seen: string[] = [];
  const server = http.createServer(({ url }, response) => {
    seen.push(url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gavel-print-'));
  try {
    const file = path.join(folder, 'out.pdf');
    await chooseToSave(app, file);
    const windows = (): Promise<number> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    const before = await windows();
    const ran = await hearScripts(app);
    const html = hostile(`http://127.0.0.1:${String(port)}`, 'app://gavel');
    const answer = await request(page, 'file-save', { html, to: 'pdf', suggestedName: 'x.pdf' });
    expect(answer).toEqual({ ok: true, value: { path: file } });
    expect(fs.readFileSync(file).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(seen).toEqual([]);
    expect(await ran()).toEqual([]);
    expect(await windows()).toBe(before);
    figure('0 requests, 0 executions of a page with 15 ways to tell');
  } finally {
    server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
