import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { crc32c } from './crc32c';
import { brokenDatabases, wrongRecord } from './leveldb-check';
import { temporaryFolder } from './testing/temporary';

test('CRC-32C is that of RFC 3720', () => {
  expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
  expect(crc32c(Buffer.alloc(32, 0xff))).toBe(0x62a8ab43);
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
});

/** One log record as LevelDB writes it. */
function recordOf(payload: string | Buffer): Buffer {
  const bytes = Buffer.isBuffer(payload) ? payload : Buffer.from(payload);
  const typed = Buffer.concat([Buffer.from([1]), bytes]);
  const crc = crc32c(typed);
  const header = Buffer.alloc(6);
  header.writeUInt32LE((((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0, 0);
  header.writeUInt16LE(bytes.length, 4);
  return Buffer.concat([header, typed]);
}

describe('a log', () => {
  const log = Buffer.concat([recordOf('one'), recordOf('two')]);

  test('that is whole has no wrong record', () => {
    expect(wrongRecord(log)).toBeUndefined();
    expect(wrongRecord(Buffer.alloc(0))).toBeUndefined();
  });

  test('with any one bit flipped in it has', () => {
    for (let byte = 0; byte < log.length; byte += 1) {
      const flipped = Buffer.from(log);
      flipped.writeUInt8(flipped.readUInt8(byte) ^ 4, byte);
      expect(wrongRecord(flipped), `byte ${String(byte)}`).toBeDefined();
    }
  });
});

describe('a database is broken', () => {
  const table = Buffer.concat([Buffer.alloc(40), Buffer.from('57fb808b247547db', 'hex')]);
  const whole = {
    CURRENT: 'MANIFEST-000001\n',
    'MANIFEST-000001': recordOf('edit'),
    '000003.log': recordOf('put'),
    '000005.ldb': table,
  };
  const found = (files: Readonly<Record<string, string | Buffer | undefined>>) => {
    const profile = temporaryFolder();
    const database = path.join(profile, 'IndexedDB', 'app_gavel_0.indexeddb.leveldb');
    fs.mkdirSync(database, { recursive: true });
    for (const [name, bytes] of Object.entries(files))
      if (bytes !== undefined) fs.writeFileSync(path.join(database, name), bytes);
    return brokenDatabases(profile).map(({ file = '', found }) => [path.basename(file), found]);
  };

  test('not while all is as it was written', () => {
    expect(found(whole)).toEqual([]);
  });

  test.each([
    ['the manifest is empty', { 'MANIFEST-000001': '' }, ['MANIFEST-000001', 'an empty file']],
    ['the manifest is gone', { 'MANIFEST-000001': undefined }, ['CURRENT', '"MANIFEST-000001"']],
    ['CURRENT is empty', { CURRENT: '' }, ['CURRENT', '""']],
    ['a log is garbled', { '000003.log': recordOf('put').fill(7, 8) }, ['000003.log', 'a wrong checksum at byte 0']],
    ['a table is cut short', { '000005.ldb': table.subarray(0, 20) }, ['000005.ldb', 'another end']],
    ['a table’s end is garbled', { '000005.ldb': Buffer.alloc(48) }, ['000005.ldb', 'another end']],
  ])('where %s', (_, change, expected) => {
    expect(found({ ...whole, ...change })).toEqual([expected]);
  });

  describe('by what its manifest names:', () => {
    // file 5 was added on level 1 with a size and two keys, file 4 added and taken away again
    const edits = ['\x07\x01\x04\x09\x01a\x01b\x02\x08', '\x01\x03cmp\x06\x01\x04\x07\x01\x05\x88\x01\x01a\x01b'];
    const named = {
      ...whole,
      'MANIFEST-000001': Buffer.concat(edits.map((edit) => recordOf(Buffer.from(edit, 'latin1')))),
    };

    test('not where a table that it does not name was cut short, as a full disk leaves it', () => {
      expect(found({ ...named, '000009.ldb': Buffer.alloc(10) })).toEqual([]);
    });

    test('where one that it names was cut short, or is gone', () => {
      expect(found({ ...named, '000005.ldb': Buffer.alloc(10) })).toEqual([['000005.ldb', 'another end']]);
      expect(found({ ...named, '000005.ldb': undefined })).toEqual([['000005.ldb', 'no such file']]);
    });
  });

  test('where it is no folder', () => {
    const profile = temporaryFolder();
    fs.mkdirSync(path.join(profile, 'IndexedDB'));
    fs.writeFileSync(path.join(profile, 'IndexedDB', 'app_gavel_0.indexeddb.leveldb'), '');
    expect(brokenDatabases(profile)).toMatchObject([{ found: 'a file' }]);
  });

  test('not where CURRENT is gone: Chromium begins anew by itself', () => {
    expect(found({ ...whole, CURRENT: undefined })).toEqual([]);
  });
});
