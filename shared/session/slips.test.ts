import { test } from 'vitest';
import type { AnyEntry } from '../record/entry';
import { record } from '../testing/build';
import { expectProportion } from '../testing/growth';
import { foldAll } from './session';
import { withheldEntries } from './slips';

/** Somebody asked much, and withholds the first of it. */
function asked(count: number): readonly AnyEntry[] {
  const build = record().people('ana').add({ kind: 'question-raised', number: 1, text: 'Which?', who: 'ana' });
  const first = build.last;
  const more = Array.from({ length: count }, (_, at) => ({ number: at + 2, text: `Which of ${String(at)}?` }));
  build.add(...more.map((question) => ({ ...question, kind: 'question-raised' as const, who: 'ana' })));
  return build.add({ kind: 'slip-answered', who: 'ana', entry: first, answer: 'withheld' }).lines;
}

test('what one withholds is looked for once in each of many questions', async () => {
  const known = new Map<number, readonly AnyEntry[]>();
  await expectProportion((count) => {
    const lines = known.get(count) ?? asked(count);
    known.set(count, lines);
    return withheldEntries(foldAll(lines));
  }, 3_000);
});
