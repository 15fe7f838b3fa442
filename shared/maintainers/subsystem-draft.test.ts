import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../testing/runs';
import { parseMaintainers } from './parse';
import { slugFor, subsystemDraft, subsystemDrafts } from './subsystem-draft';
import { EXAMPLE } from './testing/example';
import { realFile } from './testing/real-file';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;

test('a section becomes a subsystem: a slug, its name, the maintainers as seats, the lists', () => {
  const section = parseMaintainers(EXAMPLE).sections[1]!;
  expect(subsystemDraft(section, new Set())).toEqual({
    title: 'COMMON BUS LINK (CBL)',
    slug: 'cbl',
    name: 'COMMON BUS LINK (CBL)',
    seats: [{ name: 'Ana Bé', address: 'ana@kernel.example' }, { address: 'team@cbl.example' }],
    lists: ['linux-cbl@vger.example'],
    files: ['drivers/cbl/'],
  });
});

test('reviewers have no seat, and nobody has two', () => {
  const text = 'T\nM: A <a@x.example>\nM: A Bee <A@x.example>\nR: C <c@x.example>\nM: D\nM: E <not an address>\n';
  expect(subsystemDraft(parseMaintainers(text).sections[0]!, new Set()).seats).toEqual([
    { name: 'A', address: 'a@x.example' },
    { name: 'D' },
    { name: 'E' },
  ]);
});

test.each([
  ['COMPUTE EXPRESS LINK (CXL)', 'cxl'],
  ['MEDIA INPUT INFRASTRUCTURE (V4L/DVB)', 'v4l-dvb'],
  ['USB VIDEO CLASS', 'usb-video-class'],
  ['NVM EXPRESS DRIVER', 'nvm-express'],
  ['802.11 (including CFG80211/NL80211)', '802-11'],
  ['ÄRGER', 'arger'],
  ['A TITLE OF MANY WORDS THAT IS FAR TOO LONG TO BE TYPED', 'a-title-of-many-words-that-is'],
  ['X'.repeat(50), 'x'.repeat(32)],
  ['内存', undefined],
])('%s has the slug %s', (title, slug) => {
  expect(slugFor(title)).toBe(slug);
});

test('a slug that is taken gets a number', () => {
  const [section] = parseMaintainers('LINK (CBL)\nS: x\n').sections;
  expect(subsystemDraft(section!, new Set(['cbl', 'cbl-2'])).slug).toBe('cbl-3');
});

test('whatever the titles, slugs are slugs and no two are the same', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 20 }), (titles) => {
      const { sections } = parseMaintainers(titles.map((title) => `${title.replace(/[\r\n]/g, ' ')}\nS: x`).join('\n'));
      const slugs = subsystemDrafts(sections, new Set(['a'])).map(({ slug }) => slug);
      for (const slug of slugs) expect(slug).toMatch(SLUG);
      expect(new Set(slugs).size).toBe(slugs.length);
    }),
    { numRuns: runs },
  );
});

test('every section of the kernel gets a slug of its own', () => {
  const text = realFile('linux-6.12-MAINTAINERS');
  if (text === undefined) return;
  const slugs = subsystemDrafts(parseMaintainers(text).sections, new Set()).map(({ slug }) => slug);
  expect(slugs.filter((slug) => !SLUG.test(slug))).toEqual([]);
  expect(new Set(slugs).size).toBe(2906);
});
