import { expect, test } from 'vitest';
import { writeFile } from '../../shared/file/write';
import { record } from '../../shared/testing/build';
import { sha256 } from './shell';
import { place } from './testing/run-in';

const { gavel } = place();

test('the log is one line per entry, on the clocks of the session, and struck lines are marked', async () => {
  const build = record({ zone: 'Europe/Vienna' })
    .subsystem('uvc')
    .position('ana', 'uvc', 'abstain')
    .strike()
    .add({ kind: 'note-taken', text: 'two\nlines\tand \u009b\u202e', said: '2024-07-25T22:26:00.000Z' });
  const outcome = await gavel(['log', '-'], { input: writeFile(build.lines, sha256) });
  expect(outcome).toMatchObject({ exit: 0, messages: [] });
  const lines = outcome.out.split('\n');
  expect(lines).toHaveLength(6);
  expect(lines[0]).toBe('2024-09-17 10:00  2024-09-17T08:00:01.000Z-000-testtest  scribe  session "A session" opened');
  expect(lines[2]).toContain('  scribe  [struck] ana on #uvc: abstain');
  expect(lines[3]).not.toContain('[struck]');
  expect(lines[4]).toContain('2024-07-26 00:26  ');
  expect(lines[4]).toContain('and <U+009B><U+202E>');
});

test('both lines of an id that came with two contents are there, and marked', async () => {
  const build = record().add({ kind: 'note-taken', text: 'one' });
  const last = build.lines.at(-1);
  const file = writeFile([...build.lines, { ...last, text: 'two' } as never], sha256);
  const { out } = await gavel(['log', '-'], { input: file });
  expect(out.match(/\[clash\] note: /g)).toHaveLength(2);
});
