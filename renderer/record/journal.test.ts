import { beforeEach, expect, test } from 'vitest';
import { sessionId } from '../../shared/session/meeting';
import { record } from '../../shared/testing/build';
import { connectBridge } from '../bridge/bridge';
import { memoryShell, type MemoryShell } from '../testing/memory-bridge';
import { batchOf, storedBatch } from './append';
import { appendToJournal, journalWriter } from './journal';

const long = 'x'.repeat(700_000);
const said = record().add(
  { kind: 'note-taken', text: `${long}1` },
  { kind: 'note-taken', text: `${long}2` },
  { kind: 'note-taken', text: `${long}3` },
);
const session = sessionId(said.session)!;
const { lines } = batchOf(session, said.lines);
let shell: MemoryShell;

beforeEach(() => {
  shell = memoryShell();
  connectBridge(shell.bridge);
});

test('many lines go in parts that the shell reads in a moment', async () => {
  await appendToJournal(session, lines);
  expect(shell.journals.get(session)).toEqual(lines);
  expect(shell.asked).toHaveLength(3);
});

test('lines that are made one by one are the same', async () => {
  await journalWriter(session, storedBatch(session, said.lines).lines)();
  expect(shell.journals.get(session)).toEqual(lines);
});

test('called again after a refusal, what writes goes on with the part that was refused', async () => {
  const write = journalWriter(session, lines);
  shell.journal = 'refuses';
  await expect(write()).rejects.toThrow('the disk is full');
  shell.journal = 'takes';
  await write();
  await write();
  expect(shell.journals.get(session)).toEqual(lines);
});

test('what is damaged is taken out with the first part', async () => {
  shell.journals.set(session, ['no entry']);
  await appendToJournal(session, lines, ['no entry']);
  expect(shell.journals.get(session)).toEqual(lines);
  await appendToJournal(session, [], [lines[0] ?? '']);
  expect(shell.journals.get(session)).toEqual(lines.slice(1));
});
