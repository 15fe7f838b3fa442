import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';

// The least shell that shows a page of bench/pages on Gavel's own origin, so that it reads Gavel's own rows.
const page = process.argv.find((argument) => argument.startsWith('--page='))?.slice('--page='.length) ?? 'blank';
const folder = path.join(__dirname, '..', 'pages', page);
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
]);

void app.whenReady().then(async () => {
  protocol.handle('app', async ({ url }) => {
    const file = path.join(folder, new URL(url).pathname);
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    return new Response(await readFile(file), { headers: { 'content-type': type } });
  });
  const window = new BrowserWindow({ width: 1366, height: 768, show: false });
  window.once('ready-to-show', () => {
    window.show();
  });
  await window.loadURL('app://gavel/index.html');
});
app.on('window-all-closed', () => {
  app.quit();
});
