import type { Mail } from '../mail';

/** A mail of nothing but what a test is about. */
export function mailWith(fields: Partial<Mail> & Pick<Mail, 'id'>): Mail {
  const parents = fields.parents ?? [];
  return {
    author: { name: 'Ana', address: 'ana@host.example' },
    to: [],
    cc: [],
    subject: 'A question',
    dateText: '',
    parents,
    references: parents.toReversed(),
    lists: [],
    body: 'x',
    place: 0,
    fields: 5,
    warnings: [],
    ...fields,
  };
}
