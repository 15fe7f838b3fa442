import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { mailText } from '../../shared/summary/mail-text';
import { summarise } from '../../shared/summary/summarise';
import { memoryShell } from '../testing/memory-bridge';
import { openWindow } from '../testing/window';
import { makingSummaryMail, summaryMail, type SummaryMail } from './summary-mail';

afterEach(async () => {
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
});

async function withPositions() {
  const window = await openWindow(memoryShell(), 'summary');
  await window.run('session.create', { title: 'Passthrough' });
  await window.run('record.line', '+ #uvc -- USB Video');
  await window.run('people.add-list', 'Ana Lind <ana@kernel.example>\nBo Kay <bo@kernel.example>');
  // one act, whose lines are of one moment
  await window.run('record.line', '@ana @bo #uvc std');
  const mail = (): SummaryMail => {
    const made = summaryMail(window.state());
    if (made === undefined) throw new Error('no session is open');
    return made;
  };
  return { window, mail };
}

test('the mail of a replay is that of the lines shown, also where several are of one moment', async () => {
  const { window, mail } = await withPositions();
  const size = mail().session.entries.size;
  const seen: string[] = [];
  for (const at of [size - 1, size]) {
    await window.run('replay.to', at);
    const { session, options, body } = mail();
    expect(body).toBe(mailText(summarise(session, { ...options, remembers: false })));
    seen.push(body);
  }
  expect(seen[0]).not.toBe(seen[1]);
  window.close();
});

test('who gets it is typed without making its text anew, and what it holds makes it anew', async () => {
  const { window, mail } = await withPositions();
  const before = mail();
  await window.run('summary.choose', { to: 'list@kernel.example' });
  expect(mail().summary).toBe(before.summary);
  expect(mail().envelope.to).toEqual(['list@kernel.example']);
  await window.run('summary.choose', { log: true });
  expect(mail().body).not.toBe(before.body);
  window.close();
});

test('made in steps it is the same mail; a line that is recorded between two of them ends it', async () => {
  const { window, mail } = await withPositions();
  const steps = makingSummaryMail(window.state());
  const shares: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) shares.push(step.value);
  expect(shares.length).toBeGreaterThan(3);
  expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  expect(step.value).toEqual(mail());

  await window.run('record.line', '@ana usr -- there is a layout now');
  const late = makingSummaryMail(window.state());
  late.next();
  await window.run('record.line', '@bo usr');
  expect(late.next()).toEqual({ done: true, value: undefined });
  expect(mail().body).toContain('there is a layout now');
  window.close();
});
