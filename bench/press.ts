import type { Page } from '@playwright/test';

/** A key, and what of the page it changes. */
export interface Press {
  /** as KeyboardEvent has it, with `Alt+` before it where that is held */
  readonly key: string;
  /** selector of what says something else once the key was served: its label or its text */
  readonly changes: string;
}

/**
 * Presses a key in the page and answers in how many milliseconds what it changes is painted. The key is dispatched,
 * since the app takes a key that it knows before any listener of ours could hear when it was pressed.
 */
export function press(page: Page, pressed: Press): Promise<number> {
  return page.evaluate(pressAndWait, pressed);
}

function pressAndWait({ key, changes }: Press): Promise<number> {
  const says = (): string =>
    [...document.querySelectorAll(changes)].map((each) => each.getAttribute('aria-label') ?? each.textContent).join();
  const before = says();
  const since = performance.now();
  const init: KeyboardEventInit = {
    key: key.replace('Alt+', ''),
    altKey: key.startsWith('Alt+'),
    shiftKey: /^[A-Z]$/.test(key),
    bubbles: true,
    cancelable: true,
  };
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', init));
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (says() !== before) setTimeout(() => resolve(performance.now() - since));
      else if (performance.now() - since > 10_000) reject(new Error(`${key} changes nothing of ${changes}`));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Types one more letter into the quick entry, and answers in how many milliseconds it is painted there. */
export function typeLetter(page: Page, letter: string): Promise<number> {
  return page.evaluate((more) => {
    const field = document.querySelector<HTMLInputElement>('[aria-label="Quick entry"]');
    if (field === null) throw new Error('there is no quick entry');
    const text = field.value + more;
    const since = performance.now();
    // past React, which would take the value for the one that it set
    Reflect.set(HTMLInputElement.prototype, 'value', text, field);
    field.setSelectionRange(text.length, text.length);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return new Promise<number>((resolve) => {
      const look = (): void => {
        // the coloured words that lie over the field are drawn from what the line was read as
        if (document.querySelector('.entry__words')?.textContent === text) {
          setTimeout(() => resolve(performance.now() - since));
        } else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }, letter);
}
