import { expect, type Page } from '@playwright/test';
import { launchApp } from '../support/app';
import { newUserData } from '../support/cleanup';
import { figure, rounds, test } from './support/proof';
import { begin, journalText, ready, storedNotes, typeNotes } from './support/typing';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Puts the clock of a page forward or back by so many milliseconds of the real one. */
function setClock(page: Page, by: number): Promise<void> {
  return page.evaluate((ahead) => {
    const real = (Reflect.get(window, 'realDate') as DateConstructor | undefined) ?? Date;
    Reflect.set(window, 'realDate', real);
    window.Date = new Proxy(real, {
      construct: (target, given: readonly unknown[]) =>
        Reflect.construct(target, given.length === 0 ? [target.now() + ahead] : given) as object,
      get: (target, key) => (key === 'now' ? () => target.now() + ahead : (Reflect.get(target, key) as unknown)),
    });
  }, by);
}

/** Ids and texts of the notes of a journal, in order of arrival. */
function notesIn(journal: string): readonly { readonly id: string; readonly text: string }[] {
  return journal
    .split('\n')
    .filter((line) => line.includes('"kind":"note-taken"'))
    .map((line) => JSON.parse(line) as { id: string; text: string });
}

test('Row 19: whatever the wall clock does, what is typed later stands later, and "Saved" holds', async () => {
  const each = rounds(50, 5);
  test.setTimeout(300_000);
  const userData = newUserData();
  const jumps = [0, DAY, -DAY, -HOUR, 3 * HOUR, -DAY, DAY, 0];
  const typed: string[] = [];
  let first = true;
  // the second start has the right clock again: what it writes must still come after all that the first wrote
  for (const offsets of [jumps, [0, -DAY]]) {
    const gavel = await launchApp({ userData });
    const { page, kill } = gavel;
    if (first) await begin(gavel);
    else await ready(page);
    first = false;
    for (const [nth, offset] of offsets.entries()) {
      await setClock(page, offset);
      const texts = Array.from({ length: each }, (_, n) => `${String(typed.length)} ${String(nth)} ${String(n)} .`);
      await typeNotes(page, texts, (text) => void typed.push(text));
    }
    await kill();
  }
  const notes = notesIn(journalText(userData));
  expect(notes.map(({ text }) => text)).toEqual(typed);
  const ids = notes.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  const { page } = await launchApp({ userData });
  await ready(page);
  expect(new Set(await storedNotes(page))).toEqual(new Set(typed));
  await expect(page.getByRole('log', { name: 'Record' })).toContainText(typed.at(-1) ?? '');
  figure(
    `${String(jumps.length)} jumps of the clock by up to two days and a start between them: ${String(typed.length)} entries ` +
      `in the order in which they were typed, 0 ids twice`,
  );
});
