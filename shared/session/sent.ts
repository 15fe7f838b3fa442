import type { Env } from '../record/env';
import type { Draft, Entry, EntryOf } from '../record/entry';
import { writerOf, type Id, type Slug, type Writer } from '../record/ids';
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

/**
 * Whether a line was there when a summary that went out was made. What another scribe had recorded by then may have been
 * merged since: of each writer only the lines up to its last one then count. A summary that does not say those covers
 * every line up to its last.
 */
export function isCovered({ upTo, covers }: EntryOf<'summary-sent'>): (id: Id) => boolean {
  if (covers === undefined) return (id) => id <= upTo;
  const ends = new Map<Writer, Id>();
  for (const id of covers.toSorted()) ends.set(writerOf(id), id);
  return (id) => id <= (ends.get(writerOf(id)) ?? '');
}

/** A summary that went out; `upTo` is the last line that it covers, where more was recorded since it was made. */
export type SentInput = Omit<Extract<Draft, { kind: 'summary-sent' }>, 'kind' | 'version' | 'upTo'> & {
  readonly upTo?: Id;
};

/** Records that a summary went out: calls stay tentative until the list window ends, counted from the first one. */
export function decideSent(session: Session, input: SentInput, env: Env): Result<readonly Entry[]> {
  return decideAllSent(session, [input], env);
}

/** The same of several mails that went out together, as one act: the whole, and an extract to each list. */
export function decideAllSent(session: Session, inputs: readonly SentInput[], env: Env): Result<readonly Entry[]> {
  const { latest } = session;
  if (latest === undefined) return refuse('There is nothing in the record that could have been sent.');
  const known = new Set(sentSummaries(session).map(({ messageId }) => messageId));
  const again = inputs.find(({ messageId }) => known.has(messageId));
  if (again !== undefined) return refuse('That mail is recorded as sent already.', { found: again.messageId });
  const drafts = inputs.map((input) => ({
    upTo: latest,
    ...input,
    kind: 'summary-sent' as const,
    version: (sentVersions(session, input.subsystem).at(-1)?.version ?? 0) + 1,
  }));
  return decided(session, drafts, env);
}
