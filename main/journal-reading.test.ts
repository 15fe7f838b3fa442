import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { journalsIn } from './journal';
import { journalHeader, journalName } from './journal-name';
import { keepSum } from './journal-sum';
import { idOf, lineNo, SESSION, valueOf } from './testing/journal';
import { temporaryFolder } from './testing/temporary';

const header = journalHeader(SESSION);

function fileIn(folder: string): string {
  return path.join(folder, journalName(SESSION));
}

describe('reading a journal', () => {
  test('gives a line that is no UTF-8 as an empty one, in its place, and all others', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(
      fileIn(folder),
      Buffer.concat([
        Buffer.from(`${header}\n${lineNo(1)}\n`),
        Buffer.from([0xff, 0x0a]),
        Buffer.from(`${lineNo(2)}\n`),
      ]),
    );
    expect(valueOf(await journalsIn(folder).read(SESSION)).lines).toEqual([lineNo(1), '', lineNo(2)]);
  });

  test('goes on behind a garbled header, and the next append gives it its header again', async () => {
    const folder = temporaryFolder();
    const garbled = `${header.replace('gavel', 'g\u0001vel')}\n${lineNo(1)}\n`;
    fs.writeFileSync(fileIn(folder), garbled);
    const journals = journalsIn(folder);
    expect(valueOf(await journals.read(SESSION)).lines).toEqual([lineNo(1)]);
    valueOf(await journals.append(SESSION, [lineNo(2)]));
    await journals.close();
    expect(fs.readFileSync(fileIn(folder), 'utf8')).toBe(`${header}\n${lineNo(1)}\n${lineNo(2)}\n`);
    const aside = fs.readdirSync(folder).find((name) => name.includes('.damaged-')) ?? '';
    expect(fs.readFileSync(path.join(folder, aside), 'utf8')).toBe(garbled);
  });

  test('tells where bytes are not what they were at the last snapshot, and only there', async () => {
    const folder = temporaryFolder();
    const before = `${header}\n${lineNo(1)}\n`;
    fs.writeFileSync(fileIn(folder), before);
    const sha256 = createHash('sha256').update(before).digest('hex');
    await keepSum(fileIn(folder), { size: before.length, sha256 });
    const read = async () => valueOf(await journalsIn(folder).read()).journals;
    expect(await read()).toEqual([{ session: SESSION, lines: 1 }]);
    fs.appendFileSync(fileIn(folder), `${lineNo(2)}\n`);
    expect(await read()).toEqual([{ session: SESSION, lines: 2 }]);
    fs.writeFileSync(fileIn(folder), `${before.replace('note 1', 'note 7')}${lineNo(2)}\n`);
    expect(await read()).toEqual([{ session: SESSION, lines: 2, changed: true }]);
    fs.writeFileSync(fileIn(folder), `${header}\n`);
    expect(await read()).toEqual([{ session: SESSION, lines: 0, changed: true }]);
  });

  test('is refused where the header is another’s', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(fileIn(folder), `${journalHeader(idOf(7))}\n${lineNo(1)}\n`);
    expect(await journalsIn(folder).read(SESSION)).toMatchObject({ ok: false, error: { line: 1, expected: header } });
  });
});

describe('mending a journal', () => {
  test('takes out what is no entry and what is named, keeps the rest, and the file as it was beside it', async () => {
    const folder = temporaryFolder();
    const before = `${header}\n${lineNo(1)}\nrubbish\n${lineNo(2)}\n${lineNo(3)}\n`;
    fs.writeFileSync(fileIn(folder), before);
    const journals = journalsIn(folder);
    valueOf(await journals.append(SESSION, [lineNo(4)]));
    valueOf(await journals.mend(SESSION, [lineNo(2)]));
    valueOf(await journals.append(SESSION, [lineNo(5)]));
    await journals.close();
    expect(valueOf(await journals.read(SESSION)).lines).toEqual([lineNo(1), lineNo(3), lineNo(4), lineNo(5)]);
    const aside = fs.readdirSync(folder).find((name) => name.includes('.damaged-')) ?? '';
    expect(fs.readFileSync(path.join(folder, aside), 'utf8')).toBe(`${before}${lineNo(4)}\n`);
  });
});
