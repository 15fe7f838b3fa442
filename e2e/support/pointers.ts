import type { Page } from '@playwright/test';

/** Notes each pointer event of a page from now on; answers how to read them. Keys and texts that are put in make none. */
export async function watchPointers(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    for (const type of ['pointerdown', 'pointermove', 'mousedown', 'click'])
      addEventListener(
        type,
        (event) => {
          const { pointerType, movementX, movementY } = event as PointerEvent;
          // a key that presses a button makes a click, of no pointer; a page that moves below a pointer at rest is told of
          // a move of nothing
          if (pointerType !== '' && (type !== 'pointermove' || movementX !== 0 || movementY !== 0)) seen.push(type);
        },
        true,
      );
    Object.assign(window, { pointerEvents: seen });
  });
  return () => page.evaluate(() => (window as unknown as { pointerEvents: string[] }).pointerEvents);
}
