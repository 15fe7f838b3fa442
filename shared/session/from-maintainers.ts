import type { Env } from '../record/env';
import type { Draft, Entry } from '../record/entry';
import { ownFields } from '../record/fields';
import type { Handle, Slug } from '../record/ids';
import { refuse, type Result } from '../result';
import { decided } from './enter';
import { freeHandle } from './free-handle';
import { people } from './people';
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
  const here = people(session);
  const taken = new Set<string>(here.flatMap(({ handles }) => handles));
  const byAddress = new Map<string, Handle>(
    here.flatMap(({ address, handle }) => (address === undefined ? [] : [[address.toLowerCase(), handle]])),
  );
  const drafts: Draft[] = [];
  const seatOf = ({ name, address }: ChosenSection['seats'][number]): Handle | undefined => {
    const known = address === undefined ? undefined : byAddress.get(address.toLowerCase());
    if (known !== undefined) return known;
    const who = freeHandle(name ?? address?.split('@')[0] ?? '', taken);
    if (who === undefined) return undefined;
    taken.add(who);
    if (address !== undefined) byAddress.set(address.toLowerCase(), who);
    drafts.push({
      kind: 'participant-added',
      who,
      role: 'maintainer',
      ...(name === undefined ? {} : { name }),
      ...(address === undefined ? {} : { address }),
    });
    return who;
  };
  for (const { slug, name, lists, seats } of chosen) {
    const maintainers = [...new Set(seats.flatMap((seat) => seatOf(seat) ?? []))];
    const fields = {
      name,
      ...(lists.length === 0 ? {} : { lists }),
      ...(maintainers.length === 0 ? {} : { maintainers }),
    };
    const current = hasSubsystem(session, slug) ? subsystemOf(session, slug).entry : undefined;
    if (current === undefined) drafts.push({ kind: 'subsystem-added', subsystem: slug, ...fields });
    else if (JSON.stringify({ ...ownFields(current), ...fields }) !== JSON.stringify(ownFields(current)))
      drafts.push({ ...ownFields(current), ...fields, kind: 'subsystem-amended' });
  }
  return drafts.length === 0 ? refuse('All of that is here already.') : decided(session, drafts, env);
}
