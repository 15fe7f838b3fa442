import { expect, test } from 'vitest';
import { place } from './testing/run-in';

const { gavel } = place();

test('without a subcommand, or with one that is none, the exit is 2 and the uses are said', async () => {
  expect(await gavel([])).toMatchObject({ exit: 2, out: '' });
  const outcome = await gavel(['sumary']);
  expect(outcome).toMatchObject({ exit: 2, out: '' });
  expect(outcome.messages[0]).toBe('There is no gavel sumary.');
  expect(outcome.messages).toContain('gavel merge A.gavel B.gavel ... [--join]');
});

test('help is a result', async () => {
  const outcome = await gavel(['--help']);
  expect(outcome).toMatchObject({ exit: 0, messages: [] });
  expect(outcome.out).toContain('gavel record FILE.gavel LINE...');
  expect((await gavel(['log', '--help'])).out).toBe('gavel log FILE.gavel\n');
});

test('which version it is, is a result', async () => {
  expect((await gavel(['--version'])).out).toMatch(/^gavel \d+\.\d+\.\d+\n$/);
});

test.each([['log'], ['check'], ['merge'], ['summary'], ['record'], ['trace'], ['thread'], ['maintainers'], ['slips']])(
  'gavel %s without a file, or with an option that it does not know, is misuse',
  async (name) => {
    expect(await gavel([name])).toMatchObject({ exit: 2, out: '' });
    const outcome = await gavel([name, 'a.gavel', '--nonsense']);
    expect(outcome).toMatchObject({ exit: 2, out: '' });
    expect(outcome.messages[0]).toContain('--nonsense');
  },
);

test.each([
  [['--format'], "Option '--format <value>' argument missing"],
  [['--ascii=1'], "Option '--ascii' does not take an argument"],
  [['--to', '--ascii'], "Option '--to' argument is ambiguous."],
])('what is wrong with an option is said to the end: %j', async (options, says) => {
  const { exit, messages } = await gavel(['summary', 'a.gavel', ...options]);
  expect([exit, messages[0]]).toEqual([2, says]);
});

test.each([['log'], ['check'], ['merge'], ['summary'], ['slips'], ['thread'], ['maintainers']])(
  'gavel %s refuses a file that is not there',
  async (name) => {
    const outcome = await gavel([name, 'none.gavel']);
    expect(outcome).toMatchObject({ exit: 1, out: '' });
    expect(outcome.messages.join()).toMatch(/none[.]gavel: not read: .*\(found ENOENT\)/);
  },
);
