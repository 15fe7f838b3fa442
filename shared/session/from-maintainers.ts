import type { Env } from '../record/env';
import type { Draft, Entry } from '../record/entry';
import { ownFields } from '../record/fields';
import type { Slug } from '../record/ids';
import { refuse, type Result } from '../result';
import { addressBook } from './address-book';
import { decided } from './enter';
import type { Session } from './session';
import { hasSubsystem, subsystemOf } from './subsystems';

/** A section of MAINTAINERS as somebody chose it. */
export interface ChosenSection {
  readonly slug: Slug;
  readonly name: string;
  readonly lists: readonly string[];
  readonly seats: readonly { readonly name?: string; readonly address?: string }[];
}

/**
 * Takes sections of MAINTAINERS into the session as one act: each becomes a subsystem with its seats and lists, and
 * whoever has a seat becomes a participant. People are known by their address, never by a name alone; a subsystem
 * that is here already gets the new seats and lists. What changes nothing is not recorded.
 */
export function decideFromMaintainers(
  session: Session,
  chosen: readonly ChosenSection[],
  env: Env,
): Result<readonly Entry[]> {
  const book = addressBook(session);
  const amended: Draft[] = [];
  for (const { slug, name, lists, seats } of chosen) {
    const maintainers = [...new Set(seats.flatMap((seat) => book.add({ ...seat, role: 'maintainer' }) ?? []))];
    const fields = {
      name,
      ...(lists.length === 0 ? {} : { lists }),
      ...(maintainers.length === 0 ? {} : { maintainers }),
    };
    const current = hasSubsystem(session, slug) ? subsystemOf(session, slug).entry : undefined;
    if (current === undefined) amended.push({ kind: 'subsystem-added', subsystem: slug, ...fields });
    else if (JSON.stringify({ ...ownFields(current), ...fields }) !== JSON.stringify(ownFields(current)))
      amended.push({ ...ownFields(current), ...fields, kind: 'subsystem-amended' });
  }
  const drafts = [...book.drafts, ...amended];
  return drafts.length === 0 ? refuse('All of that is here already.') : decided(session, drafts, env);
}
