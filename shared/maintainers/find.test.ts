import { expect, test } from 'vitest';
import { findSections, indexSections, sectionsByList, sectionsByPath, sectionsByPerson, type Found } from './find';
import { parseMaintainers } from './parse';
import { EXAMPLE } from './testing/example';
import { realFile } from './testing/real-file';

const index = indexSections(parseMaintainers(EXAMPLE).sections);
const told = (found: readonly Found[]) => found.map(({ section, by }) => `${by}: ${section.title}`);

test('nothing typed is every section, in the order of the file', () => {
  expect(told(findSections(index, ' '))).toHaveLength(5);
});

test.each([
  ['cbl', ['title: COMMON BUS LINK (CBL)']],
  ['bus link', ['title: COMMON BUS LINK (CBL)']],
  ['link bus', ['title: COMMON BUS LINK (CBL)']],
  ['th', ['title: THE REST', 'title: FORGOTTEN THING']],
  ['zoe', ['person: GRAPHICS']],
  ['zoe o', ['person: GRAPHICS']],
  ['ana@kernel', ['person: 8251 SERIAL DRIVER', 'person: COMMON BUS LINK (CBL)']],
  ['ana cbl.example', []],
  ['linux-serial', ['list: 8251 SERIAL DRIVER']],
  ['drivers/cbl/x.c', ['path: COMMON BUS LINK (CBL)', 'path: THE REST']],
  ['gfx', ['person: GRAPHICS']],
  ['8251.h', ['path: 8251 SERIAL DRIVER']],
  ['nothing at all', []],
])('typed %s', (typed, expected) => {
  expect(told(findSections(index, typed))).toEqual(expected);
});

test('titles that begin with what was typed come first, then starts of words, then the inside of words', () => {
  const some = indexSections(
    parseMaintainers('OTTER\nS: x\n\nFOR GOTH\nS: x\n\nGOT IT\nS: x\n\nFORGOT\nS: x\n').sections,
  );
  expect(told(findSections(some, 'got'))).toEqual(['title: GOT IT', 'title: FOR GOTH', 'title: FORGOT']);
});

test('of a path the most particular section comes first, what begins with a wildcard last', () => {
  const text = 'ALL\nF: *\nF: */\n\nNAMED\nN: uvc\n\nMEDIA\nF: drivers/media/\n\nUVC\nF: drivers/media/usb/uvc/\n';
  const found = sectionsByPath(indexSections(parseMaintainers(text).sections), 'drivers/media/usb/uvc/driver.c');
  expect(told(found)).toEqual(['path: UVC', 'path: MEDIA', 'path: NAMED', 'path: ALL']);
});

test('MAIL-18: the picker offers USB VIDEO CLASS before MEDIA INPUT INFRASTRUCTURE, and THE REST last', () => {
  const text = realFile('linux-6.12-MAINTAINERS');
  if (text === undefined) return;
  const kernel = indexSections(parseMaintainers(text).sections);
  expect(told(sectionsByPath(kernel, 'drivers/media/usb/uvc/uvc_driver.c'))).toEqual([
    'path: USB VIDEO CLASS',
    'path: MEDIA INPUT INFRASTRUCTURE (V4L/DVB)',
    'path: THE REST',
  ]);
});

test('each way of looking can be asked alone', () => {
  expect(told(sectionsByPath(index, 'foo.c'))).toEqual(['path: THE REST']);
  expect(told(sectionsByPerson(index, 'penguin'))).toEqual(['person: THE REST']);
  expect(told(sectionsByPerson(index, 'serial'))).toEqual([]);
  expect(told(sectionsByList(index, 'vger'))).toHaveLength(3);
  expect(told(sectionsByList(index, ''))).toEqual([]);
});

test('whatever the beginning that is typed, something of the kernel is found', () => {
  const text = realFile('linux-6.12-MAINTAINERS');
  if (text === undefined) return;
  const kernel = indexSections(parseMaintainers(text).sections);
  for (const typed of ['m', 'me', 'media', 'media input', 'drivers/media/usb/uvc/uvc_driver.c', 'linux-m']) {
    expect(findSections(kernel, typed).length, typed).toBeGreaterThan(0);
  }
});
