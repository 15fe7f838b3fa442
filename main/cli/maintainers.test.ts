import { expect, test } from 'vitest';
import { EXAMPLE } from '../../shared/maintainers/testing/example';
import { realFile } from '../../shared/maintainers/testing/real-file';
import { place } from './testing/run-in';

const { gavel } = place();

test('the file as text: the counts, then each section with status, people and lists', async () => {
  const { exit, out, messages } = await gavel(['maintainers', '-'], { input: EXAMPLE });
  expect({ exit, messages }).toEqual({ exit: 0, messages: [] });
  expect(out).toContain('5 sections, 5 people; without maintainer 1, without status 1\n');
  expect(out).toContain(
    [
      'COMMON BUS LINK (CBL)  [Maintained (64-bit); Odd fixes (32-bit)]',
      '  M  Ana Bé <ana@kernel.example>',
      '  M  <team@cbl.example>',
      '  L  linux-cbl@vger.example (moderated for non-subscribers)',
    ].join('\n'),
  );
  expect(out).toContain('FORGOTTEN THING  [Orphan; no maintainer]\n');
});

test('MAIL-18: --json with --path says which sections a path belongs to, in the order of the file', async () => {
  const path = 'drivers/cbl/core/port.c';
  const { out } = await gavel(['maintainers', '-', '--json', '--path', path], { input: EXAMPLE });
  expect(JSON.parse(out)).toMatchObject({
    counts: { sections: 5, people: 5, withoutMaintainer: 1, withoutStatus: 1 },
    matches: ['COMMON BUS LINK (CBL)', 'THE REST'],
    warnings: [],
  });
  expect(JSON.parse((await gavel(['maintainers', '-', '--json'], { input: EXAMPLE })).out)).not.toHaveProperty(
    'matches',
  );
  expect((await gavel(['maintainers', '-', '--path', path], { input: EXAMPLE })).out).not.toContain('GRAPHICS');
});

test('MAIL-17: the real file by the command line', async () => {
  const input = realFile('linux-6.12-MAINTAINERS');
  if (input === undefined) return;
  const { out, messages } = await gavel(['maintainers', '-', '--json', '--path', 'foo.c'], { input });
  expect(JSON.parse(out)).toMatchObject({
    counts: { sections: 2906, people: 1997, withoutMaintainer: 201, withoutStatus: 29 },
    matches: ['THE REST'],
  });
  expect(messages).toEqual([]);
});

test('warnings name the file and the line, and what they show moves no cursor', async () => {
  const { exit, messages, out } = await gavel(['maintainers', '-'], { input: 'T\nM: x\u001b[2J@y z\nQ: q\n' });
  expect(exit).toBe(0);
  expect(messages[0]).toBe('-:2: It holds characters that nobody can see.');
  expect(messages.join('') + out).not.toContain('\u001b');
});

test('a file without any section is refused; bytes that are not UTF-8 are taken for Latin-1', async () => {
  const empty = await gavel(['maintainers', '-'], { input: 'just\nprose\n' });
  expect(empty).toMatchObject({ exit: 1, out: '' });
  expect(empty.messages[0]).toContain('It holds no section. (expected a title');
  const latin1 = new Uint8Array(Buffer.from('T\nM: Zoë <z@x.example>\n', 'latin1'));
  expect((await gavel(['maintainers', '-'], { input: latin1 })).out).toContain('  M  Zoë <z@x.example>\n');
});

test('misuse is said', async () => {
  expect(await gavel(['maintainers', 'a', 'b'])).toMatchObject({ exit: 2 });
  expect(await gavel(['maintainers', '-', '--path', ''])).toMatchObject({ exit: 2 });
});
