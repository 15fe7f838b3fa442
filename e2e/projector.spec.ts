import { expect, type Page } from '@playwright/test';
import { launchApp, type RunningApp } from './support/app';
import { test } from './support/cleanup';
import { moderator, type Moderator } from './support/moderator';

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
