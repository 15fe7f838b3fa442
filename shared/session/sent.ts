import type { Env } from '../record/env';
import type { Draft, Entry, EntryOf } from '../record/entry';
import { refuse, type Result } from '../result';
import { decided } from './enter';
import { remembered, unstruck } from './look';
import type { Session } from './session';

/** The summaries that went out, in order. */
export function sentSummaries(session: Session): readonly EntryOf<'summary-sent'>[] {
  return remembered(session, 'sent summaries', ['sent'], () => unstruck<'summary-sent'>(session, 'sent'));
}

export type SentInput = Omit<Extract<Draft, { kind: 'summary-sent' }>, 'kind' | 'version' | 'upTo'>;

/**
 * Records that a summary went out: calls stay tentative until the list window ends, counted from the first one. It
 * covers the record as it stands now.
 */
export function decideSent(session: Session, input: SentInput, env: Env): Result<readonly Entry[]> {
  const before = sentSummaries(session);
  if (session.latest === undefined) return refuse('There is nothing in the record that could have been sent.');
  if (before.some(({ messageId }) => messageId === input.messageId))
    return refuse('That mail is recorded as sent already.', { found: input.messageId });
  const version = Math.max(0, ...before.map((sent) => sent.version)) + 1;
  return decided(session, [{ ...input, kind: 'summary-sent', version, upTo: session.latest }], env);
}
