import { bodyLines } from './body';
import type { Mail } from './mail';

/** A line such as `Acked-by: Ana <ana@host.example>` among a mail's own words. */
export interface Trailer {
  /** the mail's id */
  readonly id: string;
  /** from 1, in the mail's body */
  readonly line: number;
  readonly text: string;
}

const TRAILER = /^[A-Z][\w-]{0,40}-by: \S/i;

/** The trailers that a mail's author wrote: not those that are quoted, and not those of a patch. */
export function trailersOf(mail: Mail): readonly Trailer[] {
  if (!mail.body.includes('-by:') && !mail.body.includes('-By:')) return [];
  return bodyLines(mail.body)
    .filter(({ kind, text }) => kind === 'own' && TRAILER.test(text))
    .map(({ n, text }) => ({ id: mail.id, line: n, text }));
}
