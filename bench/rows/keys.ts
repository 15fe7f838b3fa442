import type { Page } from '@playwright/test';
import { complete } from '../../shared/capture/complete';
import { readLine } from '../../shared/capture/read-line';
import type { Writer } from '../../shared/record/ids';
import { foldAll } from '../../shared/session/session';
import { withFolder } from '../electron';
import { press, typeLetter, type Press } from '../press';
import { startWithEntries } from '../profile';
import { percentile, row, type Bench, type Row } from '../row';
import { SUMMIT, SUMMIT_ENTRIES, syntheticEntries } from '../synthetic';

const ROUNDS = 60;
const VIEW_ROUNDS = 10;
const LINE = '@p7 #s12 std -- works today // if the layout is published';
const AT = 'at 80 people, 40 subsystems, 16,000 entries';

/** Keys at the size of a large summit, against the limits of the issue. */
export const keys: Bench = {
  name: 'keys',
  measure: () =>
    withFolder(async (folder) => {
      const { page, stop } = await startWithEntries(folder, SUMMIT_ENTRIES, SUMMIT);
      const moved = await inTurns(page, MOVES, ROUNDS);
      const turned: number[] = [];
      const mailed: number[] = [];
      // the first round loads what is loaded when it is first asked for
      for (let i = 0; i <= VIEW_ROUNDS; i += 1) {
        for (const [nth, view] of VIEWS.entries()) {
          await enterLine(page, 100 * i + nth);
          await page.keyboard.press('Escape');
          const there = await press(page, view);
          const back = await press(page, HOME);
          if (i > 0) turned.push(there, back);
        }
        await enterLine(page, 100 * i + VIEWS.length);
        await page.keyboard.press('Escape');
        const took = await press(page, MAIL);
        if (i > 0) mailed.push(took);
        await press(page, HOME);
      }
      const typed: number[] = [];
      const entered: number[] = [];
      for (let i = 0; i < ROUNDS; i += 1) {
        const { letters, enter } = await enterLine(page, i);
        typed.push(...letters);
        entered.push(enter);
      }
      await stop();
      return [
        limited('keys, Enter', entered, 100, `p95 of Enter to the painted row in the record ${AT}`),
        limited('keys, letter', typed, 50, `p95 of a letter typed into the line to its paint ${AT}`),
        limited('keys, move', moved, 50, `p95 of a key that moves or opens something in Live to its paint ${AT}`),
        limited(
          'keys, view',
          turned,
          50,
          `p95 of a key that turns to another view, after a line was recorded, to its paint ${AT}`,
        ),
        limited(
          'keys, mail',
          mailed,
          400,
          `p95 of the key that turns to Summary to the paint of the mail’s text, made of a record that has grown ${AT}`,
        ),
        limited('keys, parse', parseTimes(), 5, `p95 of reading a line and completing it, each letter of it ${AT}`),
      ];
    }),
};

const SELECTED = '[role="row"][aria-selected="true"]';
/** Each changes something wherever the round before has left the selection. */
const MOVES: readonly Press[] = [
  ...['j', 'j', 'k'].map((key) => ({ key, changes: SELECTED })),
  ...[']', '['].map((key) => ({ key, changes: 'main h1' })),
  ...['G', 'PageUp'].map((key) => ({ key, changes: SELECTED })),
  ...['?', 'Escape'].map((key) => ({ key, changes: '[role="dialog"]' })),
];
const [HOME, ...VIEWS] = ['1', '2', '3', '4'].map((digit): Press => ({ key: `Alt+${digit}`, changes: 'main h1' })) as [
  Press,
  ...Press[],
];
const MAIL: Press = { key: 'Alt+4', changes: '[aria-label="Summary mail"]' };

/** Types a line and records it, and answers in how many milliseconds each letter and the record's row are painted. */
async function enterLine(
  page: Page,
  n: number,
): Promise<{ readonly letters: readonly number[]; readonly enter: number }> {
  await page.getByRole('textbox', { name: 'Quick entry' }).focus();
  const letters: number[] = [];
  for (const letter of `@p${String(n % 80)} #s${String(n % 40)} std -- measured ${String(n)} of all`) {
    letters.push(await typeLetter(page, letter));
  }
  return { letters, enter: await press(page, { key: 'Enter', changes: '[role="log"] li:first-child' }) };
}

/** The keys one after the other, so many rounds; the first round loads what is loaded when it is first asked for. */
async function inTurns(page: Page, pressed: readonly Press[], rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i <= rounds; i += 1) {
    for (const each of pressed) {
      const took = await press(page, each);
      if (i > 0) times.push(took);
    }
  }
  return times;
}

function limited(name: string, times: readonly number[], limit: number, note: string): Row {
  return row({
    row: name,
    ours: percentile(times, 95),
    baseline: limit,
    goal: 1,
    unit: 'ms',
    note: `${note}; baseline: the limit`,
  });
}

/** The line as it is typed: what it says and what could stand at the caret, for each letter. */
function parseTimes(): readonly number[] {
  const session = foldAll(syntheticEntries(SUMMIT_ENTRIES, SUMMIT));
  const env = { now: Date.now(), by: 'ana', writer: 'kbench23' as Writer } as Parameters<typeof readLine>[3];
  const context: Parameters<typeof readLine>[2] = { add: 'ask' };
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    for (let end = 1; end <= LINE.length; end += 1) {
      const text = LINE.slice(0, end);
      const since = performance.now();
      readLine(session, text, context, env);
      complete(session, text, end, context);
      times.push(performance.now() - since);
    }
  }
  return times;
}
