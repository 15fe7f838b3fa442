import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { toInstant } from '../shared/record/ids';
import { readSnapshotName, snapshotFolder } from './snapshot-name';
import { isWhole, writeSnapshot } from './snapshot-writing';
import { keepSnapshots, type WriteSnapshot } from './snapshots';
import { idOf, journalOf, lineNo, linesTo, SESSION, valueOf } from './testing/journal';
import { fillUp, needsSmallDisk, smallDisk } from './testing/small-disk';
import { temporaryFolder } from './testing/temporary';

function keeping(second?: string, journals = temporaryFolder(), write: WriteSnapshot = writeSnapshot) {
  const folder = path.join(journals, 'snapshots');
  const refused: string[] = [];
  const snapshots = keepSnapshots(
    { journals, folder, second: () => second, refused: ({ message }) => void refused.push(message) },
    write,
  );
  const names = (): string[] => {
    const of = path.join(folder, snapshotFolder(SESSION));
    return fs.existsSync(of) ? fs.readdirSync(of) : [];
  };
  return { journals, snapshots, folder: path.join(folder, snapshotFolder(SESSION)), names, refused };
}

describe('a snapshot comes', () => {
  test('with the 200th entry, and not before', async () => {
    const { journals, snapshots, names } = keeping();
    journalOf(journals, linesTo(200));
    snapshots.heard(SESSION, linesTo(199));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(names()).toEqual([]);
    snapshots.heard(SESSION, [lineNo(199)]);
    await vi.waitFor(() => {
      expect(names()).toEqual([expect.stringMatching(/-200\.gavel$/)]);
    });
  });

  test('60 seconds after a change', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { journals, snapshots, names } = keeping();
    journalOf(journals, linesTo(2));
    snapshots.heard(SESSION, linesTo(2));
    await vi.advanceTimersByTimeAsync(59_000);
    expect(names()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    vi.useRealTimers();
    await vi.waitFor(() => {
      expect(names()).toHaveLength(1);
    });
  });

  test('when the session is adjourned', async () => {
    const { journals, snapshots, names } = keeping();
    const adjourned = JSON.stringify({ id: idOf(1), by: 'ana', kind: 'session-adjourned' });
    journalOf(journals, [lineNo(0), adjourned]);
    snapshots.heard(SESSION, [adjourned]);
    await vi.waitFor(() => {
      expect(names()).toHaveLength(1);
    });
  });

  test('at the end, of what has changed', async () => {
    const { journals, snapshots, names } = keeping();
    journalOf(journals, linesTo(2));
    snapshots.heard(SESSION, linesTo(1));
    await snapshots.close();
    expect(names()).toHaveLength(1);
    await snapshots.close();
    expect(names()).toHaveLength(1);
  });

  test('before a merge, and says in its name that it did', async () => {
    const { journals, snapshots, names } = keeping();
    journalOf(journals, linesTo(2));
    valueOf(await snapshots.take(SESSION, 'merge'));
    expect(names()).toEqual([expect.stringMatching(/-2-before-merge\.gavel$/)]);
    expect(valueOf(await snapshots.take(idOf(9)))).toBeUndefined();
  });

  test('after the start, of a journal that has changed since its newest one, and of no other', async () => {
    const { journals, snapshots, names } = keeping();
    journalOf(journals, linesTo(2));
    await snapshots.catchUp();
    expect(names()).toHaveLength(1);
    await snapshots.catchUp();
    expect(names()).toHaveLength(1);
    fs.appendFileSync(journalOf(journals, linesTo(2)), `${lineNo(2)}\n`);
    await snapshots.catchUp();
    expect(names()).toEqual([expect.stringMatching(/-2\.gavel$/), expect.stringMatching(/-3\.gavel$/)]);
  });

  test('of no session after the one before it is deleted: a newer one would bring it back; lines of it do', async () => {
    const { journals, snapshots, names } = keeping();
    journalOf(journals, linesTo(200));
    const before = snapshots.take(SESSION, 'delete');
    snapshots.heard(SESSION, linesTo(200));
    await before;
    await snapshots.close();
    expect(names()).toEqual([expect.stringMatching(/delete/)]);
    snapshots.heard(SESSION, linesTo(200));
    await snapshots.close();
    expect(names()).toHaveLength(2);
  });

  test('of a session again that was to be deleted and stays', async () => {
    const { journals, snapshots, names } = keeping();
    journalOf(journals, linesTo(2));
    valueOf(await snapshots.take(SESSION, 'delete'));
    snapshots.stays(SESSION);
    // as after an undone merge, which appends nothing
    valueOf(await snapshots.take(SESSION));
    expect(names()).toEqual([expect.stringMatching(/delete/), expect.stringMatching(/-2\.gavel$/)]);
  });

  test('of no session that is deleted while its snapshot is begun, and nobody is told of it', async () => {
    const { journals, snapshots, names, refused } = keeping(undefined, undefined, (order) => {
      fs.rmSync(order.journal);
      return writeSnapshot(order);
    });
    journalOf(journals, linesTo(2));
    snapshots.heard(SESSION, [lineNo(1)]);
    await snapshots.close();
    expect([...names(), ...refused]).toEqual([]);
  });

  test('of every journal before an upgrade', async () => {
    const { journals, snapshots, names } = keeping();
    journalOf(journals, linesTo(2));
    await snapshots.takeAll('upgrade');
    expect(names()).toEqual([expect.stringMatching(/-before-upgrade\.gavel$/)]);
  });

  test('to the second folder too, where one is chosen; one that is not there stops nothing', async () => {
    const second = temporaryFolder();
    const { journals, snapshots, names, folder } = keeping(second);
    journalOf(journals, linesTo(2));
    valueOf(await snapshots.take(SESSION));
    const [name = ''] = names();
    const copy = path.join(second, snapshotFolder(SESSION), name);
    expect(fs.readFileSync(copy)).toEqual(fs.readFileSync(path.join(folder, name)));

    const file = path.join(second, 'a file');
    fs.writeFileSync(file, '');
    const other = keeping(file);
    journalOf(other.journals, linesTo(2));
    valueOf(await other.snapshots.take(SESSION));
    expect(other.names()).toHaveLength(1);
  });
});

describe('on a disk of its own', () => {
  needsSmallDisk();

  test('Row 23: that is full the old snapshot stays whole, no new one is there, and it is said', async () => {
    const { journals, snapshots, names, folder, refused } = keeping(undefined, smallDisk('4m'));
    const lines = [
      lineNo(0),
      ...linesTo(200)
        .slice(1)
        .map((line) => line.replace('note ', 'x'.repeat(5_000))),
    ];
    journalOf(journals, lines.slice(0, 100));
    valueOf(await snapshots.take(SESSION));
    const [old = ''] = names();
    journalOf(journals, lines);
    const filler = fillUp(journals);
    snapshots.heard(SESSION, ['"kind":"session-adjourned"']);
    await vi.waitFor(() => {
      expect(refused).toEqual([expect.stringContaining('the disk is full')]);
    });
    expect(names()).toEqual([old]);
    expect(await isWhole(path.join(folder, old))).toBe(true);
    fs.rmSync(filler);
    valueOf(await snapshots.take(SESSION));
    expect(names()).toEqual([old, expect.stringMatching(/-200\.gavel$/)]);
  });
});

describe('a clock that was wrong', () => {
  const at = (time: number): void => void vi.spyOn(Date, 'now').mockReturnValue(time);
  const DAY = 86_400_000;
  const now = Date.UTC(2026, 10, 27);
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('Row 23: and was put back: the newest snapshot is the one that was taken last', async () => {
    const { journals, snapshots, names } = keeping();
    for (const [count, time] of [now, now + DAY, now - DAY, now].entries()) {
      at(time);
      journalOf(journals, linesTo(count + 1));
      valueOf(await snapshots.take(SESSION));
    }
    expect(names().map((name) => readSnapshotName(name)?.entries)).toEqual([1, 2, 3, 4]);
    expect(names().map((name) => readSnapshotName(name)?.at)).toEqual(
      [now, now + DAY, now - DAY, now].map((time) => toInstant(time)),
    );
    expect(valueOf(await snapshots.read(SESSION))?.lines).toEqual(linesTo(4));
  });

  test('Row 23: and was years ahead for one snapshot, or years behind: no other is taken away for it', async () => {
    const { journals, snapshots, names } = keeping();
    const hours = Array.from({ length: 30 }, (_, hour) => now + (hour * DAY) / 24);
    const years = 3_650 * DAY;
    const wrong = [now + 2 * DAY + years, now + 2 * DAY - years, now + 3 * DAY];
    for (const [count, time] of [...hours, ...wrong].entries()) {
      at(time);
      journalOf(journals, linesTo(count + 1));
      valueOf(await snapshots.take(SESSION));
    }
    expect(names().map((name) => readSnapshotName(name)?.entries)).toEqual(
      Array.from({ length: 33 }, (_, nth) => nth + 1),
    );
  });

  test('Row 23: and begins at the same moment at each start: the last of each of the starts before is kept', async () => {
    const { journals, snapshots, names } = keeping();
    const starts = 15;
    for (let count = 0; count < starts * 4; count += 1) {
      // four of each start, a minute after one another
      at(now + (count % 4) * 60_000);
      journalOf(journals, linesTo(count + 1));
      valueOf(await snapshots.take(SESSION));
    }
    // its first says that the clock was put back
    const ofStarts = Array.from({ length: 10 }, (_, start) => [4 * start + 1, 4 * start + 4])
      .flat()
      .slice(1);
    const newest = Array.from({ length: 20 }, (_, nth) => 41 + nth);
    expect(names().map((name) => readSnapshotName(name)?.entries)).toEqual([...ofStarts, ...newest]);
  });

  test('makes nobody wait for the next snapshot', async () => {
    const { journals, snapshots, names } = keeping(undefined, undefined, (order) => {
      at(now + DAY / 24);
      return writeSnapshot(order);
    });
    journalOf(journals, linesTo(1));
    at(now);
    valueOf(await snapshots.take(SESSION));
    at(now);
    journalOf(journals, linesTo(201));
    // a slow disk rests for some seconds, and no hour
    await vi.waitFor(
      () => {
        snapshots.heard(SESSION, linesTo(201).slice(1));
        expect(names().length).toBeGreaterThan(1);
      },
      { timeout: 4_500, interval: 100 },
    );
  });

  test('keeps no changed journal from being taken at the next start', async () => {
    const { journals, snapshots, names } = keeping();
    at(now + DAY);
    journalOf(journals, linesTo(2));
    valueOf(await snapshots.take(SESSION));
    at(now);
    fs.appendFileSync(journalOf(journals, linesTo(2)), `${lineNo(2)}\n`);
    await snapshots.catchUp();
    expect(names()).toHaveLength(2);
  });
});

test('Row 23: where bits flipped in the three newest, the fourth is what is read; none of them is taken away', async () => {
  const { journals, snapshots, names, folder } = keeping();
  for (const count of [1, 2, 3, 4]) {
    journalOf(journals, linesTo(count));
    valueOf(await snapshots.take(SESSION));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const all = names();
  for (const name of all.slice(1)) {
    const file = path.join(folder, name);
    const bytes = fs.readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(60) ^ 1, 60);
    fs.writeFileSync(file, bytes);
  }
  // as the next start sees them: nothing is known to be whole
  const places = { journals, folder: path.dirname(folder), second: () => undefined, refused: () => undefined };
  const later = keepSnapshots(places, writeSnapshot);
  expect(valueOf(await later.read(SESSION))).toMatchObject({ lines: linesTo(1), snapshot: { entries: 1 } });
  expect((await later.newest({ whole: true })).get(SESSION)).toMatchObject({ entries: 1 });
  expect((await later.newest({ whole: false })).get(SESSION)).toMatchObject({ entries: 4 });
  expect(names()).toEqual(all);
});
