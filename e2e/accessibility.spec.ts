import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import fs from 'node:fs';
import path from 'node:path';
import { launchApp } from './support/app';
import { newUserData, test } from './support/cleanup';
import { moderator } from './support/moderator';

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds on the screen as it is, by all of its rules or by some, a line each. */
async function findings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const found = await page.evaluate(async (only) => {
    const { axe: here } = window as unknown as {
      axe: { run: (options: { readonly runOnly?: readonly string[] }) => Promise<{ violations: readonly Finding[] }> };
    };
    const { violations } = await here.run(only === undefined ? {} : { runOnly: only });
    return violations.map(({ id, nodes }) => ({ id, html: nodes[0]?.html ?? '' }));
  }, rules);
  return found.map(({ id, html }) => `${id}: ${html}`);
}

const COLOURS = ['color-contrast', 'link-in-text-block'];

const THREAD = `From: Media maintainer <media@maintainers.example>
Date: Tue, 09 Jul 2024 10:00:00 +0200
Message-ID: <answer@maintainers.example>
Subject: How much passthrough is too much?

I disagree. The layout comes first.
`;

test('UX-15: axe finds nothing on any screen, dialog and empty state, light and dark', async () => {
  const userData = newUserData();
  const gavel = await launchApp({ userData });
  const { page } = gavel;
  await page.evaluate(axe.source);
  const clean = async (screen: string): Promise<void> => {
    // a screen at rest: colours may still be on their way, a view may still be loading
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await expect.poll(() => findings(page), { message: `${screen}, light` }).toEqual([]);
    // a theme is colours and nothing else, which these two rules look at
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expect.poll(() => findings(page, COLOURS), { message: `${screen}, dark` }).toEqual([]);
  };
  await clean('first run');
  await moderator(gavel).introduce('Ana Example', 'ana@gavel.example', 'ana');
  await clean('no session');
  await page.getByRole('button', { name: 'Look at the example' }).click();
  await expect(page.getByRole('list', { name: 'Subsystems' })).toContainText('fwctl');
  for (const view of ['Live', 'Matrix', 'Review', 'Summary', 'Thread'] as const) {
    await moderator(gavel).goTo(view);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await clean(view);
  }
  for (const [keys, name] of [
    ['Control+k', 'palette'],
    ['F1', 'keys'],
    ['Control+n', 'New session'],
    ['Control+,', 'Settings'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await clean(name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await test.step('a thread, its lines, a pin, and what a mail suggests', async () => {
    const file = path.join(userData, 'thread.mbox');
    fs.writeFileSync(file, THREAD);
    const mod = moderator(gavel);
    await mod.openMail(file);
    await mod.addPeople('@media Media maintainer <media@maintainers.example>');
    for (const line of ['+ #uvc -- USB Video Class', '@media #uvc std']) await mod.type(line);
    await mod.goTo('Review');
    await expect(page.getByRole('region', { name: 'Suggestions from the thread' })).toBeVisible();
    await clean('suggestions');
    await mod.goTo('Thread');
    await expect(page.getByRole('treeitem')).toHaveCount(1);
    await clean('a thread');
    await page.getByRole('option').first().click();
    await clean('lines');
    await page.getByRole('button', { name: /pin line 1/ }).click();
    await expect(page.getByRole('dialog', { name: 'Pin the quote' })).toBeVisible();
    await clean('Pin the quote');
    await page.keyboard.press('Escape');
  });
  await test.step('what a moderator does live', async () => {
    const mod = moderator(gavel);
    await mod.goTo('Live');
    for (const line of [
      '#uvc',
      '@media #uvc std -- A standard exists // if it is public // if it is complete',
      '@media obj -- It is not complete',
      '? @media -- Who completes it?',
      'todo? @media by 2024-10-01 -- Complete it',
      'note -- A remark',
      'here @media',
      'poll -- Is it complete? : yes : no',
      'count 3 4',
      'rule 1 -- A standard is followed where there is one',
      '@media rule 1 ~yes -- If it is complete',
    ])
      await mod.type(line);
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /^media/ }).click();
    for (const shelf of ['Notes', 'Actions', 'Record']) {
      await page.getByRole('button', { name: new RegExp(`^${shelf}`) }).click();
      await clean(shelf);
      if (shelf !== 'Actions') continue;
      await page.getByRole('button', { name: /^drop: / }).click();
      await expect(page.getByRole('dialog', { name: 'Drop the action' })).toBeVisible();
      await clean('Drop the action');
      await page.keyboard.press('Escape');
    }
    for (const words of [
      'chair',
      'a condition is met',
      'object',
      'edit an objection',
      'settle an objection',
      'dispute',
      'ask a question',
      'answer a question',
      'poll: ask',
      'take a note',
      'assign an action',
      'attendance',
      'who can',
    ]) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(`>${words}`);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name: 'Find or run' })).toBeHidden();
      await expect(page.getByRole('dialog'), words).toBeVisible();
      await clean(words);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await page.keyboard.press('g');
    await page.keyboard.press('u');
    await page.getByRole('gridcell', { name: /^rule 1, at large/ }).click();
    await clean('rules');
    await page.keyboard.press('l');
    for (const key of ['n', 'e', 'a', 's', 'o', 'Shift+C']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog'), key).toBeVisible();
      await clean(`rules, ${key}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  });
});
