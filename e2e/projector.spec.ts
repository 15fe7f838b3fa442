import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { moderator, type Moderator } from './support/moderator';
import { roomFile } from './support/room';

/** A session with the room on uvc, twelve people in it. */
async function inTheRoom(): Promise<RunningApp & { readonly me: Moderator }> {
  const running = await launchApp();
  const me = moderator(running);
  await me.introduce('Moderator', 'moderator@example.org', 'mod');
  await running.page.keyboard.press('Control+n');
  await running.page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Device passthrough');
  await running.page.keyboard.press('Control+Enter');
  for (let n = 1; n <= 12; n += 1) await me.type(`+ @p${String(n)} -- Participant ${String(n)}`);
  await me.type('+ #uvc -- USB Video Class');
  await me.type('#uvc');
  return { ...running, me };
}

async function projector({ app, page }: RunningApp): Promise<Page> {
  const opened = app.waitForEvent('window');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+P');
  return opened;
}

test('UX-18 the projector follows each record, freezes, blanks, hides numbers, and the main window says which', async () => {
  const running = await inTheRoom();
  const { page, me } = running;
  const room = await projector(running);
  await expect(room.getByRole('heading', { name: 'USB Video Class #uvc' })).toBeVisible();
  const status = page.getByRole('button', { name: /^Projector/ });
  await expect(status).toHaveAccessibleName('Projector on');

  await me.type('@p1 std -- SECRET rationale');
  const standard = room.getByRole('region', { name: 'Standard required' });
  await expect(standard.getByText('Participant 1', { exact: true })).toBeVisible();
  await me.type('priv -- SECRET note');
  await me.type('@p2 obj -- bug reports become unreadable');
  await expect(room.getByRole('list', { name: 'Open objections' })).toContainText('bug reports become unreadable');
  await expect(room.locator('body')).not.toContainText('SECRET');
  await expect(room.locator('body')).toContainText('11 not heard yet');
  await expect(room.locator('body')).not.toContainText('Participant 9');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F');
  await expect(status).toHaveAccessibleName('Projector frozen');
  await me.type('@p3 std');
  await expect(standard.getByText('Participant 1', { exact: true })).toBeVisible();
  await expect(standard.getByText('Participant 3', { exact: true })).toBeHidden();

  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F');
  await expect(standard.getByText('Participant 3', { exact: true })).toBeVisible();
  await page.keyboard.press('Shift+R');
  await expect(status).toHaveAccessibleName('Projector on, numbers hidden');
  await expect(room.getByRole('img')).toHaveCount(0);
  await page.keyboard.press('Shift+B');
  await expect(status).toHaveAccessibleName('Projector blank');
  await expect(room.locator('body')).toHaveText('');

  const gone = room.waitForEvent('close');
  await page.keyboard.press('Shift+P');
  await gone;
  await expect(status).toBeHidden();
});

/** Eighty people, all answers there are, three long objections, a queue and somebody speaking. */
const EIGHTY: readonly string[] = [
  ...Array.from({ length: 80 }, (_, n) => `+ @p${String(n)} -- Participant Number ${String(n)}`),
  '+ #uvc -- USB Video Class',
  '#uvc',
  ...Array.from(
    { length: 77 },
    (_, n) => `@p${String(n)} ${n < 40 ? 'std' : n < 64 ? 'usr' : n < 74 ? 'pass' : 'abs'}`,
  ),
  ...[1, 41, 65].map(
    (n) => `@p${String(n)} obj -- Bug reports become unreadable where the layout of a control is nowhere`,
  ),
  'q+ @p9 question -- does this cover usbfs?',
  'q+ @p3',
  'ack',
];

/** Text of the room’s picture that is too small to read from the last row, and what is out of its column. */
function unreadable(room: Page): Promise<readonly string[]> {
  return room.evaluate(() => {
    const least = innerHeight / 48;
    const wrong: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let seen = 0;
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const of = text.parentElement;
      if (of?.checkVisibility() !== true || text.textContent?.trim() === '' || of.closest('.vh') !== null) continue;
      seen += 1;
      const size = parseFloat(getComputedStyle(of).fontSize);
      if (size < least - 0.01) wrong.push(`${text.textContent ?? ''}: ${String(size)} of ${String(innerHeight)}`);
    }
    const foot = document.querySelector('.beamer__foot')?.getBoundingClientRect().top ?? innerHeight;
    for (const line of document.querySelectorAll('.bcol :is(h2, h2 > *, li, li > *)')) {
      const { bottom, right } = line.getBoundingClientRect();
      const end = line.closest('.bcol')?.getBoundingClientRect().right ?? 0;
      if (bottom > foot + 1 || right > end + 1) wrong.push(`${line.textContent} is out of its column`);
    }
    return seen < 100 ? ['fewer than a hundred texts are shown'] : wrong;
  });
}

test('UX-17 with eighty people no text is below 1/48 of the height, and nothing is out of its column, from 1024x576 to 4K', async () => {
  const userData = newUserData();
  fs.writeFileSync(path.join(userData, 'settings.json'), '{"me":{"handle":"ana"}}\n');
  const running = await launchApp({ userData, args: [roomFile(userData, EIGHTY)] });
  await expect(running.page.getByRole('list', { name: 'Subsystems' })).toContainText('uvc');
  const room = await projector(running);
  await expect(room.getByText('Participant Number 73')).toBeVisible();
  for (const [width, height] of [
    [1024, 576],
    [1366, 768],
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    await room.setViewportSize({ width, height });
    await expect.poll(() => room.evaluate(() => innerHeight)).toBe(height);
    expect(await unreadable(room), `${String(width)}x${String(height)}`).toEqual([]);
  }
});

test('who has no room on the projector is counted, and is one of others while numbers are hidden', async () => {
  const userData = newUserData();
  fs.writeFileSync(path.join(userData, 'settings.json'), '{"me":{"handle":"ana"},"projector":{"scale":1.5}}\n');
  const running = await launchApp({ userData, args: [roomFile(userData, EIGHTY)] });
  await expect(running.page.getByRole('list', { name: 'Subsystems' })).toContainText('uvc');
  const room = await projector(running);
  const standard = room.getByRole('region', { name: 'Standard required' });
  await expect(standard).toContainText(/and \d+ more/);
  const named = await standard.getByRole('listitem').filter({ hasText: 'Participant' }).count();
  await expect(standard).toContainText(`and ${String(40 - named)} more`);
  await running.page.keyboard.press('Shift+R');
  await expect(standard).toContainText('and others');
  await expect(standard).not.toContainText(/and \d+ more/);
});

test('UX-19 a projector that is closed by hand is off, and quitting takes it along', async () => {
  const running = await inTheRoom();
  const room = await projector(running);
  await room.close();
  const status = running.page.getByRole('button', { name: /^Projector/ });
  await expect(status).toBeHidden();
  await projector(running);
  await expect(status).toBeVisible();
  await running.close();
});

test('UX-19 it fills the second display where there is one, and comes home when the beamer is unplugged; the session goes on', async () => {
  const running = await inTheRoom();
  const { app, page, me } = running;
  const beamer = { x: 1920, y: 0, width: 1280, height: 720 };
  // this machine has one screen: the second is what Electron says that there is
  await app.evaluate(({ screen }, bounds) => {
    const [first] = screen.getAllDisplays();
    if (first === undefined) throw new Error('there is no screen at all');
    const second = { ...first, id: first.id + 1, bounds, workArea: bounds };
    screen.getDisplayMatching = () => first;
    screen.getAllDisplays = () => [first, second];
    Object.assign(globalThis, { first, second });
  }, beamer);
  const room = await projector(running);
  await expect(room.getByRole('heading', { name: 'USB Video Class #uvc' })).toBeVisible();
  const place = (): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((each) => each.getTitle() === 'Gavel projector');
      return { ...window?.getBounds(), fullscreen: window?.isFullScreen() };
    });
  await expect.poll(place).toMatchObject({ x: beamer.x, y: beamer.y });

  await app.evaluate(({ screen }) => {
    const { first, second } = globalThis as unknown as { first: Electron.Display; second: Electron.Display };
    screen.getAllDisplays = () => [first];
    screen.emit('display-removed', {}, second);
  });
  await expect.poll(place).toMatchObject({ x: 0, y: 0, fullscreen: false });
  await me.type('@p1 std');
  await expect(room.getByRole('region', { name: 'Standard required' })).toContainText('Participant 1');
  await expect(page.getByRole('button', { name: /^Projector/ })).toHaveAccessibleName('Projector on');
});

test('before the room turned to anything the projector says that it starts soon', async () => {
  const running = await launchApp();
  const me = moderator(running);
  await me.introduce('Moderator', 'moderator@example.org', 'mod');
  await running.page.keyboard.press('Control+n');
  await running.page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Device passthrough');
  await running.page.keyboard.press('Control+Enter');
  await me.type('@p1 -- hello');
  const room = await projector(running);
  await expect(room.getByRole('heading', { name: 'Device passthrough' })).toBeVisible();
  await expect(room.getByText('starting soon')).toBeVisible();
  await expect(room.getByText('Move this window to the beamer, then press F11')).toBeVisible();
  await expect(room.getByRole('button').or(room.getByRole('textbox'))).toHaveCount(0);
});
