import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { needs } from '../testing/needs';
import { flowedLines } from './flowed';
import { needsRealData, realFile, realMails } from './testing/real';
import { readWhole } from './testing/read';
import { threadOf } from './tree';

const latin1 = new TextDecoder('latin1');

/** A mail of one part of flowed text that travelled as it is: its Content-Type, and its body's lines. */
function flowedIn(bytes: Uint8Array): { readonly type: string; readonly text: string } | undefined {
  const [head = '', ...body] = latin1.decode(bytes).split(/\r?\n\r?\n/);
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ');
  const type = /^Content-Type: *(text\/plain\b.*format="?flowed.*)$/im.exec(unfolded)?.[1];
  const encoding = /^Content-Transfer-Encoding: *(\S+)/im.exec(unfolded)?.[1] ?? '7bit';
  if (type === undefined || !/^[78]bit$/i.test(encoding)) return undefined;
  return { type, text: body.join('\n\n').replaceAll('\r', '') };
}

/** How many quote marks each line begins with. */
function marksOf(lines: readonly string[]): string {
  return lines.map((line) => /^>*/.exec(line)?.[0].length).join();
}

describe('flowed text of real mails', () => {
  needsRealData();
  needs(spawnSync('mflow', [], { input: '' }).status === 0, 'mflow, of mblaze,');

  test('MAIL-9: no line has another depth than a decoder gives it that somebody else wrote', () => {
    const flowed = realMails().flatMap(({ bytes, ...where }) => {
      const found = flowedIn(bytes);
      return found === undefined ? [] : [{ ...where, ...found }];
    });
    const different = flowed.filter(({ type, text }) => {
      const { stdout } = spawnSync('mflow', ['-w', '1000000'], {
        input: text,
        encoding: 'latin1',
        env: { ...process.env, PIPE_CONTENTTYPE: type },
      });
      const theirs = stdout.replace(/\n$/, '').split('\n');
      // it prints what was stuffed so that it is no quote as if it were one: so are ours printed
      const ours = flowedLines(text.replace(/\n$/, ''), /delsp="?yes/i.test(type)).map(
        ({ depth, text: words }) => `${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${words}`,
      );
      return marksOf(ours) !== marksOf(theirs);
    });
    expect(different.map(({ file, place }) => `${file} ${String(place)}`)).toEqual([]);
    expect(flowed.length).toBeGreaterThan(5);
  });
});

describe('the archive of a whole list', () => {
  const ARCHIVE = 'archive.mbox.gz';
  needs(existsSync(`../shared/data/${ARCHIVE}`), `the list’s archive, ${ARCHIVE} among the real data,`);

  test('MAIL-4: 3,115 mails are read, 3,112 kept in 144 threads', async () => {
    const { mails } = await readWhole(realFile(ARCHIVE));
    const thread = threadOf(mails);
    expect([mails.length, thread.nodes.filter(({ mail }) => mail !== undefined).length]).toEqual([3_115, 3_112]);
    expect(thread).toMatchObject({ duplicates: 3, placeholders: 40 });
    expect(thread.roots).toHaveLength(144);
  });
});
