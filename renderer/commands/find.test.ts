import { beforeEach, expect, test } from 'vitest';
import type { Id } from '../../shared/record/ids';
import { foldAll } from '../../shared/session/session';
import { record } from '../../shared/testing/build';
import { getState, resetState, setState } from '../store/store';
import { find } from './find';
import { lineNames } from './line-names';
import { COMMANDS } from './registry';
import { offered, runById } from './run';

const said = record().subsystem('uvc', { name: 'USB Video' }).people('ana', 'bo');

beforeEach(() => {
  resetState();
  const session = foldAll(said.lines);
  setState({ open: { id: 'x' as Id, session, revision: session.revision, readOnly: false } });
});

const titles = (typed: string): readonly string[] => find(getState(), typed).found.map(({ title }) => title);

test('UX-1: every command that is offered is found by its title, and shows its key', () => {
  for (const { title, keys } of offered(getState())) {
    const [first] = find(getState(), `>${title}`).found;
    expect(first?.title).toBe(title);
    expect(first?.keys === undefined).toBe(keys === undefined);
  }
});

test('UX-9: with single keys off every command is still found by its title and on the : line, and shows no key that types', () => {
  setState({ keymap: { single: false, changed: {} } });
  const names = lineNames(getState(), '');
  for (const command of COMMANDS.filter(({ input }) => input === undefined)) {
    const [first] = find(getState(), `>${command.title}`).found;
    expect(first?.command).toBe(command.id);
    expect(first?.keys ?? 'none', command.id).toMatch(/^(none|.*(Ctrl|Alt).*|[A-Z][A-Za-z]+|F\d+|Shift Space)$/);
    expect(names).toContain(command.id);
  }
});

test('prefixes say what is looked for', () => {
  expect(titles('@')).toEqual(['@ana', '@bo']);
  expect(titles('#video')).toEqual(['#uvc']);
  expect(titles(':w')).toEqual([':w']);
  expect(find(getState(), '>').found.every(({ section }) => section === 'Commands')).toBe(true);
});

test('the start of a title comes before the start of a word, and that before letters in order', () => {
  expect(titles('un')[0]).toBe('Undo');
  expect(
    titles('copy')
      .slice(0, 2)
      .every((title) => title.startsWith('Copy')),
  ).toBe(true);
  expect(titles('qen')).toContain('Quick entry');
});

test('what can’t be run here is not offered', () => {
  setState({ open: undefined });
  expect(titles('Undo').filter((title) => title.startsWith('Undo'))).toEqual([]);
  expect(titles('New session')).toEqual(['New session']);
});

test('with nothing typed what was last run comes first, but for what only moves, types, or opens and closes a layer', async () => {
  for (const id of ['help.keys', 'layer.close', 'go.back', 'go.find', 'layer.close', 'move.down', 'entry.delete-line'])
    await runById(id);
  expect(titles('')[0]).toBe(COMMANDS.find(({ id }) => id === 'help.keys')?.title);
});
