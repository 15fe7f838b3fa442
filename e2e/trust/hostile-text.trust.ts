import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp, ROOT } from '../support/app';
import { newUserData } from '../support/cleanup';
import { moderator } from '../support/moderator';
import { hostileBodies } from './support/bodies';
import { figure, test } from './support/proof';

/** A listener that hears of whatever is fetched. */
async function listener(): Promise<{ readonly url: string; readonly heard: string[]; readonly close: () => void }> {
  const heard: string[] = [];
  const server = http.createServer(({ url = '' }, answer) => {
    heard.push(url);
    answer.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    heard,
    close: () => server.close(),
  };
}

/** One mail a body: as its HTML, in its subject, its sender's name and the name of what is attached. */
function mailOf(body: string, n: number): string {
  const line = body.replaceAll(/[\r\n\u2028]/g, ' ');
  const word = (text: string): string => `=?utf-8?b?${Buffer.from(text).toString('base64')}?=`;
  return [
    'From mboxrd@z Thu Jan  1 00:00:00 1970',
    `From: ${word(`M${String(n)} ${line}`)} <m${String(n)}@maintainers.example>`,
    'To: summit@lists.example',
    `Date: Mon, 08 Jul 2024 15:${String(n).padStart(2, '0')}:00 +0000`,
    `Message-ID: <mail${String(n)}@maintainers.example>`,
    ...(n === 0 ? [] : ['In-Reply-To: <mail0@maintainers.example>']),
    `Subject: ${word(`Talk ${line}`)}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`<p>I would object to passthrough.</p>${body}`).toString('base64'),
    '--b',
    'Content-Type: application/octet-stream',
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(line)}`,
    '',
    'x',
    '--b--',
    '',
    '',
  ].join('\n');
}

/** A record whose people, subsystems, notes, positions and objections say the bodies. */
function recordOf(bodies: readonly string[]): string {
  let at = Date.UTC(2024, 8, 17, 8);
  const line = (kind: string, fields: object): string => {
    const id = `${new Date((at += 1)).toISOString()}-000-k7f3q2xa`;
    const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify({ id, by: 'ana', kind, ...Object.fromEntries(sorted) });
  };
  const lines = [
    line('session-opened', {
      title: `Trust ${String(bodies[2])}`,
      question: bodies[5],
      thread: { root: 'mail0@maintainers.example', subject: `Talk ${String(bodies[0])}` },
    }),
    ...bodies.flatMap((body, n) => [
      line('participant-added', { who: `p${String(n)}`, name: body, affiliation: body, aliases: [body] }),
      line('subsystem-added', { subsystem: `s${String(n)}`, name: body, question: body, standard: body }),
      line('position-taken', {
        who: `p${String(n)}`,
        subsystem: 's0',
        stance: 'standard-required',
        rationale: body,
        conditions: [body],
        evidence: [{ lines: [body], message: `mail${String(n)}@maintainers.example` }],
      }),
      line('note-taken', { text: body, subsystem: 's0' }),
      line('objection-raised', {
        number: n + 1,
        who: `p${String(n)}`,
        on: { subsystem: 's0' },
        rationale: body,
        remedy: body,
      }),
    ]),
  ];
  const header = `{"gavel":1,"session":"${(JSON.parse(lines[0]!) as { id: string }).id}"}`;
  const text = `${[header, ...lines].join('\n')}\n`;
  return `${text}{"entries":${String(lines.length)},"sha256":"${createHash('sha256').update(text).digest('hex')}"}\n`;
}

/** Whether anything ran in any frame of any window. */
async function ran(pages: readonly Page[]): Promise<boolean> {
  const found = await Promise.all(
    pages.flatMap((page) => page.frames()).map((frame) => frame.evaluate(() => '__pwned' in window).catch(() => false)),
  );
  return found.includes(true);
}

test('Row 6: no text of a mail, a record or MAINTAINERS runs or fetches anything, wherever it is shown', async () => {
  test.setTimeout(240_000);
  const sink = await listener();
  const bodies = hostileBodies(sink.url);
  expect(bodies).toHaveLength(40);
  const userData = newUserData();
  const file = (name: string, text: string): string => {
    fs.writeFileSync(path.join(userData, name), text);
    return path.join(userData, name);
  };
  const record = file('talk.gavel', recordOf(bodies));
  const mails = file('talk.mbox', bodies.map(mailOf).join(''));
  const maintainers = file(
    'MAINTAINERS',
    `List of maintainers\n\n${bodies.map((body) => `${body}\nM:\t${body} <a@kernel.example>\nL:\t${body}\nS:\tMaintained\nF:\tdrivers/\n`).join('\n')}`,
  );
  const gavel = await launchApp({ userData, args: [record] });
  const { app, page } = gavel;
  const mod = moderator(gavel);
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await expect(page.getByRole('tab', { name: 'Live' })).toBeVisible();
  await mod.type('#s0');
  await expect(page.locator('body')).toContainText('<script>window.__pwned=1</script>');
  const opened = app.waitForEvent('window');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+P');
  const room = await opened;
  await mod.reopen(mails);
  await expect(page.getByText(/40 new mails/)).toBeVisible();
  for (const view of ['Live', 'Matrix', 'Review', 'Summary', 'Thread'] as const) {
    await mod.goTo(view);
    await page.waitForTimeout(300);
    expect(await ran([page, room]), view).toBe(false);
  }
  const tree = page.getByRole('tree', { name: 'Thread' });
  await expect(tree.getByRole('treeitem').first()).toBeVisible();
  await expect(tree).toContainText('onerror');
  for (let n = 0; n < bodies.length; n += 1) {
    await page.keyboard.press('j');
    await page.waitForTimeout(20);
  }
  await mod.reopen(maintainers);
  await expect(page.getByRole('dialog', { name: 'Subsystems from MAINTAINERS' })).toBeVisible();
  await page.waitForTimeout(500);
  expect(await ran([page, room])).toBe(false);
  // neither in the page's own elements is any of it anything but text
  const elements = await page.evaluate(
    () =>
      document.querySelectorAll(
        'script:not([src^="./static/"]), iframe, object, embed, base, [onerror], [onload], [onfocus], a[href^="javascript" i]',
      ).length,
  );
  expect(elements).toBe(0);
  expect(sink.heard).toEqual([]);
  expect(app.windows()).toHaveLength(2);
  sink.close();
  figure(
    `${String(bodies.length)} bodies as HTML, subject, name, file name, note, MAINTAINERS line, in 5 views and the projector: 0 ran, 0 requests`,
  );
});

/** An Electron that opens a page with everything allowed, and tells what ran and what was asked for. */
function openUnguarded(folder: string, page: string): { readonly ran: boolean; readonly asked: readonly string[] } {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{"name":"viewer","main":"main.cjs"}');
  fs.writeFileSync(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow, session } = require('electron');
     app.whenReady().then(async () => {
       const asked = [];
       session.defaultSession.webRequest.onBeforeRequest(({ url }, callback) => {
         if (!url.startsWith('file:')) asked.push(url);
         callback({ cancel: !url.startsWith('file:') });
       });
       const window = new BrowserWindow({ show: false });
       await window.loadFile(${JSON.stringify(page)}).catch(() => undefined);
       await new Promise((resolve) => setTimeout(resolve, 1500));
       const ran = await window.webContents.executeJavaScript("'__pwned' in window");
       process.stdout.write('\\nVIEWED ' + JSON.stringify({ ran, asked }) + '\\n');
       app.exit(0);
     });`,
  );
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(ROOT, 'node_modules/electron/dist');
  const done = spawnSync(path.join(dist, 'electron'), [folder, '--no-sandbox'], { encoding: 'utf8', timeout: 60_000 });
  const [, viewed = ''] = /^VIEWED (.*)$/m.exec(done.stdout) ?? [];
  return JSON.parse(viewed) as { ran: boolean; asked: string[] };
}

test('Row 17: a page that was exported runs and fetches nothing, in a browser that would let it', () => {
  test.setTimeout(120_000);
  const bodies = hostileBodies('http://127.0.0.1:9');
  const folder = newUserData();
  const record = path.join(folder, 'talk.gavel');
  fs.writeFileSync(record, recordOf(bodies));
  const html = execFileSync(
    process.execPath,
    [path.join(ROOT, 'out/cli/gavel.mjs'), 'summary', record, '--format', 'html'],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  const exported = path.join(folder, 'summary.html');
  fs.writeFileSync(exported, html);
  expect(html).toContain('onerror');
  expect(openUnguarded(path.join(folder, 'viewer'), exported)).toEqual({ ran: false, asked: [] });

  // the same bodies, taken for HTML, do run and fetch there: the viewer would have told
  const plain = path.join(folder, 'plain.html');
  fs.writeFileSync(plain, `<!doctype html>${bodies.slice(0, 8).join('\n')}`);
  const unguarded = openUnguarded(path.join(folder, 'viewer'), plain);
  expect(unguarded.ran).toBe(true);
  expect(unguarded.asked.length).toBeGreaterThan(0);
  figure(
    `${String(bodies.length)} bodies in an exported page, opened with everything allowed: 0 ran, 0 requests; there is no print or PDF window`,
  );
});
