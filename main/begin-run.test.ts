import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { beginRun } from './begin-run';
import { orderQuarantine } from './quarantine';
import { unmarkRunning } from './running';
import { valueOf } from './testing/journal';
import { temporaryFolder } from './testing/temporary';

const NOW = { app: '1.0.0', schema: 2, electron: 33 };

/** A data folder with a database that Chromium would take: an empty one, as LevelDB begins. */
function dataFolder(): { folder: string; database: string } {
  const folder = temporaryFolder();
  const database = path.join(folder, 'IndexedDB', 'app_gavel_0.indexeddb.leveldb');
  fs.mkdirSync(database, { recursive: true });
  fs.writeFileSync(path.join(database, 'LOG'), 'a text');
  return { folder, database };
}

async function begin(folder: string, now = NOW) {
  return valueOf(await beginRun(folder, now));
}

describe('a start', () => {
  test('on a new data folder finds nothing, and notes what it is', async () => {
    const folder = path.join(temporaryFolder(), 'new');
    expect(await begin(folder)).toMatchObject({ facts: { unclean: false }, upgraded: false });
    expect(JSON.parse(fs.readFileSync(path.join(folder, 'profile.json'), 'utf8'))).toEqual(NOW);
  });

  test('after a clean end copies nothing', async () => {
    const { folder } = dataFolder();
    await begin(folder);
    unmarkRunning(folder);
    expect((await begin(folder)).facts).toEqual({ unclean: false });
  });

  test('Row 24: after an unclean end copies the database first', async () => {
    const { folder } = dataFolder();
    await begin(folder);
    const { facts } = await begin(folder);
    expect(facts.unclean).toBe(true);
    expect(facts.copied).toMatch(/-unclean$/);
    const copy = path.join(facts.copied ?? '', 'IndexedDB', 'app_gavel_0.indexeddb.leveldb', 'LOG');
    expect(fs.readFileSync(copy, 'utf8')).toBe('a text');
  });

  test.each([
    ['another Electron', { ...NOW, electron: 42 }],
    ['an older Electron', { ...NOW, electron: 32 }],
    ['a newer schema of ours', { ...NOW, schema: 3 }],
  ])('with %s copies the database first, and counts as an upgrade', async (_, now) => {
    const { folder } = dataFolder();
    await begin(folder);
    unmarkRunning(folder);
    const run = await begin(folder, now);
    expect(run.facts.copied).toMatch(/-upgrade$/);
    expect(run.upgraded).toBe(true);
  });

  test('keeps the three newest copies', async () => {
    const { folder } = dataFolder();
    for (let run = 0; run < 6; run += 1) {
      await begin(folder);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(fs.readdirSync(path.join(folder, 'profile-copies'))).toHaveLength(3);
  });

  test('keeps the newest also where older ones were made by a clock that was ahead', async () => {
    const { folder } = dataFolder();
    const copies = path.join(folder, 'profile-copies');
    for (const day of ['01', '02', '03'])
      fs.mkdirSync(path.join(copies, `2099-01-${day}T00_00_00.000Z-unclean`), { recursive: true });
    const made: string[] = [];
    for (let run = 0; run < 3; run += 1) made.push(path.basename((await begin(folder)).facts.copied ?? ''));
    expect(fs.readdirSync(copies).sort()).toEqual(made);
  });

  test('Row 24: on data of a newer schema is refused with the version that can open them, and changes nothing', async () => {
    const { folder } = dataFolder();
    await begin(folder, { app: '2.1.0', schema: 7, electron: 40 });
    unmarkRunning(folder);
    const before = filesIn(folder);
    const refused = await beginRun(folder, NOW);
    expect(refused).toMatchObject({ ok: false, error: { found: 'schema 7', expected: 'at most 2' } });
    expect(refused.ok ? '' : refused.error.message).toContain('version 2.1.0 or newer');
    expect(filesIn(folder)).toEqual(before);
  });

  test('with a profile file that can’t be read copies, to be sure, and goes on', async () => {
    const { folder } = dataFolder();
    await begin(folder);
    unmarkRunning(folder);
    fs.writeFileSync(path.join(folder, 'profile.json'), '{"app":');
    expect((await begin(folder)).facts.copied).toMatch(/-upgrade$/);
  });

  test('counts no copy that a kill cut short', async () => {
    const { folder } = dataFolder();
    await begin(folder);
    const unfinished = path.join(folder, 'profile-copies', 'unfinished');
    fs.mkdirSync(unfinished, { recursive: true });
    const { facts } = await begin(folder);
    expect(fs.readdirSync(path.dirname(unfinished))).toContain(path.basename(facts.copied ?? ''));
    expect(fs.existsSync(unfinished)).toBe(false);
  });

  test('moves a broken database aside, and deletes nothing of it', async () => {
    const { folder, database } = dataFolder();
    fs.writeFileSync(path.join(database, 'CURRENT'), 'MANIFEST-000001\n');
    fs.writeFileSync(path.join(database, 'MANIFEST-000001'), '');
    const { facts } = await begin(folder);
    expect(facts).toMatchObject({ broken: true });
    const moved = path.join(facts.quarantined ?? '', 'IndexedDB', 'app_gavel_0.indexeddb.leveldb', 'LOG');
    expect(fs.readFileSync(moved, 'utf8')).toBe('a text');
    expect(fs.existsSync(path.join(folder, 'IndexedDB'))).toBe(false);
  });

  test('does once what the run before ordered to be set aside', async () => {
    const { folder } = dataFolder();
    fs.mkdirSync(path.join(folder, 'journal'));
    fs.writeFileSync(path.join(folder, 'half-typed.json'), '[]\n');
    orderQuarantine(folder, 'everything');
    const { facts } = await begin(folder);
    expect(fs.readdirSync(facts.quarantined ?? '').sort()).toEqual(['IndexedDB', 'half-typed.json', 'journal']);
    expect(facts.broken).toBe(false);
    expect((await begin(folder)).facts.quarantined).toBeUndefined();
  });
});

/** Every file below a folder with its bytes. */
function filesIn(folder: string): Record<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(path.join(folder, name), 'latin1')]));
}
