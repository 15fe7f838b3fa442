import type { Author, Mail } from '../mail';

/** A mail as the reader would give it, of which a test says what matters to it. */
export function aMail(author: Author, more: Partial<Mail> = {}): Mail {
  return {
    id: '1@mail.example',
    author,
    to: [],
    cc: [],
    subject: 'Re: [SUMMIT] Device access',
    dateText: '',
    parents: [],
    references: [],
    lists: [],
    body: '',
    place: 0,
    fields: 4,
    warnings: [],
    ...more,
  };
}
