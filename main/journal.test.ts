import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { lineOf } from '../shared/record/canon';
import { reading } from '../shared/record/clock';
import type { Id, Writer } from '../shared/record/ids';
import type { Result } from '../shared/result';
import { runs } from '../shared/testing/runs';
import { appendBytes, openJournalFile } from './journal-file';
import { journalsIn } from './journal';
import { journalHeader, journalName, sessionOfJournal } from './journal-name';
import { temporaryFolder } from './testing/temporary';

const session = id(0);
const header = journalHeader(session);

function id(n: number): Id {
  return reading(Date.UTC(2024, 8, 17) + n, 0, 'k7f3q2xa' as Writer);
}
function note(n: number, text = `note ${String(n)}`): string {
  return lineOf({ id: id(n), by: 'ana', kind: 'note-taken', text } as never);
}
function fileIn(folder: string): string {
  return path.join(folder, journalName(session));
}
function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
function messageOf(result: Result<unknown>): string {
  return result.ok ? 'no refusal' : result.error.message;
}

describe('a journal', () => {
  test('holds a header and the lines in order of arrival, in a file that is its owner’s alone', async () => {
    const folder = path.join(temporaryFolder(), 'journal');
    const journals = journalsIn(folder);
    valueOf(await journals.append(session, [note(2), note(1)]));
    const { savedAt } = valueOf(await journals.append(session, [note(3)]));
    await journals.close();
    expect(fs.readFileSync(fileIn(folder), 'utf8')).toBe([header, note(2), note(1), note(3), ''].join('\n'));
    expect(fs.statSync(fileIn(folder)).mode & 0o777).toBe(0o600);
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
    expect(new Date(savedAt).toISOString()).toBe(savedAt);
  });

  test('knows over a kill which half-typed texts its lines came from, until it is told otherwise', async () => {
    const folder = temporaryFolder();
    const drafts = [{ key: 'entry', typed: 3 }];
    const journals = journalsIn(folder);
    valueOf(await journals.append(session, [note(1)]));
    valueOf(await journals.noteDrafts(session, drafts));
    expect(valueOf(await journalsIn(folder).read(session)).drafts).toEqual(drafts);
    expect(valueOf(await journals.read()).journals).toHaveLength(1);
    valueOf(await journals.noteDrafts(session, []));
    expect(valueOf(await journalsIn(folder).read(session)).drafts).toEqual([]);
    fs.writeFileSync(`${fileIn(folder)}.drafts`, '[{"key":');
    expect(valueOf(await journalsIn(folder).read(session)).drafts).toEqual([]);
  });

  test('goes on where an earlier start left it', async () => {
    const folder = temporaryFolder();
    for (const n of [1, 2, 3]) {
      const journals = journalsIn(folder);
      valueOf(await journals.append(session, [note(n)]));
      await journals.close();
    }
    expect(valueOf(await journalsIn(folder).read(session)).lines).toEqual([note(1), note(2), note(3)]);
  });

  test('keeps what many asked for at once, each act whole and in order', async () => {
    const folder = temporaryFolder();
    const journals = journalsIn(folder);
    const acts = Array.from({ length: 50 }, (_, i) => [note(2 * i + 1), note(2 * i + 2)]);
    await Promise.all(acts.map((lines) => journals.append(session, lines)));
    expect(valueOf(await journals.read(session)).lines).toEqual(acts.flat());
    await journals.close();
  });

  test('lets lines go that are taken back, and goes on with the others', async () => {
    const folder = temporaryFolder();
    const journals = journalsIn(folder);
    valueOf(await journals.append(session, [note(1), note(2), note(3)]));
    valueOf(await journals.mend(session, [note(2), note(9)]));
    valueOf(await journals.append(session, [note(4), note(2)]));
    expect(valueOf(await journals.read(session)).lines).toEqual([note(1), note(3), note(4), note(2)]);
    expect(fs.readFileSync(fileIn(folder), 'utf8').startsWith(`${header}\n`)).toBe(true);
    await journals.close();
  });

  test('that is moved away lies in the other folder, never in the place of another, and a new one begins', async () => {
    const folder = path.join(temporaryFolder(), 'journal');
    const deleted = path.join(path.dirname(folder), 'deleted');
    const journals = journalsIn(folder);
    for (const n of [1, 2]) {
      valueOf(await journals.append(session, [note(n)]));
      const file = valueOf(await journals.moveAway(session, deleted));
      expect(fs.readFileSync(file, 'utf8')).toBe(`${header}\n${note(n)}\n`);
      expect(fs.readdirSync(folder)).toEqual([]);
    }
    expect(fs.readdirSync(deleted).sort()).toEqual([journalName(session, 2), journalName(session)]);
    expect(messageOf(await journals.moveAway(session, deleted))).toContain('can’t be moved away');
    await journals.close();
  });

  test('holds a line once that is asked for again because the answer came too late', async () => {
    const journals = journalsIn(temporaryFolder());
    const asked = [
      [note(1), note(2)],
      [note(1), note(2)],
      [note(2), note(3)],
    ];
    for (const answer of await Promise.all(asked.map((lines) => journals.append(session, lines)))) valueOf(answer);
    expect(valueOf(await journals.read(session)).lines).toEqual([note(1), note(2), note(3)]);
    await journals.close();
  });

  test('is closed only when what was asked for is kept', async () => {
    const folder = temporaryFolder();
    const journals = journalsIn(folder);
    const asked = [1, 2, 3].map((n) => journals.append(session, [note(n)]));
    await journals.close();
    expect(fs.readFileSync(fileIn(folder), 'utf8')).toBe([header, note(1), note(2), note(3), ''].join('\n'));
    for (const answer of asked) expect((await answer).ok).toBe(true);
  });

  test('is listed with the number of its lines, a torn one not counted', async () => {
    const folder = temporaryFolder();
    const journals = journalsIn(folder);
    valueOf(await journals.append(session, [note(1), note(2)]));
    await journals.close();
    fs.appendFileSync(fileIn(folder), '{"id":"to');
    fs.writeFileSync(path.join(folder, 'readme.txt'), 'x\n');
    const read = valueOf(await journals.read());
    expect(read).toEqual({ journals: [{ session, lines: 2 }], lines: [] });
  });

  test('that isn’t there has no lines, and there need be no folder', async () => {
    const journals = journalsIn(path.join(temporaryFolder(), 'none'));
    expect(valueOf(await journals.read())).toEqual({ journals: [], lines: [] });
    expect(valueOf(await journals.read(session)).lines).toEqual([]);
  });

  test('cut short anywhere loses at most its torn last line, keeps what it cut, and goes on', async () => {
    const lines = [note(1), note(2, 'Grüße 🙂'), note(3)];
    const whole = Buffer.from([header, ...lines, ''].join('\n'));
    const temporary = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        const folder = fs.mkdtempSync(path.join(temporary, 'cut-'));
        const kept = whole.subarray(0, length).toString().split('\n').slice(1, -1);
        fs.writeFileSync(fileIn(folder), whole.subarray(0, length));
        const journals = journalsIn(folder);
        expect(valueOf(await journals.read(session)).lines).toEqual(kept);
        valueOf(await journals.append(session, [note(9)]));
        await journals.close();
        expect(fs.readFileSync(fileIn(folder), 'utf8')).toBe([header, ...kept, note(9), ''].join('\n'));
        const torn = whole.subarray(whole.subarray(0, length).lastIndexOf(0x0a) + 1, length);
        expect(
          fs.existsSync(`${fileIn(folder)}.torn`) ? fs.readFileSync(`${fileIn(folder)}.torn`) : Buffer.alloc(0),
        ).toEqual(torn);
      }),
      { numRuns: runs },
    );
  });

  test('finds the end of its last line also far from the end of the file', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(fileIn(folder), `${header}\n${'x'.repeat(3 << 20)}`);
    const journals = journalsIn(folder);
    valueOf(await journals.append(session, [note(1)]));
    await journals.close();
    expect(fs.readFileSync(fileIn(folder), 'utf8')).toBe(`${header}\n${note(1)}\n`);
    expect(fs.statSync(`${fileIn(folder)}.torn`).size).toBe(3 << 20);
  });
});

describe('an append is refused, and nothing of it kept,', () => {
  test('where a line is none of a record', async () => {
    const folder = temporaryFolder();
    const journals = journalsIn(folder);
    for (const bad of ['', '{}', `${note(1)} `, `${note(1)}\n${note(2)}`, note(1).replace('note 1', '\\u0000')]) {
      const refused = await journals.append(session, [note(1), bad]);
      expect(messageOf(refused)).toContain('line 2 is no line of a record');
    }
    expect(fs.existsSync(fileIn(folder))).toBe(false);
  });

  test('where it is more than 64 MiB', async () => {
    const long = note(1, 'x'.repeat(1_000_000));
    const refused = await journalsIn(temporaryFolder()).append(
      session,
      Array.from({ length: 68 }, () => long),
    );
    expect(messageOf(refused)).toBe('not saved: too much at once: send it in parts');
  });

  test('where the file belongs to another session', async () => {
    const folder = temporaryFolder();
    const other = `${journalHeader(id(7))}\n`;
    fs.writeFileSync(fileIn(folder), other);
    const refused = await journalsIn(folder).append(session, [note(1)]);
    expect(refused).toMatchObject({ ok: false, error: { line: 1, found: other.trim(), expected: header } });
    expect(fs.readFileSync(fileIn(folder), 'utf8')).toBe(other);
  });

  test('where the name is a link', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'elsewhere'), '');
    fs.symlinkSync('elsewhere', fileIn(folder));
    expect((await journalsIn(folder).append(session, [note(1)])).ok).toBe(false);
    expect(fs.readFileSync(path.join(folder, 'elsewhere'), 'utf8')).toBe('');
  });

  test('where the disk is full: what was there stays, byte for byte, and the next append goes on', async () => {
    const { journal, file, before } = await opened();
    vi.spyOn(journal.handle, 'write').mockImplementationOnce((async (bytes: Buffer) => {
      fs.appendFileSync(file, bytes.subarray(0, 5));
      return Promise.resolve({ bytesWritten: 5, buffer: bytes });
    }) as never);
    expect(messageOf(await appendBytes(journal, Buffer.from(`${note(2)}\n`)))).toContain('the disk took only a part');
    expect(fs.readFileSync(file, 'utf8')).toBe(before);
    valueOf(await appendBytes(journal, Buffer.from(`${note(2)}\n`)));
    expect(fs.readFileSync(file, 'utf8')).toBe(`${before}${note(2)}\n`);
  });

  test('where flushing fails', async () => {
    const { journal, file, before } = await opened();
    vi.spyOn(journal.handle, 'datasync').mockRejectedValueOnce(Object.assign(new Error('EIO'), { code: 'EIO' }));
    const refused = await appendBytes(journal, Buffer.from(`${note(2)}\n`));
    expect(refused).toMatchObject({ ok: false, error: { file, found: 'EIO' } });
    expect(fs.readFileSync(file, 'utf8')).toBe(before);
  });

  test('where not even cutting back succeeds: the next append cuts first', async () => {
    const { journal, file, before } = await opened();
    const failure = Object.assign(new Error('EIO'), { code: 'EIO' });
    vi.spyOn(journal.handle, 'datasync').mockRejectedValueOnce(failure);
    vi.spyOn(journal.handle, 'truncate').mockRejectedValueOnce(failure);
    expect((await appendBytes(journal, Buffer.from(`${note(2)}\n`))).ok).toBe(false);
    valueOf(await appendBytes(journal, Buffer.from(`${note(3)}\n`)));
    expect(fs.readFileSync(file, 'utf8')).toBe(`${before}${note(3)}\n`);
  });

  test('where the file was taken away or replaced, and the next append makes a new one', async () => {
    const folder = temporaryFolder();
    const journals = journalsIn(folder);
    valueOf(await journals.append(session, [note(1)]));
    fs.rmSync(fileIn(folder));
    expect(messageOf(await journals.append(session, [note(2)]))).toContain('not saved');
    valueOf(await journals.append(session, [note(2)]));
    fs.renameSync(fileIn(folder), path.join(folder, 'old'));
    const sameSize = `${header}\n${note(4)}\n${note(5)}\n`;
    fs.writeFileSync(fileIn(folder), sameSize);
    expect(messageOf(await journals.append(session, [note(3)]))).toContain('moved, replaced or changed');
    valueOf(await journals.append(session, [note(3)]));
    await journals.close();
    expect(fs.readFileSync(fileIn(folder), 'utf8')).toBe(`${sameSize}${note(3)}\n`);
  });

  async function opened() {
    const file = fileIn(temporaryFolder());
    const before = `${header}\n${note(1)}\n`;
    fs.writeFileSync(file, before);
    return { journal: valueOf(await openJournalFile(file, header)), file, before };
  }
});

test('a journal’s name holds its session, and no character that Windows refuses', () => {
  expect(journalName(session)).toBe('2024-09-17T00_00_00.000Z-000-k7f3q2xa.gavel-journal');
  expect(sessionOfJournal(journalName(session))).toBe(session);
  for (const name of ['x.gavel-journal', `${journalName(session)}.torn`, '.gavel-1234.tmp'])
    expect(sessionOfJournal(name)).toBeUndefined();
});
