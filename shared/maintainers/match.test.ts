import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../testing/runs';
import { matchPath, takesName, takesPath } from './match';
import { parseMaintainers } from './parse';
import { namePattern } from './pattern';
import { maintainersOf } from './section';
import { EXAMPLE } from './testing/example';
import { realFile } from './testing/real-file';

const titles = (text: string, path: string) =>
  matchPath(parseMaintainers(text).sections, path).map(({ title }) => title);

test.each([
  ['drivers/serial/8251_core.c', ['8251 SERIAL DRIVER', 'THE REST']],
  ['drivers/serial/8251/core.c', ['THE REST']],
  ['drivers/serial/8251.h', ['8251 SERIAL DRIVER', 'THE REST']],
  ['drivers/cbl/core/port.c', ['COMMON BUS LINK (CBL)', 'THE REST']],
  ['./drivers/cbl/core/port.c', ['COMMON BUS LINK (CBL)', 'THE REST']],
  ['drivers/cbl/old/x.c', ['THE REST']],
  ['lib/old-cbl.c', ['COMMON BUS LINK (CBL)', 'THE REST']],
  ['lib/oldcbl.c', ['THE REST']],
  ['drivers/forgotten/x.c', ['FORGOTTEN THING', 'THE REST']],
  ['drivers/gfx/', ['GRAPHICS', 'THE REST']],
  ['foo.c', ['THE REST']],
  ['', []],
])('%s belongs to %j', (path, expected) => {
  expect(titles(EXAMPLE, path)).toEqual(expected);
});

test.each([
  ['drivers/net/', 'drivers/net/a/b.c', true],
  ['drivers/net/*', 'drivers/net/b.c', true],
  ['drivers/net/*', 'drivers/net/a/b.c', false],
  ['*/net/*', 'drivers/net/b.c', true],
  ['*/net/*', 'net/b.c', false],
  ['a.c', 'axc', false],
  ['a.c', 'a.cpp', true],
  ['a?c', 'axc', true],
  ['a[^bc]d', 'axd', true],
  ['a[^bc]d', 'abd', false],
  ['a[b', 'a[b', true],
  ['c++/', 'c++/x', true],
  ['dir.d', 'dir.d/x', false],
  ['', 'x', false],
])('the path %s takes in %s: %s', (pattern, path, expected) => {
  expect(takesPath(pattern, path)).toBe(expected);
});

test.each([
  ['bcm[9]?4912', 'arch/bcm4912.dts', true],
  ['bcm9586*', 'x/bcm958.c', true],
  ['^.*/vdso/[^/]*getrandom[^/]+$', 'arch/x86/vdso/vgetrandom.c', true],
  ['^.*/vdso/[^/]*getrandom[^/]+$', 'arch/x86/vdso/getrandom/x', false],
  ['a\\.c', 'abc', false],
  ['a\\.c', 'a.c', true],
  ['mt[2678]', 'amt8', true],
  ['x\\d+$', 'ax12', true],
  ['(?<!uni)versal', 'versal', false],
  ['a|b', 'a', false],
  ['a{2}', 'aa', false],
])('the name pattern %s takes in %s: %s', (pattern, path, expected) => {
  expect(takesName(pattern, path)).toBe(expected);
});

test('MAIL-18: the sections of a path of the kernel, in the order of the file', () => {
  const text = realFile('linux-6.12-MAINTAINERS');
  if (text === undefined) return;
  const { sections } = parseMaintainers(text);
  const cxl = matchPath(sections, 'drivers/cxl/core/port.c');
  expect(cxl.map(({ title }) => title)).toEqual(['COMPUTE EXPRESS LINK (CXL)', 'THE REST']);
  expect(maintainersOf(cxl[0]!)).toHaveLength(7);
  expect(cxl[0]!.lists.map(({ address }) => address)).toEqual(['linux-cxl@vger.kernel.org']);
  expect(titles(text, 'drivers/media/usb/uvc/uvc_driver.c')).toEqual([
    'MEDIA INPUT INFRASTRUCTURE (V4L/DVB)',
    'USB VIDEO CLASS',
    'THE REST',
  ]);
  expect(titles(text, 'foo.c')).toEqual(['THE REST']);
});

test('every N line of the kernel is understood', () => {
  const text = realFile('linux-6.12-MAINTAINERS');
  if (text === undefined) return;
  const names = parseMaintainers(text).sections.flatMap((section) => section.names);
  expect(names).toHaveLength(95);
  expect(names.filter((name) => namePattern(name) === undefined)).toEqual([]);
});

test('TRUST-26: no pattern makes the matching hang', () => {
  const path = `${'a'.repeat(4000)}b`;
  for (const pattern of [
    'a*'.repeat(250),
    '(a+)+$',
    '(a|a)*c',
    `${'a?'.repeat(250)}c`,
    '.*'.repeat(200),
    '[a-z]*'.repeat(80),
  ]) {
    takesName(`${pattern}c`, path);
    takesPath(`${pattern}c`, path);
  }
});

/** get_maintainer.pl's own way: the pattern as a regular expression, and the number of slashes. */
function naive(pattern: string, path: string): boolean {
  const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
  if (!new RegExp(`^${source}`).test(path)) {
    return false;
  }
  return pattern.endsWith('/') || pattern.split('/').length === path.split('/').length;
}

const piece = fc.constantFrom('a', 'b', '.', '/', 'a/', '*', '?', '[ab]', '[^a]', '[a-c]');
const pattern = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join(''));
const path = fc
  .array(fc.constantFrom('a', 'b', 'c', '.', '/'), { minLength: 1, maxLength: 10 })
  .map((pieces) => pieces.join(''));

test('paths are taken in as by the regular expression that get_maintainer.pl makes of a pattern', () => {
  fc.assert(
    fc.property(pattern, path, (text, file) => {
      // where the path lies below the pattern, a file system would have called it a directory
      fc.pre(!(!/[*?[.]/.test(text) && file.startsWith(`${text}/`)));
      expect(takesPath(text, file)).toBe(naive(text, file));
    }),
    { numRuns: runs * 5 },
  );
});

const atom = fc.constantFrom('a', 'b', '/', '.', '\\.', '[ab]', '[^a]', '\\d', '-');
const times = fc.constantFrom('', '', '*', '+', '?');
const regex = fc
  .tuple(
    fc.constantFrom('', '^'),
    fc.array(fc.tuple(atom, times), { minLength: 1, maxLength: 6 }),
    fc.constantFrom('', '$'),
  )
  .map(([from, atoms, to]) => from + atoms.map((parts) => parts.join('')).join('') + to);

test('names are taken in as by a regular expression', () => {
  fc.assert(
    fc.property(
      regex,
      fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '1', '-'), maxLength: 8 }),
      (text, file) => {
        expect(takesName(text, file)).toBe(new RegExp(text).test(file));
      },
    ),
    { numRuns: runs * 5 },
  );
});

test('a section has a path that an F or N line takes in and no X line leaves out', () => {
  const line = fc.tuple(fc.constantFrom('F', 'F', 'X', 'N'), pattern).map(([tag, text]) => ({ tag, text }));
  fc.assert(
    fc.property(fc.array(fc.array(line, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), path, (parts, file) => {
      const text = parts
        .map((lines, i) => [`T${i}`, ...lines.map((each) => `${each.tag}:\t${each.text}`)].join('\n'))
        .join('\n\n');
      fc.pre(!file.startsWith('./'));
      const { sections } = parseMaintainers(text);
      const expected = parts.flatMap((lines, i) => {
        const has = (tag: string, takes: (value: string, to: string) => boolean): boolean =>
          lines.some((each) => each.tag === tag && takes(each.text, file));
        return (has('F', takesPath) || has('N', takesName)) && !has('X', takesPath) ? [`T${i}`] : [];
      });
      expect(matchPath(sections, file).map(({ title }) => title)).toEqual(expected);
    }),
    { numRuns: runs },
  );
});
