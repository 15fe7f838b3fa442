import type { Env } from '../record/env';
import type { Draft, Entry, EntryOf } from '../record/entry';
import type { Slug } from '../record/ids';
import { byId } from '../record/order';
import { refuse, type Result } from '../result';
import { decided } from './enter';
import { remembered, unstruck } from './look';
import type { Session } from './session';

/** The summaries that went out, in order. */
export function sentSummaries(session: Session): readonly EntryOf<'summary-sent'>[] {
  return remembered(session, 'sent summaries', ['sent'], () => unstruck<'summary-sent'>(session, 'sent'));
}

/**
 * The versions of one summary that went out, in order: of the whole, or of the extract for one subsystem. Each is
 * counted apart.
 */
export function sentVersions(session: Session, subsystem?: Slug): readonly EntryOf<'summary-sent'>[] {
  return sentSummaries(session)
    .filter((sent) => sent.subsystem === subsystem)
    .toSorted((a, b) => a.version - b.version || byId(a, b));
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
  const version = (sentVersions(session, input.subsystem).at(-1)?.version ?? 0) + 1;
  return decided(session, [{ ...input, kind: 'summary-sent', version, upTo: session.latest }], env);
}
