import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Id, Instant } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { foldAll, type Session } from '../session/session';
import { atOnce } from '../steps';
import { records } from '../testing/arbitrary-record';
import { runs } from '../testing/runs';
import { formLines, formText } from './forms';
import { printedHtml } from './printed-html';
import { summarise, type SummaryOptions } from './summarise';
import { fullRecord } from './testing/full-record';

const ALL: SummaryOptions = { at: '2024-09-18T08:00:00.000Z' as Instant, sha256: sha256Of, log: true };
const NAME = /\d{5}=[^"]+/;

function printed(session: Session): string {
  return atOnce(printedHtml(summarise(session, ALL)));
}

/** All that stands behind a pattern, as it comes. */
function found(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map(([, one = '']) => one);
}

const namesIn = (text: string): readonly string[] => found(/ id="(\d{5}=[^"]+)"/g, text);

function idsIn(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => name.slice(6).split(',')).filter((id) => id !== '-');
}

describe('the page that a PDF is made of', () => {
  const { session } = fullRecord();
  const text = printed(session);

  test('is the HTML form but for the names and the links to them', () => {
    const without = text
      .replace(new RegExp(` id="${NAME.source}"`, 'g'), '')
      .replace(/<a><\/a>/g, '')
      .replace(/<nav hidden>.*<\/nav>\n/, '');
    expect(without).toBe(formText('html', session, ALL));
  });

  test('has at each statement, from its name to the next number, the entries behind it', () => {
    const lines = text.split('\n').filter((line) => !line.startsWith('<nav hidden>'));
    let holds: readonly string[] = [];
    const wrong = formLines('html', session, ALL).filter(({ text: line, from }, at) => {
      const names = namesIn(lines[at] ?? '');
      if (names.length > 0) holds = idsIn(names);
      return /^<(?:h\d|p|tr|blockquote|thead|pre)\b/.test(line) && holds.join() !== from.join();
    });
    expect(wrong).toEqual([]);
    expect(namesIn(text).filter((name) => name.endsWith('=-')).length).toBeGreaterThan(0);
  });

  test('has each name once, short enough for a PDF, numbered from the top, and a link to each', () => {
    const names = namesIn(text);
    expect(new Set(names).size).toBe(names.length);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(127);
    expect(names.map((name) => name.slice(0, 5))).toEqual(names.map((name) => name.slice(0, 5)).sort());
    expect(found(/<a href="#(\d{5}=[^"]+)"><\/a>/g, text)).toEqual(names);
    // a row and a rule have more entries than a name holds
    expect(names.length).toBeGreaterThan(new Set(names.map((name) => name.slice(0, 5))).size);
  });

  test('whatever was recorded, private or struck: it names the entries that the HTML form names, and no other', () => {
    fc.assert(
      fc.property(records, (record) => {
        const any = foldAll(record);
        const html = found(/ data-entries="([^"]*)"/g, formText('html', any, ALL)).flatMap((ids) => ids.split(' '));
        expect(new Set(idsIn(namesIn(printed(any))))).toEqual(new Set(html as Id[]));
      }),
      { numRuns: Math.ceil(runs / 20) },
    );
  });
});
