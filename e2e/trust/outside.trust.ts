import { expect } from '@playwright/test';
import { request } from '../support/app';
import { figure, test } from './support/proof';

const FOREIGN = [
  'https://host.example/',
  'http://host.example/',
  'file:///etc/passwd',
  'file://host/share/x.exe',
  '\\\\host\\share\\x.exe',
  'smb://host/share',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x&crumb=location:\\\\host\\share',
  'ms-officecmd:{}',
  'ms-appinstaller:?source=https://host.example/x',
  'javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:app://gavel/x',
  'ftp://host.example/x',
  'chrome://settings',
  'view-source:https://host.example/',
  'app://evil/index.html',
  'https:evil\u0000.example',
  'https:evil\r\n.example',
  'https://user:password@host.example/',
  'https://xn--80ak6aa92e.example/',
  `https://host.example/${'x'.repeat(2_100)}`,
  'ssh://-oProxyCommand=x',
  'mailto:?subject=x&attach=/etc/passwd',
];

test('Row 10: nothing is handed to another program but a mail that a person sends', async ({
  gavel: { app, page },
}) => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    const note = (url: string): Promise<string> => Promise.resolve(String(opened.push(url)));
    Object.assign(shell, { openExternal: note, openPath: note, showItemInFolder: note, trashItem: note });
  });
  const opened = (): Promise<string[]> => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  for (const url of FOREIGN) {
    // what is no address at all leads to about:blank, and from there back to our page, which may be in between
    await expect(() =>
      page.evaluate((target) => {
        const link = Object.assign(document.createElement('a'), { href: target, target: '_blank' });
        document.body.appendChild(link).click();
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.src = target;
        try {
          window.open(target);
        } catch {
          // not even an address
        }
        link.target = '';
        link.click();
      }, url),
    ).toPass();
  }
  await page.waitForTimeout(500);
  await page.reload();
  for (const url of FOREIGN) {
    // as a mail's address: only addresses are addresses
    const answer = await request(page, 'mail-open', { to: [url], subject: 'x', body: 'x' });
    expect(answer.ok, url).toBe(false);
  }
  expect(await opened()).toEqual([]);

  const mail = { to: ['list@host.example'], subject: 'x', body: 'x' };
  expect((await request(page, 'mail-open', mail)).ok).toBe(true);
  for (const subject of ['x\r\nBcc: evil@host.example', 'x\u0000', 'x\u2028y']) {
    expect((await request(page, 'mail-open', { ...mail, subject })).ok, subject).toBe(false);
  }
  for (const to of ['a@b?bcc=evil@host.example', 'a@b&attach=/etc/passwd', 'a@b,c@d', 'a@b\r\nBcc: c@d', '']) {
    const answer = await request(page, 'mail-open', { ...mail, to: [to] });
    if (answer.ok) expect((await opened()).at(-1), to).not.toMatch(/[?&](bcc|attach)=/);
  }
  const all = await opened();
  expect(all[0]).toBe('mailto:list@host.example?subject=x&body=x');
  for (const url of all) expect(url).toMatch(/^mailto:[^?]*\?subject=x&body=x$/);
  figure(`${String(FOREIGN.length)} addresses four ways: 0 handed over; a mail that was asked for: 1`);
});
