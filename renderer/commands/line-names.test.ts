import { beforeEach, expect, test } from 'vitest';
import type { Id } from '../../shared/record/ids';
import { foldAll } from '../../shared/session/session';
import { record } from '../../shared/testing/build';
import { getState, resetState, setState } from '../store/store';
import { lineNames, linesBefore, rememberLine } from './line-names';
import { COMMANDS } from './registry';

beforeEach(() => {
  resetState();
  const session = foldAll(record().subsystem('uvc').people('ana').lines);
  setState({ open: { id: 'x' as Id, session, revision: session.revision, readOnly: false } });
});

test('every command that needs nothing more can be completed on the : line', () => {
  const all = lineNames(getState(), '');
  for (const { id, input } of COMMANDS) if (input === undefined) expect(all).toContain(id);
});

test('short names come before ids, whatever the case of what was typed', () => {
  expect(lineNames(getState(), 'MAT')[0]).toBe('matrix');
  expect(lineNames(getState(), 'view.m')).toEqual(['view.matrix']);
  expect(lineNames(getState(), 'nothing')).toEqual([]);
});

test('set-all is completed with its stances, and not where nothing can be recorded', () => {
  expect(lineNames(getState(), 'set-all u')).toEqual(['set-all usr']);
  setState({ open: undefined });
  expect(lineNames(getState(), 'set-all')).toEqual([]);
});

test('lines that were run come back, the newest first and each once', () => {
  for (const line of ['matrix', ' ', 'live', 'matrix']) rememberLine(line);
  expect(linesBefore()).toEqual(['matrix', 'live']);
});
