import { saidAt } from '../../shared/capture/dates';
import { toInstant, type Instant } from '../../shared/record/ids';
import { ok, type Result } from '../../shared/result';
import { meetingOf } from '../../shared/session/meeting';
import type { Session } from '../../shared/session/session';
import type { Mailbox } from '../../shared/summary/mailbox';
import { misused, type Outcome } from './outcome';
import type { Shell } from './shell';

/** The moment that `--at` means, by the session's clocks where it names no zone; now where it is absent. */
export function momentOf(typed: string | undefined, session: Session, { now }: Shell): Result<Instant, Outcome> {
  if (typed === undefined) return ok(toInstant(now));
  const at = saidAt(typed, now, meetingOf(session)?.zone ?? 'UTC');
  if (at !== undefined) return ok(at);
  const error = misused(`--at: ${JSON.stringify(typed)} is not a time. For example 2024-09-24T10:00Z.`);
  return { ok: false, error };
}

/** Whom a mail is from: as `--from` says, else whom git knows, in parts: a name may hold what would have to be quoted. */
export async function senderOf(typed: string | undefined, shell: Shell): Promise<Result<string | Mailbox, Outcome>> {
  if (typed !== undefined) return ok(typed);
  const { name, address } = await shell.gitUser();
  if (address !== undefined) return ok({ address, ...(name === undefined ? {} : { name }) });
  const error = misused('Who is it from? git does not know you. Add --from "Name <address>".');
  return { ok: false, error };
}
