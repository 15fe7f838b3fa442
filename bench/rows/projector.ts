import type { Page } from '@playwright/test';
import { pause, withFolder } from '../electron';
import { press } from '../press';
import { startWithEntries } from '../profile';
import { percentile, row, type Bench } from '../row';
import { SUMMIT, SUMMIT_ENTRIES } from '../synthetic';

const ROUNDS = 40;
const STANCES = ['std', 'usr', 'pass'] as const;
const COLUMNS = ['Standard required', 'Userspace allowed', 'Passthrough, niche'] as const;

/** Enter until the projector, a window of its own, has painted where the person stands now. */
export const projector: Bench = {
  name: 'projector',
  measure: () =>
    withFolder(async (folder) => {
      const { page, stop } = await startWithEntries(folder, SUMMIT_ENTRIES, SUMMIT);
      await press(page, { key: 'T', changes: '[aria-label="Subsystem"] > *' });
      const beamer = await openProjector(page);
      await page.getByRole('textbox', { name: 'Quick entry' }).focus();
      const times: number[] = [];
      for (let i = 0; i < ROUNDS; i += 1) {
        await page.getByRole('textbox', { name: 'Quick entry' }).fill(`@p3 ${STANCES[i % 3] ?? ''} -- ${String(i)}`);
        const painted = beamer.evaluate(whenShown, COLUMNS[i % 3] ?? '');
        // the projector looks out for it before the key is pressed
        await pause(50);
        const since = await page.evaluate(pressEnter);
        times.push((await painted) - since);
      }
      await stop();
      return [
        row({
          row: 'projector',
          ours: percentile(times, 95),
          baseline: 200,
          goal: 1,
          unit: 'ms',
          note: "p95 of Enter to the projector's paint, 80 people, 40 subsystems, 16,000 entries; baseline: the limit",
        }),
      ];
    }),
};

async function openProjector(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.evaluate(() => {
    const init = { key: 'P', shiftKey: true, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', init));
  });
  const beamer = await opened;
  await beamer.getByRole('region', { name: COLUMNS[0] }).waitFor();
  return beamer;
}

/** In the moderator's page: Enter, and when that was, milliseconds since 1970. */
function pressEnter(): number {
  const since = performance.timeOrigin + performance.now();
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
  );
  return since;
}

/** In the projector: when p3 stood painted in a column as the latest, milliseconds since 1970. */
function whenShown(column: string): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      const latest = document.querySelector(`[aria-label="${column}"] [data-latest]`);
      if (latest?.textContent.startsWith('p3') === true) {
        setTimeout(() => resolve(performance.timeOrigin + performance.now()));
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
