import { expect, test } from 'vitest';
import type { Handle } from '../record/ids';
import { mainText } from '../record/main-text';
import { record, type Build } from '../testing/build';
import { entriesOfTwo, unclearEntries } from './doubtful';
import { decideEdit } from './revise';

function room(): Build {
  return record().people('p1', 'p2', 'ben').subsystem('uvc');
}

const unclear = ({ session }: Build): readonly unknown[] => unclearEntries(session).map(mainText);
const ofTwo = ({ session }: Build): readonly unknown[] => entriesOfTwo(session).map(mainText);

test('a scribe’s mark and a line that was kept as a note wait for somebody; plain words do not', () => {
  const b = room().position('p1', 'uvc', 'standard-required', { rationale: 'works with (?) layouts' });
  b.add({ kind: 'note-taken', text: '@p1 sdt what' });
  b.add({ kind: 'note-taken', text: 'a plain question?' });
  expect(unclear(b)).toEqual(['works with (?) layouts', '@p1 sdt what']);
});

test('what was reworded or struck waits no longer', () => {
  const b = room().position('p1', 'uvc', 'standard-required', { rationale: 'TBD' });
  const entry = b.last;
  b.do((session, env) => decideEdit(session, { entry, text: 'the layout is published' }, env));
  expect(unclear(b)).toEqual([]);
  b.add({ kind: 'note-taken', text: 'TODO' }).strike();
  expect(unclear(b)).toEqual([]);
});

test('a remark that speaks for somebody else too is of two people; one that names its own author, or only mentions another, is not', () => {
  const b = room();
  b.position('p1', 'uvc', 'standard-required', { rationale: 'no private layout, and ben agrees' });
  b.position('p2', 'uvc', 'standard-required', { rationale: 'as @p1 has it' });
  b.position('ben', 'uvc', 'standard-required', { rationale: 'ben says so; the code of p2 shows it' });
  expect(ofTwo(b)).toEqual(['no private layout, and ben agrees', 'as @p1 has it']);
});

test('whoever gets another name is looked for by it in words that were recorded before', () => {
  const b = room().position('p1', 'uvc', 'standard-required', { rationale: 'the layout is published, and Pat agrees' });
  expect(ofTwo(b)).toEqual([]);
  b.add({ kind: 'participant-added', who: 'p3' as Handle, name: 'Pat' });
  expect(ofTwo(b)).toEqual(['the layout is published, and Pat agrees']);
});
