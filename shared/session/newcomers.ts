import type { Entry } from '../record/entry';
import type { Env } from '../record/env';
import { refuse, type Result } from '../result';
import { addressBook, type Outsider } from './address-book';
import { decided } from './enter';
import type { Session } from './session';

/** Adds those who wrote, as one act; who is here by address is left as they are. */
export function decideNewcomers(session: Session, outsiders: readonly Outsider[], env: Env): Result<readonly Entry[]> {
  const book = addressBook(session);
  for (const outsider of outsiders) book.add(outsider);
  return book.drafts.length === 0 ? refuse('All of them are here already.') : decided(session, book.drafts, env);
}
