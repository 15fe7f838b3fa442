import type { Slug } from '../../shared/record/ids';
import { people, type Person } from '../../shared/session/people';
import type { Session } from '../../shared/session/session';
import { subsystems } from '../../shared/session/subsystems';
import type { Author } from '../../shared/thread/mail';

/** The participant that an author is, by their addresses alone: names are proposals, and made elsewhere. */
export function personIn(session: Session, { address, doubts }: Author): Person | undefined {
  if (address === undefined || doubts !== undefined) return undefined;
  return people(session).find(({ addresses }) => addresses.includes(address.toLowerCase()));
}

/** What a suggestion would be recorded on: the subsystem that is selected, else the first. */
export function subsystemFor(session: Session, selected: Slug | undefined): Slug | undefined {
  return selected ?? subsystems(session)[0]?.slug;
}
