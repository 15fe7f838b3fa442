import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** That axe finds nothing on the screen as it is. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await page.evaluate(axe.source);
  const found = (): Promise<readonly string[]> =>
    page.evaluate(async () => {
      const { axe: here } = window as unknown as {
        axe: { run: () => Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }> };
      };
      return (await here.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
  await expect.poll(found, { message: screen }).toEqual([]);
}
