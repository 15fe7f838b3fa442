import fs from 'node:fs';
import path from 'node:path';
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { moderator, type Moderator } from './support/moderator';
import { roomFile } from './support/room';

/** A room of twelve with all five answers, an objection and a queue. */
async function inTheRoom(): Promise<RunningApp & { readonly me: Moderator }> {
  const running = await launchApp();
  const me = moderator(running);
  await me.introduce('Moderator', 'moderator@gavel.example', 'mod');
  await running.page.keyboard.press('Control+n');
  await running.page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Device passthrough');
  await running.page.keyboard.press('Control+Enter');
  for (let n = 1; n <= 12; n += 1) await me.type(`+ @p${String(n)} -- Participant ${String(n)}`);
  for (const line of [
    '+ #uvc -- USB Video Class',
    '#uvc',
    '@p1 std -- works today',
    '@p2 usr ~std',
    '@p3 pass',
    '@p4 abs',
    '@p5 obj -- bug reports become unreadable // unless the layout is in the tree',
    'q+ @p6',
    'q+ @p7 question -- usbfs?',
    'ack',
  ])
    await me.type(line);
  return { ...running, me };
}

/** Elements that show a stance by hue alone: without a glyph or a bar's part, or without words or a letter that say it. */
function byHueAlone(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('[data-stance]')].filter((each) => each.checkVisibility());
    const typed = (each: Element): boolean => each.closest('.entry__words') !== null;
    const shape = (each: HTMLElement): boolean =>
      each.querySelector('svg path') !== null ||
      each.closest('[role="img"]') !== null ||
      getComputedStyle(each, '::before').content !== 'none' ||
      // drawn as the background of its cell: that the drawings differ is seen below
      (each.classList.contains('cell') && getComputedStyle(each).backgroundImage.includes('gradient')) ||
      typed(each);
    const named = (each: Element): boolean => {
      const item = each.closest('[aria-label], li, [role="row"]');
      return /\w/.test(`${each.textContent}${item?.getAttribute('aria-label') ?? ''}${item?.textContent ?? ''}`);
    };
    const wrong = shown
      .filter((each) => !shape(each) || !named(each))
      .map((each) => `${each.tagName} ${each.className} ${each.textContent}`);
    return shown.length < 5 ? ['fewer than five stances are shown'] : wrong;
  });
}

/** A picture of an element in greys, 0 to 255, pixel by pixel. */
async function greysOf(app: ElectronApplication, element: Locator): Promise<readonly number[]> {
  const png = (await element.screenshot()).toString('base64');
  return app.evaluate(({ nativeImage }, picture) => {
    const bgra = nativeImage.createFromBuffer(Buffer.from(picture, 'base64')).toBitmap();
    return Array.from({ length: bgra.length / 4 }, (_, at) =>
      Math.round(0.114 * (bgra[at * 4] ?? 0) + 0.587 * (bgra[at * 4 + 1] ?? 0) + 0.299 * (bgra[at * 4 + 2] ?? 0)),
    );
  }, png);
}

test('UX-14: a stance is never hue alone, and in greys all five are told apart, light and dark', async () => {
  const running = await inTheRoom();
  const { app, page, me } = running;
  const opened = app.waitForEvent('window');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+P');
  const room = await opened;
  await expect(room.getByRole('region', { name: 'Standard required' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const each of [page, room]) await each.emulateMedia({ colorScheme });
    await me.goTo('Live');
    expect(await byHueAlone(page)).toEqual([]);
    expect(await byHueAlone(room)).toEqual([]);
    await me.goTo('Matrix');
    await expect(page.getByRole('grid', { name: 'Positions' })).toBeVisible();
    expect(await byHueAlone(page)).toEqual([]);
    await expectGlyphsApart(app, page, me);
  }
});

/** Holds each stance's shape against the others', without its letter and without what marks a cell. */
async function expectGlyphsApart(app: ElectronApplication, page: Page, me: Moderator): Promise<void> {
  const show = (isBare: boolean): Promise<void> =>
    page.evaluate((bare) => {
      const styles = { color: 'transparent', '--objects': 'none', '--was': 'none', '--why': 'none' };
      for (const { style } of document.querySelectorAll<HTMLElement>('.cell'))
        for (const [name, value] of Object.entries(styles)) style.setProperty(name, bare ? value : null);
    }, isBare);
  await show(true);
  const pictures: (readonly number[])[] = [];
  for (const who of ['p1', 'p2', 'p3', 'p4', 'p8']) pictures.push(await greysOf(app, me.cell(who, 'uvc')));
  await show(false);
  for (const [at, one] of pictures.entries())
    for (const [more, other] of pictures.slice(at + 1).entries()) {
      const differing = one.filter((grey, pixel) => Math.abs(grey - (other[pixel] ?? 0)) > 40).length;
      expect(differing, `glyphs ${String(at + 1)} and ${String(at + more + 2)}`).toBeGreaterThan(12);
    }
}

/** Whether all of an element is on the screen, nothing of it scrolled or covered away. */
function isWhollySeen(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    const corners = [
      [left + 2, top + 2],
      [(left + right) / 2, bottom - 2],
    ] as const;
    return (
      left >= 0 &&
      top >= 0 &&
      right <= innerWidth &&
      bottom <= innerHeight &&
      corners.every(([x, y]) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (node.contains(hit) || hit.contains(node));
      })
    );
  });
}

async function resize(app: ElectronApplication, page: Page, zoom: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, factor) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentBounds({ x: 0, y: 0, width: 1366, height: 768 });
    window?.webContents.setZoomFactor(factor);
  }, zoom);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(1366 / zoom));
}

test('UX-16: at 1366x768 Live shows twelve people, queue, objections and the line; at 150 % nothing overlaps', async () => {
  const { app, page } = await inTheRoom();
  await resize(app, page, 1);
  const entry = page.getByRole('textbox', { name: 'Quick entry' });
  const status = page.getByRole('status', { name: 'Echo' });
  const rows = page.getByRole('grid', { name: 'Positions' }).getByRole('row').filter({ hasText: /^p\d/ });
  await expect(rows).toHaveCount(12);
  for (const row of await rows.all()) expect(await isWhollySeen(row), await row.innerText()).toBe(true);
  for (const seen of [
    entry,
    page.getByRole('list', { name: 'Queue' }).getByRole('listitem').first(),
    page.getByText('Bug reports become unreadable').or(page.getByText('bug reports become unreadable')).first(),
  ])
    expect(await isWhollySeen(seen)).toBe(true);

  await page.keyboard.press('Escape');
  const opening = app.waitForEvent('window');
  await page.keyboard.press('Shift+P');
  await opening;
  await page.keyboard.press('Shift+R');
  const projector = page.getByRole('button', { name: 'Projector on, numbers hidden' });
  await expect(projector).toBeVisible();
  for (const zoom of [2, 1.5]) {
    await resize(app, page, zoom);
    for (const seen of [projector, page.getByRole('button', { name: 'Find or run' })])
      expect(await isWhollySeen(seen), `${await seen.innerText()} at ${String(zoom)}`).toBe(true);
  }
  // there is no room for the rail: one press brings it, one takes it away again
  const queue = page.getByRole('list', { name: 'Queue' });
  await expect(queue).toBeHidden();
  await page.keyboard.press('Control+j');
  await expect(queue).toBeVisible();
  await page.keyboard.press('Control+j');
  await expect(queue).toBeHidden();
  expect(await isWhollySeen(entry)).toBe(true);
  await expect(status).toBeInViewport({ ratio: 1 });
  const { parts, overlapping } = await page.evaluate(() => {
    const shown = ['.topbar', '.subject', '.live__list', '.entry', '.status']
      .map((selector) => document.querySelector(selector))
      .filter((part): part is Element => part?.checkVisibility() === true);
    const boxes = shown.map((part) => ({ part: part.className, box: part.getBoundingClientRect() }));
    const meet = (a: DOMRect, b: DOMRect): boolean =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const pairs = boxes.flatMap((a, at) =>
      boxes.slice(at + 1).flatMap((b) => (meet(a.box, b.box) ? [`${a.part} and ${b.part}`] : [])),
    );
    return { parts: shown.length, overlapping: pairs };
  });
  expect(parts).toBe(5);
  expect(overlapping).toEqual([]);
  // the widest layer there is
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  expect(await isWhollySeen(page.getByRole('dialog', { name: 'Keys' }).getByRole('textbox'))).toBe(true);
  await expect(page.locator('.dialog')).toBeInViewport({ ratio: 1 });
});

test('with twenty-five in the queue and a speaker of a long name, objections and the record are still in sight beside it', async () => {
  const userData = newUserData();
  fs.writeFileSync(path.join(userData, 'settings.json'), '{"me":{"handle":"ana"}}\n');
  const people = Array.from({ length: 25 }, (_, n) => `@p${String(n)}`);
  const { app, page } = await launchApp({
    userData,
    args: [
      roomFile(userData, [
        ...people.map((who) => `+ ${who} -- Participant of a name that is far too long for one line`),
        '+ #uvc',
        '#uvc',
        ...people.map((who) => `q+ ${who}`),
        'ack',
        '@p1 obj -- Bug reports become unreadable // unless the layout is in the tree',
      ]),
    ],
  });
  const queue = page.getByRole('list', { name: 'Queue' }).getByRole('listitem');
  await expect(queue).toHaveCount(24);
  await resize(app, page, 1);
  const log = page.getByRole('log', { name: 'Record' }).getByRole('listitem');
  for (const seen of [queue.first(), page.getByText('Bug reports become unreadable').first(), log.first()])
    expect(await isWhollySeen(seen), await seen.innerText()).toBe(true);
  await queue.last().scrollIntoViewIfNeeded();
  expect(await isWhollySeen(queue.last())).toBe(true);
  const { height } = (await page.getByText(/^0:\d\d of 3:00$/).boundingBox()) ?? { height: 0 };
  expect(height, 'the speaker’s time is on one line').toBeLessThan(30);
});

test('a word that has no end stays in the rail’s poll, in the call and in a slip', async () => {
  const userData = newUserData();
  const endless = 'w'.repeat(300);
  const file = roomFile(userData, [
    '+ @p1 -- Maintainer 1',
    '+ #uvc -- USB Video Class',
    '#uvc',
    `@p1 obj -- ${endless} // unless ${endless}`,
    `poll -- ${endless} : ${endless} : no`,
  ]);
  fs.writeFileSync(path.join(userData, 'settings.json'), '{"me":{"handle":"ana"}}\n');
  const { page } = await launchApp({ userData, args: [file] });
  const isWider = (within: Locator): Promise<boolean> =>
    within.evaluate((node) =>
      [node, ...node.querySelectorAll('p, .field')].some((each) => each.scrollWidth > each.clientWidth),
    );

  const poll = page.getByRole('region', { name: 'Poll' });
  await expect(poll).toContainText('www');
  expect(await isWider(poll)).toBe(false);

  await page.keyboard.press('Shift+C');
  const call = page.getByRole('dialog', { name: 'Chair' });
  await expect(call).toContainText('www');
  expect(await isWider(call.locator('.dialog__body'))).toBe(false);
  await page.keyboard.press('Escape');
  await expect(call).toBeHidden();

  await page.keyboard.press(':');
  await page.keyboard.type('slips');
  await page.keyboard.press('Enter');
  const said = page.locator('.slips__said');
  await expect(said).toContainText('www');
  expect(await isWider(said)).toBe(false);
});
