import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { launchApp } from '../support/app';
import { newUserData } from '../support/cleanup';
import { figure, rounds, test } from './support/proof';
import { begin, journalText, ready, storedNotes, typeNotes } from './support/typing';

const EACH = 50;

test('Row 19: what was shown as on the disk is there after SIGKILL, in the journal and in the database', async () => {
  const many = rounds(200, 3);
  test.setTimeout(60_000 + many * 20_000);
  const userData = newUserData();
  const acknowledged: string[] = [];
  let again = 0;
  for (let round = 0; round < many; round += 1) {
    const gavel = await launchApp({ userData });
    if (round === 0) await begin(gavel);
    else await ready(gavel.page);
    if (round > 0) {
      const kept = new Set(await storedNotes(gavel.page));
      expect(acknowledged.filter((text) => !kept.has(text))).toEqual([]);
    }
    const before = acknowledged.length;
    const texts = Array.from({ length: EACH + 200 }, (_, n) => `round ${String(round)} line ${String(n)} .`);
    const typing = typeNotes(gavel.page, texts, (text) => void acknowledged.push(text)).catch(() => undefined);
    await expect
      .poll(() => acknowledged.length - before, { intervals: [5], timeout: 60_000 })
      .toBeGreaterThanOrEqual(EACH);
    await sleep(Math.random() * 60);
    await gavel.kill();
    await typing;
    const journal = journalText(userData);
    const lost = acknowledged.slice(before).filter((text) => !journal.includes(`"text":"${text}"`));
    expect(lost).toEqual([]);
    again += 1;
  }
  const { page } = await launchApp({ userData });
  await ready(page);
  const kept = new Set(await storedNotes(page));
  expect(acknowledged.filter((text) => !kept.has(text))).toEqual([]);
  figure(`${String(again)} rounds of SIGKILL, ${String(acknowledged.length)} acknowledged entries: 0 missing`);
});
