import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/app';
import { newUserData } from '../support/cleanup';
import { figure, test } from './support/proof';
import { begin, journalText, typeLines } from './support/typing';

/** What a sitting of eight hours brings, at five lines a minute. */
const LINES = 2_400;
const PEOPLE = 40;
const SUBSYSTEMS = ['uvc', 'isp', 'gpu', 'drm', 'rdma', 'cxl', 'netdev', 'nvme', 'usb', 'v4l2'];
const STANCES = ['std', 'usr', 'pass', 'abs'];

/** The n-th line: positions with reasons, objections, notes, in turn. */
function lineNo(n: number): string {
  const who = `@p${String((n * 7) % PEOPLE)}`;
  const sub = `#${SUBSYSTEMS[n % SUBSYSTEMS.length] ?? ''}`;
  if (n % 10 === 9) return `${who} obj ${sub} -- reason ${String(n)} // unless remedy ${String(n)}`;
  if (n % 3 === 2) return `note -- remark ${String(n)} of the sitting`;
  return `${who} ${sub} ${STANCES[(n * 3) % STANCES.length] ?? ''} -- words ${String(n)} // if condition ${String(n)} holds`;
}

/** MB of memory, of the shell and of the page, and the files that they hold open. */
async function usage({ app, page }: RunningApp) {
  // what is garbage is no growth
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const processes = await app.evaluate(({ app: electronApp }) =>
    electronApp.getAppMetrics().map(({ type, pid, memory }) => ({ type, pid, mb: memory.workingSetSize / 1_024 })),
  );
  const of = (name: string) => {
    const { pid, mb } = processes.find(({ type }) => type === name) ?? { pid: 0, mb: 0 };
    return { mb: Math.round(mb), files: fs.readdirSync(`/proc/${String(pid)}/fd`).length };
  };
  return { shell: of('Browser'), page: of('Tab') };
}

test('Row 28: a sitting of eight hours, typed without a pause, leaks neither memory nor files', async () => {
  test.skip(process.platform !== 'linux', 'open files are counted in /proc, which Linux has: run it there');
  test.setTimeout(1_200_000);
  const userData = newUserData();
  const gavel = await launchApp({ userData });
  await begin(gavel);
  const setUp = [
    ...SUBSYSTEMS.map((sub) => `+ #${sub} -- Subsystem ${sub}`),
    ...Array.from({ length: PEOPLE }, (_, n) => `+ @p${String(n)} -- Person ${String(n)} <p${String(n)}@host.example>`),
    ...Array.from({ length: 100 }, (_, n) => lineNo(n)),
  ];
  await typeLines(gavel.page, setUp, () => undefined);
  const size = (): number => Buffer.byteLength(journalText(userData));
  const before = { ...(await usage(gavel)), journal: size() };
  let acknowledged = 0;
  const start = Date.now();
  const lines = Array.from({ length: LINES }, (_, n) => lineNo(n + 100));
  await typeLines(gavel.page, lines, () => (acknowledged += 1));
  const seconds = (Date.now() - start) / 1_000;
  const after = { ...(await usage(gavel)), journal: size() };
  expect(acknowledged).toBe(LINES);
  expect(after.shell.files).toBeLessThan(before.shell.files + 20);
  expect(after.page.files).toBeLessThan(before.page.files + 20);
  expect(after.shell.mb).toBeLessThan(before.shell.mb + 100);
  expect(after.page.mb).toBeLessThan(before.page.mb + 200);
  const snapshots = fs.readdirSync(path.join(userData, 'snapshots'), { recursive: true, encoding: 'utf8' });
  const taken = snapshots.filter((name) => name.endsWith('.gavel')).length;
  expect(taken).toBeGreaterThan(2);
  const told = (name: 'shell' | 'page'): string =>
    `${name} ${String(before[name].mb)} to ${String(after[name].mb)} MB and ${String(before[name].files)} to ${String(after[name].files)} open files`;
  figure(
    `${String(LINES)} lines, as many as eight hours bring, in ${seconds.toFixed(0)} s: ${told('shell')}; ${told('page')}; ` +
      `journal ${String(Math.round(before.journal / 1_024))} to ${String(Math.round(after.journal / 1_024))} kB; ${String(taken)} snapshots`,
  );
});
