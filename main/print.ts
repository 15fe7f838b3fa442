import { app, BrowserWindow, session as sessions } from 'electron';
import type { PageToPrint } from '../shared/ipc';
import { ok, refuse, type Result } from '../shared/result';
import { writeAtomically } from './atomic-file';
import { confined } from './confined';
import { chooseWhereTo } from './dialogs';
import { ORIGIN, SCHEME } from './origin';
import { blockNetwork, denyPermissions } from './security';

/** The page that is printed, at our origin like every page: the guards of navigation let no other be loaded. */
const PRINTED = `${ORIGIN}/print.html`;
/** It may have the looks that it brings, and nothing else. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** In inches: as much as printers need. */
const MARGINS = { top: 0.6, bottom: 0.6, left: 0.7, right: 0.7 } as const;

/** Lets a person choose where a page goes as a PDF, or gives it to a printer; undefined if they cancelled. */
export async function printPage(
  { html, to, suggestedName }: PageToPrint,
  window: BrowserWindow,
): Promise<Result<{ path: string } | undefined>> {
  if (to === 'printer') return withPage(html, givenToPrinter);
  const file = await chooseWhereTo(suggestedName, window);
  if (file === undefined) return ok(undefined);
  return withPage(html, async (page) => {
    const pdf = await page.webContents.printToPDF({ pageSize: 'A4', margins: MARGINS, generateTaggedPDF: true });
    const written = await writeAtomically(file, pdf);
    return written.ok ? ok({ path: file }) : written;
  });
}

function givenToPrinter(page: BrowserWindow): Promise<Result<{ path: string } | undefined>> {
  return new Promise((resolve) => {
    page.webContents.print({}, (done, why) => {
      // the words Chromium has for a dialog that was closed
      if (done) resolve(ok({ path: '' }));
      else if (/cancel/i.test(why)) resolve(ok(undefined));
      else resolve(refuse('It was not printed: save it as a PDF and print that', { found: why }));
    });
  });
}

/**
 * Sets a page in a window that nobody sees and that can do nothing: no script runs, no request leaves it, what it keeps
 * is gone with it. The window is closed when the work is done.
 */
async function withPage<T>(html: string, work: (page: BrowserWindow) => Promise<Result<T>>): Promise<Result<T>> {
  // without `persist:` it is in memory alone
  const partition = sessions.fromPartition(`print-${String((printed += 1))}`, { cache: false });
  denyPermissions(partition);
  blockNetwork(partition);
  partition.protocol.handle(SCHEME, ({ url }) =>
    url === PRINTED
      ? new Response(html, {
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
        })
      : new Response('not found', { status: 404, headers: { 'content-security-policy': POLICY } }),
  );
  const page = new BrowserWindow({
    show: false,
    title: app.name,
    ...confined({ javascript: false, session: partition }),
  });
  try {
    await page.loadURL(PRINTED);
    return await work(page);
  } catch (error) {
    return refuse('the page could not be set for printing', { found: String(error) });
  } finally {
    page.destroy();
    partition.protocol.unhandle(SCHEME);
  }
}

let printed = 0;
