import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../shared/testing/runs';
import { readLines } from './line-reading';
import { temporaryFolder } from './testing/temporary';

test('lines come out as they went in, whatever the pieces that they are read in', async () => {
  const file = path.join(temporaryFolder(), 'lines');
  const texts = fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ' ')));
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 40 }), async (lines, size) => {
      fs.writeFileSync(file, [...lines, ''].join('\n'));
      expect(await readLines(file, size)).toEqual(lines);
      fs.appendFileSync(file, 'torn');
      expect(await readLines(file, size)).toEqual(lines);
    }),
    { numRuns: runs },
  );
});
