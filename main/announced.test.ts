import { expect, test } from 'vitest';
import { announcedFiles, filesIn } from './announced';

test.each([
  [['gavel', 'a.gavel', '/b.eml'], false, ['/home/ana/a.gavel', '/b.eml']],
  [['electron', '--no-sandbox', '.', '--user-data-dir=/x', 'a.gavel'], true, ['/home/ana/a.gavel']],
  [['electron', '/checkout', '--', '-odd.gavel'], true, ['/home/ana/-odd.gavel']],
  [['gavel', '--', '--x'], false, ['/home/ana/--x']],
  [['electron', '.'], true, []],
  [['gavel', ''], false, []],
])('the files among %j', (argv, unpackaged, files) => {
  expect(filesIn(argv, '/home/ana', unpackaged)).toEqual(files);
});

test('a file is told once: with the first answer, or at once after it', () => {
  const told: string[] = [];
  const announced = announcedFiles((file) => told.push(file));
  announced.add(['/a', '/b']);
  expect(told).toEqual([]);
  expect(announced.take()).toEqual(['/a', '/b']);
  expect(announced.take()).toEqual([]);
  announced.add(['/c']);
  expect(told).toEqual(['/c']);
  expect(announced.take()).toEqual([]);
});

test('only announced files may be read', () => {
  const announced = announcedFiles(() => undefined);
  announced.add(['/a']);
  announced.take();
  expect(announced.has('/a')).toBe(true);
  expect(announced.has('/etc/passwd')).toBe(false);
});
