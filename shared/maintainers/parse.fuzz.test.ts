import { expect } from 'vitest';
import { fuzz, mutated } from '../testing/fuzz';
import { findSections, indexSections, sectionsByPath } from './find';
import { parseMaintainers } from './parse';
import { EXAMPLE } from './testing/example';
import { textLines, textOf } from './text';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

fuzz('a MAINTAINERS file', mutated([EXAMPLE, EXAMPLE.replaceAll('\n', '\r\n')]), (bytes) => {
  const text = textOf(bytes, utf8);
  const lines = textLines(text).length;
  const { sections, warnings } = parseMaintainers(text);
  for (const { line } of [...sections, ...warnings]) {
    expect(line).toBeGreaterThan(0);
    expect(line).toBeLessThanOrEqual(lines);
  }
  const index = indexSections(sections);
  for (const found of [findSections(index, 'common bus'), sectionsByPath(index, 'drivers/cbl/port.c')])
    expect(found.length).toBeLessThanOrEqual(sections.length);
});
