import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectProportion } from '../testing/growth';
import { runs } from '../testing/runs';
import type { Mail } from './mail';
import { mailWith } from './testing/mail';
import { threadOf, type Thread } from './tree';

const shown = ({ nodes }: Thread): readonly string[] =>
  nodes.map(({ id, depth, mail }) => `${'.'.repeat(depth)}${mail === undefined ? `(${id})` : id}`);
const treeOf = (...mails: readonly Mail[]): readonly string[] => shown(threadOf(mails));
const reply = (id: string, ...parents: readonly string[]): Mail => mailWith({ id, parents });

test('answers hang below what they answer, whatever the order in which they came', () => {
  const mails = [reply('c', 'b', 'a'), reply('a'), reply('b', 'a'), reply('d', 'a')];
  expect(treeOf(...mails)).toEqual(['a', '.b', '..c', '.d']);
  expect(threadOf(mails)).toMatchObject({ maxDepth: 2, placeholders: 0, duplicates: 0 });
});

test('In-Reply-To goes before References', () => {
  const mail = mailWith({ id: 'c', parents: ['a', 'b'], references: ['a', 'b'] });
  expect(treeOf(reply('a'), reply('b', 'a'), mail)).toEqual(['a', '.b', '.c']);
});

test('who answered a mail that is not here hangs below its placeholder, in the thread that its References name', () => {
  expect(treeOf(reply('a'), reply('c', 'gone', 'a'), reply('d', 'gone', 'a'))).toEqual(['a', '.(gone)', '..c', '..d']);
  expect(treeOf(reply('c', 'gone'))).toEqual(['(gone)', '.c']);
  // nobody answered `far`, so nothing is said of it
  expect(treeOf(reply('a'), reply('c', 'gone', 'far', 'a'))).toEqual(['a', '.(gone)', '..c']);
  // but it holds two together
  expect(treeOf(reply('c', 'gone', 'far'), reply('d', 'lost', 'far'))).toEqual([
    '(far)',
    '.(gone)',
    '..c',
    '.(lost)',
    '..d',
  ]);
});

test('MAIL-16, TRUST-14: mails that name each other, or themselves, are shown once each', () => {
  expect(treeOf(reply('a', 'b'), reply('b', 'a'), reply('c', 'c'))).toEqual(['b', '.a', 'c']);
});

test('answers stand by date; one without a date stays where it came; clock skew turns nothing round', () => {
  const at = (id: string, date: string | undefined, ...parents: readonly string[]): Mail =>
    mailWith({ id, parents, ...(date === undefined ? {} : { date: `2024-07-${date}T00:00:00.000Z` }) });
  expect(
    treeOf(at('a', '20'), at('d', '24', 'a'), at('e', undefined, 'a'), at('c', '22', 'a'), at('b', '01', 'c')),
  ).toEqual(['a', '.c', '..b', '.d', '.e']);
  expect(treeOf(at('late', '30', 'gone'), at('root', '29'))).toEqual(['root', '(gone)', '.late']);
});

describe('mails of one id', () => {
  test('a copy that says the same is counted; the fuller one stands, in either order', () => {
    const short = mailWith({ id: 'a', fields: 5 });
    const long = mailWith({ id: 'a', fields: 20, body: 'x \n_____________________\nsummit mailing list' });
    for (const mails of [
      [short, long],
      [long, short],
    ]) {
      const thread = threadOf(mails);
      expect(thread.duplicates).toBe(1);
      expect(thread.nodes).toMatchObject([{ mail: { fields: 20 }, others: [] }]);
    }
  });

  test('TRUST-13: one that says something else is shown beside it', () => {
    const thread = threadOf([
      mailWith({ id: 'a' }),
      mailWith({ id: 'a', body: 'y' }),
      mailWith({ id: 'a', body: 'y' }),
    ]);
    expect(thread.nodes).toMatchObject([{ mail: { body: 'x' }, others: [{ body: 'y' }] }]);
    expect(thread.duplicates).toBe(1);
  });

  test('MAIL-2: a masked copy says the same as the whole one, and gives way to it', () => {
    const cut = mailWith({
      id: 'a',
      author: { name: 'Ana', address: 'ana@...t.example', masked: true },
      body: '<b@...t.example> wrote:\n> x',
      fields: 50,
    });
    const whole = mailWith({ id: 'a', body: '<b@host.example> wrote:\n> x' });
    for (const mails of [
      [cut, whole],
      [whole, cut],
    ]) {
      const thread = threadOf(mails);
      expect(thread.nodes).toMatchObject([{ mail: { author: { address: 'ana@host.example' } }, others: [] }]);
      expect(thread.duplicates).toBe(1);
    }
  });
});

describe('TRUST-14: what is long takes time in proportion', () => {
  const idsOf = (size: number): readonly string[] => Array.from({ length: size }, (_, n) => String(n));

  test('100,000 references in one mail', () =>
    expectProportion((size) => {
      const ids = idsOf(size);
      const mail = mailWith({ id: 'a', parents: ids, references: ids.toReversed() });
      expect(threadOf([mail])).toMatchObject({ maxDepth: 1 });
    }, 12_500));

  test('100,000 mails in one chain, from either end, and in a ring', () =>
    expectProportion((size) => {
      const ids = idsOf(size);
      const chain = ids.map((id, n) => reply(id, ...(n === 0 ? [] : [String(n - 1)])));
      expect(threadOf(chain).maxDepth).toBe(size - 1);
      expect(threadOf(chain.toReversed()).maxDepth).toBe(size - 1);
      expect(threadOf(ids.map((id, n) => reply(id, String((n + 1) % size)))).nodes).toHaveLength(size);
    }, 12_500));

  test('100,000 answers to one mail', () =>
    expectProportion((size) => {
      const answers = idsOf(size).map((id) => reply(id, 'a'));
      expect(threadOf(answers)).toMatchObject({ maxDepth: 1, placeholders: 1 });
    }, 12_500));
});

test('every mail is in the tree once, below its parent, and no placeholder is without an answer', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  const mail = fc.record({ id, parents: fc.uniqueArray(id, { maxLength: 4 }) }).map((fields) => mailWith(fields));
  fc.assert(
    fc.property(fc.array(mail, { maxLength: 12 }), (mails) => {
      const { nodes, roots } = threadOf(mails);
      expect(
        nodes
          .filter((node) => node.mail !== undefined)
          .map((node) => node.id)
          .sort(),
      ).toEqual([...new Set(mails.map((each) => each.id))].sort());
      for (const node of nodes) {
        expect(node.parent === undefined ? roots.includes(node) : node.parent.children.includes(node)).toBe(true);
        expect(node.depth).toBe(node.parent === undefined ? 0 : node.parent.depth + 1);
        if (node.mail === undefined) expect(node.children).not.toEqual([]);
      }
    }),
    { numRuns: runs },
  );
});
