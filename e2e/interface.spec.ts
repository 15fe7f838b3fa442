import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchApp, newUserData, type RunningApp } from './support/app';
import { roomFile } from './support/room';

/** Starts with a room that is under way, in a window of a notebook. */
async function startInRoom(): Promise<RunningApp> {
  const userData = newUserData();
  fs.writeFileSync(path.join(userData, 'settings.json'), '{"me":{"handle":"ana"}}\n');
  const running = await launchApp({ userData, args: [roomFile(userData)] });
  await expect(running.page.getByRole('list', { name: 'Subsystems' })).toContainText('uvc');
  await sized(running, 1366, 768);
  return running;
}

/** Makes the window's page so many CSS pixels large. */
async function sized({ app, page }: RunningApp, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [w, h]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(w, h);
    },
    [width, height] as const,
  );
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

/** What of these elements can't be seen whole: out of the window, cut off by what scrolls it, or under another one. */
function unseen(page: Page, selectors: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    (all) =>
      all.flatMap((selector) => {
        const found = [...document.querySelectorAll<HTMLElement>(selector)];
        if (found.length === 0) return [`nothing is ${selector}`];
        return found.flatMap((element) => {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          const name = `${selector} ${(element.textContent || element.getAttribute('aria-label')) ?? ''}`.slice(0, 80);
          if (left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5)
            return [`outside: ${name}`];
          const covered = [top + 2, bottom - 2].some((y) => {
            const there = document.elementFromPoint((left + right) / 2, y);
            return there === null || !(element.contains(there) || there.contains(element));
          });
          return covered ? [`covered: ${name}`] : [];
        });
      }),
    selectors,
  );
}

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

test('UX-7 UX-8 UX-12 UX-14 UX-16: a room under way: what is seen, what keys do while one types, what is kept', async () => {
  const running = await startInRoom();
  const { page } = running;
  const entry = page.getByRole('textbox', { name: 'Quick entry' });
  const echo = page.getByRole('status', { name: 'Echo' });
  const mode = page.locator('.status__mode');
  const rows = '[role=grid][aria-label=Positions] [aria-rowindex] .position__who';

  await test.step('UX-16: twelve people, queue, objections and quick entry at 1366x768 without scrolling', async () => {
    await expect(page.getByRole('grid', { name: 'Positions' }).locator('.position__who')).toHaveCount(12);
    await expect(page.getByRole('list', { name: 'Queue' }).getByRole('listitem')).toHaveCount(2);
    await expect(page.getByRole('list', { name: 'Objections' }).getByRole('listitem')).toHaveCount(2);
    expect(
      await unseen(page, [
        '.position__who',
        '[aria-label=Queue] > li',
        '[aria-label=Objections] > li',
        '[aria-label="Quick entry"]',
        '.status__mode',
      ]),
    ).toEqual([]);
  });

  await test.step('UX-14: no stance is a colour alone; without any colour the five are told apart', async () => {
    for (const view of ['2', '1']) {
      await page.keyboard.press(`Alt+${view}`);
      await expect(page.locator('[role=tab][aria-selected=true]')).toHaveText(view === '1' ? 'Live' : 'Matrix');
      await expect(page.locator('.view [data-stance]').first()).toBeVisible();
      const bare = await page.evaluate(() => {
        const says = /standard|userspace|passthrough|abstain|recuse|no position|clear|\b[SUPAR]\b/i;
        return [...document.querySelectorAll('[data-stance]')].flatMap((element) => {
          const place = element.closest('[role=gridcell],[role=row],[role=img],li,button,dt,.stance') ?? element;
          const words = `${place.getAttribute('aria-label') ?? ''} ${place.getAttribute('title') ?? ''} ${place.textContent}`;
          // the dash of an empty cell is drawn by the style sheet
          const drawn = getComputedStyle(element, '::before').content !== 'none';
          const glyph = drawn || element.querySelector('svg') !== null || element.closest('.bar') !== null;
          return glyph && says.test(words) ? [] : [`${place.className}: ${words.trim()}`];
        });
      });
      expect(bare, view).toEqual([]);
    }
    const shapes = await Promise.all(
      ['s', 'u', 'p', 'a', 'n'].map(async (code) => {
        const glyph = page.locator(`.tally__legend [data-stance=${code}] svg`).first();
        await glyph.evaluate((svg) => {
          svg.style.setProperty('color', 'black');
          svg.style.setProperty('filter', 'grayscale(1)');
        });
        return glyph;
      }),
    );
    const pictures: string[] = [];
    for (const shape of shapes) pictures.push((await shape.screenshot()).toString('base64'));
    expect(new Set(pictures).size).toBe(5);
  });

  await test.step('UX-8: while one types every key is text', async () => {
    await page.keyboard.press('i');
    await expect(mode).toHaveText('INSERT');
    await page.keyboard.type('u1o?/:gCxj');
    await expect(entry).toHaveValue('u1o?/:gCxj');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(mode).toHaveText('INSERT');
  });

  await test.step('UX-7: Esc closes the top layer only; what was typed comes back', async () => {
    await page.keyboard.press('F1');
    await expect(page.getByRole('textbox', { name: 'Filter the keys' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(entry).toHaveValue('u1o?/:gCxj');
    await entry.focus();
    await page.keyboard.press('Escape');
    await expect(mode).toHaveText('NORMAL');
    await page.keyboard.press('i');
    await expect(entry).toHaveValue('u1o?/:gCxj');
    await page.keyboard.press('Control+u');
    await page.keyboard.press('Escape');
    await page.keyboard.press('C');
    const call = page.getByRole('dialog', { name: "Chair's call" });
    const statement = call.getByRole('textbox', { name: 'Statement' });
    await statement.fill('A published layout');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Find or run' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Find or run' })).toHaveCount(0);
    await expect(statement).toHaveValue('A published layout');
    await page.keyboard.press('Escape');
    await expect(call).toHaveCount(0);
    await page.keyboard.press('C');
    await expect(statement).toHaveValue('A published layout');
    await page.keyboard.press('Escape');
  });

  await test.step('UX-12: a mistake is said in words, its token underlined, the text kept, and Tab mends it', async () => {
    await page.keyboard.press('i');
    await page.keyboard.type('@p11 sdt ');
    await expect(page.getByRole('status', { name: 'Quick entry says' })).toContainText(
      'No stance "sdt". Did you mean std?',
    );
    await expect(page.locator('.t-bad')).toHaveText('sdt');
    await page.keyboard.press('Tab');
    await expect(entry).toHaveValue(/^@p11 std ?$/);
  });

  await test.step('what was recorded and a new objection are told in live regions, and the focus stays', async () => {
    await page.keyboard.press('Enter');
    await expect(echo).toContainText(/Recorded: .*p11/);
    expect(await focused(page)).toBe('Quick entry');
    await page.keyboard.type('@p8 obj -- No user of it');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status', { name: 'Open objections' })).toHaveText('3 open objections on #uvc');
    await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(/Saved \d\d:\d\d:\d\d/);
    expect(await focused(page)).toBe('Quick entry');
    await page.keyboard.press('Escape');
    for (let undone = 0; undone < 2; undone += 1) {
      await echo.evaluate((element) => Object.assign(window, { said: element.firstElementChild }));
      await page.keyboard.press('Control+z');
      await expect(echo).toContainText('Undone');
      // the same words again are another element: a screen reader says them again
      expect(await echo.evaluate((element) => element.firstElementChild === Reflect.get(window, 'said'))).toBe(false);
    }
  });

  await test.step('the first key of a chord lists those that may follow; the : line completes and remembers', async () => {
    await page.keyboard.press('g');
    await expect(page.locator('.status__hints')).toContainText('Summary');
    await page.keyboard.press('Escape');
    await page.keyboard.press(':');
    const line = page.getByRole('textbox', { name: 'Command line' });
    await page.keyboard.type('set-all ');
    await page.keyboard.press('Tab');
    await expect(line).toHaveValue('set-all std');
    await page.keyboard.press('Tab');
    await expect(line).toHaveValue('set-all usr');
    await line.fill('mat');
    await page.keyboard.press('Tab');
    await expect(line).toHaveValue('matrix');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Matrix' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('command line');
    await page.keyboard.press('Enter');
    await expect(line).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(line).toHaveValue('matrix');
    await page.keyboard.press('Escape');
    await expect(mode).toHaveText('NORMAL');
    await page.keyboard.press('Alt+1');
    await expect(page.locator(rows).first()).toBeVisible();
  });

  await test.step('UX-16: at 150 % nothing overlaps, quick entry and status line stay', async () => {
    for (const zoom of [1.1, 1.25, 1.5]) {
      await page.keyboard.press('Control+=');
      await expect
        .poll(() =>
          running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor()),
        )
        .toBeCloseTo(zoom);
    }
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([911, 512]);
    expect(await unseen(page, ['[aria-label="Quick entry"]', '.status', '.topbar', '.subject', '.entry'])).toEqual([]);
    const overlapping = await page.evaluate(() => {
      const parts = ['.topbar', '.subject', '.positions', '.entry', '.status'].map((selector) => {
        const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? { top: NaN, bottom: NaN };
        return { selector, top, bottom };
      });
      return parts.flatMap(({ selector, top }, at) => {
        const above = parts[at - 1];
        return above === undefined || above.bottom <= top + 0.5 ? [] : [`${above.selector} over ${selector}`];
      });
    });
    expect(overlapping).toEqual([]);
    await page.keyboard.press('Control+0');
  });
});

test('UX-25: a first start opens the example in one action; colours change without a reload, nothing moves where less motion is asked, and no request leaves', async () => {
  const { page } = await launchApp();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  await expect(page.getByRole('dialog', { name: 'Who are you?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Look at the example' }).click();
  await expect(page.getByRole('list', { name: 'Subsystems' })).toContainText('fwctl');

  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const choose = async (title: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(title);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await ground();
  await choose('Dark colours');
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await choose('Light colours');
  await expect.poll(ground).toBe(light);
  await choose('Colours of the system');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground).toBe(dark);

  const moving = (): Promise<number> =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          return /[1-9]/.test(`${transitionDuration} ${animationDuration}`);
        }).length,
    );
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const view of ['1', '2', '3', '4', '5']) {
    await page.keyboard.press(`Alt+${view}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(await moving(), view).toBe(0);
  }
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
  expect(asked.filter((url) => !/^(app:\/\/gavel\/|data:|blob:)/.test(url))).toEqual([]);
});
