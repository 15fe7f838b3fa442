import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { launchApp, ROOT } from '../support/app';
import { newUserData, test } from '../support/cleanup';
import { chooseToSave, moderator, savedText } from '../support/moderator';

const OUT = path.join(ROOT, 'out', 'demo');

test('the main job, played: pictures and the mail are left in out/demo', async () => {
  fs.mkdirSync(OUT, { recursive: true });
  const userData = newUserData();
  const running = await launchApp({ userData });
  const { app, page } = running;
  const mod = moderator(running);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
  const picture = async (name: string): Promise<void> => {
    await page.screenshot({ path: path.join(OUT, `${name}.png`) });
  };
  await picture('1-first-run');
  await mod.introduce('Ana Example', 'ana@gavel.example', 'ana');
  await page.getByRole('button', { name: 'Look at the example' }).press('Enter');
  await page.getByRole('button', { name: 'Make it mine' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Make it mine' })).toBeHidden();
  await mod.type('#uvc');
  await mod.type('@p12 #uvc usr -- Distributions carry the fallout: one open stack, specified or not');
  await page
    .getByRole('textbox', { name: 'Quick entry' })
    .fill('@p8 #uvc usr -- A documented layout is enough // if the node stays for development');
  await picture('2-live');
  await page.getByRole('textbox', { name: 'Quick entry' }).press('Enter');
  await mod.type(
    'call rough std #uvc -- A control needs its layout in the tree // because the fenced node is for development only',
  );
  await mod.goTo('Matrix');
  await picture('3-matrix');
  await mod.goTo('Summary');
  await mod.summary();
  await picture('4-summary');
  const file = path.join(OUT, 'summary.eml');
  fs.rmSync(file, { force: true });
  await chooseToSave(app, file);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Save .*\.eml/i }).press('Enter');
  await savedText(file);
  console.log(`pictures and mail: ${path.relative(ROOT, OUT)}/`);
});
