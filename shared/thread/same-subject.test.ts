import { expect, test } from 'vitest';
import { subjectOffers } from './same-subject';
import { mailWith } from './testing/mail';
import { threadOf } from './tree';

const offers = (...subjects: readonly string[]): readonly (readonly [string, string])[] =>
  subjectOffers(threadOf(subjects.map((subject, n) => mailWith({ id: String(n), subject })))).map(
    ({ root, maybeBelongsTo }) => [root.id, maybeBelongsTo.id],
  );

test('an answer that names no mail is offered to the thread of its subject, and stays where it is', () => {
  expect(offers('A question', 'Re: Re[2]: a question', 'A question')).toEqual([['1', '0']]);
  expect(offers('Re: nobody asked', 'Other')).toEqual([]);
  expect(offers('', 'Re: ')).toEqual([]);
  expect(threadOf([mailWith({ id: 'a' }), mailWith({ id: 'b', subject: 'Re: A question' })]).roots).toHaveLength(2);
});

test('a thread whose first mail is not here is known by its first answer', () => {
  const lost = mailWith({ id: 'b', parents: ['gone'], subject: 'Re: A question' });
  const [offer] = subjectOffers(threadOf([lost, mailWith({ id: 'c', subject: 'Re: A question' })]));
  expect([offer?.root.id, offer?.maybeBelongsTo.id]).toEqual(['c', 'gone']);
});
