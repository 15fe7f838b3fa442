import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readFile, type GavelFile } from '../../shared/file/read';
import { writeFile } from '../../shared/file/write';
import type { AnyEntry } from '../../shared/record/entry';
import { writerOf } from '../../shared/record/ids';
import { place } from './testing/run-in';
import { sha256 } from './shell';

const { gavel, path: at } = place();

function held(name: string): GavelFile {
  const file = readFile(name, readFileSync(at(name), 'utf8'), sha256);
  if (!file.ok) throw new Error(file.error.message);
  return file.value;
}

describe('a file that is not there is a new session', () => {
  test('with a title, a scribe and a time', async () => {
    const outcome = await gavel([
      'record',
      's.gavel',
      '--title',
      'Summit',
      '--by',
      'Über Scribe',
      '--said',
      '2024-07-25T09:26Z',
      'hello',
    ]);
    expect(outcome).toMatchObject({ exit: 0, messages: [] });
    expect(outcome.out).toMatch(/^note: "hello", said 2024-07-25 09:26.*\n$/);
    const said = '2024-07-25T09:26:00.000Z';
    expect(held('s.gavel').entries).toMatchObject([
      { kind: 'session-opened', title: 'Summit', by: 'uber-scribe', said },
      { kind: 'note-taken', text: 'hello', by: 'uber-scribe', said },
    ]);
  });

  test('called after its file, where no title is given', async () => {
    await gavel(['record', 's.gavel', 'hello']);
    expect(held('s.gavel').entries[0]).toMatchObject({ kind: 'session-opened', title: 's' });
  });

  test('by whom git knows, else by the scribe', async () => {
    await gavel(['record', 'git.gavel', 'hello']);
    expect(held('git.gavel').entries[0]?.by).toBe('ana-be');
    await gavel(['record', 'nobody.gavel', 'hello'], { user: {} });
    expect(held('nobody.gavel').entries[0]?.by).toBe('scribe');
  });

  test('which opens with a title alone', async () => {
    expect(await gavel(['record', 's.gavel', '--title', 'Summit'])).toMatchObject({ exit: 0, out: '' });
    expect(held('s.gavel').entries).toHaveLength(1);
  });
});

describe('a session that is there', () => {
  beforeEach(async () => {
    await gavel(['record', 's.gavel', '--title', 'Summit', '+ @ana -- Ana', '+ #uvc seats @ana -- USB Video']);
  });

  test('gets what the lines say, and the sentences are the result', async () => {
    const outcome = await gavel(['record', 's.gavel', '@ana #uvc std -- it works', '@ana obj #uvc']);
    expect(outcome.exit).toBe(0);
    expect(outcome.out.split('\n')).toEqual([
      'ana on #uvc: standard required, first position, with rationale',
      expect.stringMatching(/^ana objects to #uvc, objection 1/),
      '',
    ]);
    expect(outcome.messages).toEqual([
      'LINE:2: N-OBJ-TEXT: Recorded without a reason: it does not block until it has one.',
      'LINE:2: N-REMEDY: What would remove it? Add // unless ...',
    ]);
    expect(
      held('s.gavel')
        .entries.map(({ kind }) => kind)
        .slice(-2),
    ).toEqual(['position-taken', 'objection-raised']);
  });

  test('takes lines from standard input, and empty ones say nothing', async () => {
    expect(await gavel(['record', 's.gavel', '-'], { input: '\n@ana #uvc std\r\n\nhello\n' })).toMatchObject({
      exit: 0,
    });
    expect(
      held('s.gavel')
        .entries.map(({ kind }) => kind)
        .slice(-2),
    ).toEqual(['position-taken', 'note-taken']);
  });

  test('takes as many lines as there are: the first that can’t be read is named, however many follow', async () => {
    const outcome = await gavel(['record', 'many.gavel', '-'], {
      input: `@ana #nowhere std\n${'hello\n'.repeat(200_000)}`,
    });
    expect(outcome).toMatchObject({ exit: 1, out: '' });
    expect(outcome.messages.join('\n')).toContain('-:1');
    expect(existsSync(at('many.gavel'))).toBe(false);
  });

  test('a line given that is empty is refused, and no session begins with it', async () => {
    for (const line of ['', '  ']) {
      expect(await gavel(['record', 'new.gavel', line])).toMatchObject({
        exit: 1,
        messages: [expect.stringMatching(/^LINE:1: E-EMPTY: Nothing to record[.]/)],
      });
    }
    expect(existsSync(at('new.gavel'))).toBe(false);
  });

  test('a pipe that has its name is refused, and neither waited for nor replaced', async ({ skip }) => {
    skip(process.platform === 'win32', 'mkfifo is not here');
    execFileSync('mkfifo', [at('pipe.gavel')]);
    expect(await gavel(['record', 'pipe.gavel', 'hello'])).toMatchObject({
      exit: 1,
      messages: [expect.stringContaining('a pipe or a device can’t be added to')],
    });
    expect(statSync(at('pipe.gavel')).isFIFO()).toBe(true);
  });

  test('each run is a writer of its own, and ids go up whatever the clock says', async () => {
    await gavel(['record', 's.gavel', 'later'], { now: '2001-01-01T00:00:00.000Z' });
    const { entries } = held('s.gavel');
    expect(new Set(entries.map(({ id }) => writerOf(id))).size).toBe(2);
    expect(entries.at(-1)).toMatchObject({ kind: 'note-taken', text: 'later' });
  });

  test('all or none: a line that is refused leaves the file as it was', async () => {
    const before = readFileSync(at('s.gavel'));
    const outcome = await gavel(['record', 's.gavel', '-'], { input: '@ana #uvc std\n@ana #uvc sdt\n' });
    expect(outcome).toEqual({
      exit: 1,
      out: '',
      messages: ['-:2: E-STANCE: No stance "sdt". Did you mean std? (found @ana #uvc sdt, expected @ana #uvc std)'],
    });
    expect(readFileSync(at('s.gavel'))).toEqual(before);
  });

  test('knows who is there: others come with --add, but never a near miss', async () => {
    const unknown = await gavel(['record', 's.gavel', '@bob #uvc std']);
    expect(unknown).toMatchObject({ exit: 1 });
    expect(unknown.messages.join()).toMatch(
      /E-WHO-UNKNOWN: Nobody called "bob"[.].*expected a name that is known, or --add/,
    );
    expect(await gavel(['record', 's.gavel', '--add', '@bob #uvc std'])).toMatchObject({ exit: 0 });
    const near = await gavel(['record', 's.gavel', '--add', '@anaa #uvc std']);
    expect(near.messages.join()).toContain('Nobody called "anaa". Did you mean @ana?');
  });

  test('what was said when can be given for all lines, and a line’s own time wins', async () => {
    await gavel(['record', 's.gavel', '--said', '2024-07-25', 'one', '@ana #uvc std said 2024-07-26T10:00Z']);
    expect(held('s.gavel').entries.slice(-2)).toMatchObject([
      { said: '2024-07-25T00:00:00.000Z' },
      { said: '2024-07-26T10:00:00.000Z' },
    ]);
    expect(await gavel(['record', 's.gavel', '--said', 'tomorow', 'x'])).toMatchObject({ exit: 1 });
  });

  test('nothing was said later than now', async () => {
    const before = readFileSync(at('s.gavel'));
    expect(await gavel(['record', 's.gavel', '--said', '2062-01-01', 'x'])).toMatchObject({
      exit: 1,
      messages: [expect.stringContaining('--said is later than now: nobody has said it yet. (found 2062-01-01')],
    });
    expect(readFileSync(at('s.gavel'))).toEqual(before);
  });

  test('gets no new title', async () => {
    expect(await gavel(['record', 's.gavel', '--title', 'Other', 'x'])).toMatchObject({ exit: 1 });
  });

  test('a file that is damaged is refused, and stays as it is', async () => {
    writeFileSync(at('s.gavel'), readFileSync(at('s.gavel'), 'utf8').replace('USB', 'usb'));
    const before = readFileSync(at('s.gavel'));
    expect(await gavel(['record', 's.gavel', 'x'])).toMatchObject({ exit: 1 });
    expect(readFileSync(at('s.gavel'))).toEqual(before);
  });

  test('runs at the same time lose nothing of each other', async () => {
    const said = Array.from({ length: 8 }, (_, n) => `remark ${String(n)}`);
    const outcomes = await Promise.all(said.map((line) => gavel(['record', 's.gavel', line])));
    expect(outcomes.map(({ exit }) => exit)).toEqual(said.map(() => 0));
    const notes = held('s.gavel').entries.filter(({ kind }) => kind === 'note-taken');
    expect(notes.map((note) => ('text' in note ? note.text : '')).sort()).toEqual(said);
  });

  test('a record that has come to the last day that an id can say is refused, and stays as it is', async () => {
    const [opened] = held('s.gavel').entries;
    const last = { ...opened, id: '9999-12-31T23:59:59.999Z-zzz-testtest' } as AnyEntry;
    writeFileSync(at('s.gavel'), writeFile([...held('s.gavel').entries, last], sha256));
    const before = readFileSync(at('s.gavel'));
    expect(await gavel(['record', 's.gavel', 'x'])).toMatchObject({
      exit: 1,
      messages: [expect.stringContaining('no line can follow its last')],
    });
    expect(readFileSync(at('s.gavel'))).toEqual(before);
  });

  test('leaves nothing beside the file', () => {
    expect(readdirSync(path.dirname(at('s.gavel')))).toEqual(['s.gavel']);
  });
});

test('a refused first line makes no file', async () => {
  expect(await gavel(['record', 's.gavel', '@'])).toMatchObject({ exit: 1 });
  expect(existsSync(at('s.gavel'))).toBe(false);
});

test('a name that makes no handle is misuse', async () => {
  expect(await gavel(['record', 's.gavel', '--by', '!!', 'x'])).toMatchObject({ exit: 2 });
});

test('standard input that is not UTF-8 is refused', async () => {
  const outcome = await gavel(['record', 's.gavel', '-'], { input: new Uint8Array([0xe4, 0x0a]) });
  expect(outcome).toMatchObject({ exit: 1 });
});
