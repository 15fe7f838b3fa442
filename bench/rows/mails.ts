import { existsSync, openSync, closeSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pause, withFolder, type Started } from '../electron';
import { startWithEntries } from '../profile';
import { median, percentile, row, type Bench, type Row } from '../row';

const REAL = '../shared/data/passthrough.t.mbox.gz';
const SEARCHED = ['l', 'la', 'lay', 'layout', 'from:p7', 'published lay', 'subject:question', 'e', 'user test'];

/** Mails into the app: from the drop to a tree that can be walked, the page meanwhile, its memory, and the search. */
export const mails: Bench = {
  name: 'mails',
  measure: async () => {
    const drop = await dropped();
    const [some, all] = [await many(40_000), await many(100_000)];
    return [
      ...drop,
      ...some.rows,
      ...all.rows,
      row({
        row: 'search',
        ours: some.search,
        baseline: LIMIT,
        goal: 1,
        unit: 'ms',
        note: '40k mails, made by hand: p95 from a letter typed into the search to the painted hits, once the index is there; baseline: the limit',
        growth: [{ entries: 100_000, ours: all.search, ratio: all.search / LIMIT }],
      }),
    ];
  },
};

/** A thread of 126 mails, the real one where it is there, dropped on the Thread view. */
async function dropped(): Promise<readonly Row[]> {
  const took: number[] = [];
  const real = existsSync(REAL);
  for (let round = 0; round < 5; round += 1) {
    await withFolder(async (folder) => {
      const started = await startAtThread(folder);
      const file = real ? join(process.cwd(), REAL) : writeMails(join(folder, 'thread.mbox'), 126);
      took.push(await dropAndWait(started.page, file, 12));
      await started.stop();
    });
  }
  return [
    row({
      row: 'mails, drop',
      ours: median(took),
      baseline: 1000,
      goal: 1,
      unit: 'ms',
      note: `from the drop of a thread of 126 mails (${real ? 'real' : 'made by hand'}) to its tree on the screen; baseline: the limit`,
    }),
  ];
}

/** Milliseconds from a letter to its hits. */
const LIMIT = 50;

interface Many {
  readonly rows: readonly Row[];
  /** p95 in milliseconds */
  readonly search: number;
}

/** A large mbox: how long it takes, the longest task of the page meanwhile, what the renderer holds, and the search. */
function many(count: number): Promise<Many> {
  return withFolder(async (folder) => {
    const started = await startAtThread(folder);
    const { page } = started;
    const file = writeMails(join(folder, 'many.mbox'), count);
    await page.evaluate(watchTasks);
    let most = 0;
    const watching = setInterval(() => (most = Math.max(most, rendererMemory(folder))), 250);
    const took = await dropAndWait(page, file, 12);
    clearInterval(watching);
    const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
    const searches = await search(page);
    most = Math.max(most, rendererMemory(folder));
    await started.stop();
    const size = `${String(count / 1000)}k mails, made by hand`;
    const rows = [
      row({
        row: `mails ${size.slice(0, 4).trim()}`,
        ours: took,
        baseline: (120_000 * count) / 100_000,
        goal: 1,
        unit: 'ms',
        note: `${size}: from the drop to the tree; baseline: the limit, 120 s for 100k`,
      }),
      row({
        row: `mails ${size.slice(0, 4).trim()}, page`,
        ours: longest,
        baseline: 50,
        goal: 1,
        unit: 'ms',
        note: `${size}: the longest task of the page while they come in and are shown; baseline: the limit`,
      }),
      row({
        row: `mails ${size.slice(0, 4).trim()}, memory`,
        ours: most,
        baseline: 1024 * 1024,
        goal: 1,
        unit: 'KiB',
        note: `${size}: the most that the renderer held (its resident set), search index included; baseline: the limit`,
      }),
    ];
    return { rows, search: percentile(searches, 95) };
  });
}

async function startAtThread(folder: string): Promise<Started> {
  const started = await startWithEntries(folder, 1000);
  await started.page.keyboard.press('Alt+5');
  await started.page.getByText('No mails.').waitFor();
  return started;
}

/** Drops a file as a person would, and answers in how many milliseconds so many rows of the tree are painted. */
async function dropAndWait(page: Page, file: string, rows: number): Promise<number> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'bench';
    document.body.append(input);
  });
  // by path, so that the file goes through no pipe
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#bench' });
  await session.send('DOM.setFileInputFiles', { files: [file], nodeId });
  return page.evaluate(async (wanted) => {
    const input = document.querySelector<HTMLInputElement>('#bench');
    const [given] = input?.files ?? [];
    input?.remove();
    if (given === undefined) throw new Error('no file');
    const data = new DataTransfer();
    data.items.add(given);
    const since = performance.now();
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data }));
    return new Promise<number>((resolve) => {
      const look = (): void => {
        const shown = document.querySelectorAll('[role=treeitem]').length >= wanted;
        if (shown) setTimeout(() => resolve(performance.now() - since));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }, rows);
}

/** Types into the search: once until the index is there, then each word, timed to the paint of its hits. */
async function search(page: Page): Promise<readonly number[]> {
  await page.keyboard.press('/');
  await page.keyboard.type('q');
  await page.waitForFunction(
    () => {
      const said = document.querySelector('[aria-label="Mails found"]')?.textContent ?? '';
      return / of /.test(said) && !said.startsWith('reading');
    },
    undefined,
    { timeout: 300_000 },
  );
  await pause(500);
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const typed of SEARCHED) times.push(await page.evaluate(typeAndWait, typed));
  }
  return times;
}

/** In the page: a search typed in one go, until its number of hits is another and painted. */
function typeAndWait(typed: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('[aria-label="Search the thread"]');
  const found = document.querySelector('[aria-label="Mails found"]');
  return new Promise((resolve) => {
    const type = (text: string, then: (since: number) => void): void => {
      const before = found?.textContent;
      const since = performance.now();
      // past React, which would take the value for the one that it set
      if (field !== null) Reflect.set(HTMLInputElement.prototype, 'value', text, field);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
      const look = (): void => {
        if (found?.textContent !== before) setTimeout(() => then(since));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    // from nothing found, so that every search changes the number
    type('nothing-holds-this', () => type(typed, (since) => resolve(performance.now() - since)));
  });
}

/** In the page: remembers the longest task from now on. */
function watchTasks(): void {
  const here = window as unknown as { longest: number };
  here.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) here.longest = Math.max(here.longest, duration);
  }).observe({ type: 'longtask' });
}

/** KiB that the renderers of the Electron with this data folder hold. */
function rendererMemory(folder: string): number {
  let most = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (!line.includes('--type=renderer') || !line.includes(folder)) continue;
      const rss = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      most = Math.max(most, Number(rss));
    } catch {
      // a process that is gone meanwhile
    }
  }
  return most;
}

/** Mails of about the size and form of a list's, in threads of 40. */
function writeMails(file: string, count: number): string {
  const words =
    'the a layout of camera is published user test that we can driver policy needs stack open kernel review'.split(' ');
  const out = openSync(file, 'w');
  let text = '';
  for (let n = 0; n < count; n += 1) {
    const line = (at: number): string =>
      Array.from({ length: 11 }, (_, i) =>
        (n * 7 + at * 13 + i * 5) % 97 === 0
          ? `word${String((n * 31 + at) % 60_000)}`
          : words[(n + at * 3 + i * 7) % words.length],
      ).join(' ');
    const body = Array.from({ length: 40 }, (_, at) => (at % 3 === 0 ? line(at) : `> ${line(at)}`));
    text += [
      'From mboxrd@z Thu Jan  1 00:00:00 1970',
      `From: Person ${String(n % 400)} <p${String(n % 400)}@host.example>`,
      'To: summit@lists.example',
      `Message-ID: <${String(n)}@host.example>`,
      ...(n % 40 === 0 ? [] : [`In-Reply-To: <${String(n - 1 - (n % 3 === 0 ? 0 : (n % 40) >> 1))}@host.example>`]),
      `Subject: ${n % 40 === 0 ? '' : 'Re: '}question ${String(Math.floor(n / 40))}`,
      `Date: ${new Date(Date.UTC(2020, 0, 1) + n * 60_000).toUTCString().replace('GMT', '+0000')}`,
      '',
      ...body,
      '',
      '',
    ].join('\n');
    if (text.length > 4_000_000) {
      writeSync(out, text);
      text = '';
    }
  }
  writeSync(out, text);
  closeSync(out);
  return file;
}
