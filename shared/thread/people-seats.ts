import { looksLikeAnother } from './look-alike';
import { noMailmap, properKey, type Mailmap } from './mailmap';
import type { PersonProposal } from './people';
import { masked } from './masked';
import { addressKey, nameKey, namedOf, type Named } from './people-names';

/** What of a section of MAINTAINERS says who has a seat. */
export interface SeatSection {
  readonly title: string;
  readonly people: readonly (Named & { readonly role: 'M' | 'R' })[];
}

/** Somebody of the thread who seems to be a maintainer of a section. */
export interface SeatProposal {
  /** key of the person */
  readonly person: string;
  /** title of the section */
  readonly section: string;
  /** the maintainer that they would be */
  readonly is: Named;
  readonly by: 'address' | 'mailmap' | 'masked address' | 'name';
}

/** The surest first. */
const WAYS = ['address', 'mailmap', 'masked address', 'name'] as const;
type Way = SeatProposal['by'];

/**
 * Who of a thread has a seat in which of these sections: by the address, by what .mailmap makes of it, by what an
 * archive left of it, and only then by the name. One proposal for each person and section, the surest. Doubtful
 * authors have none, and a maintainer whose name looks like another's is not matched by it.
 */
export function seatProposals(
  people: readonly PersonProposal[],
  sections: readonly SeatSection[],
  mailmap: Mailmap = noMailmap,
): readonly SeatProposal[] {
  const sure = people.filter(({ doubts }) => doubts.length === 0);
  const wayIn = new Map<string, PersonProposal[]>();
  for (const person of sure) {
    for (const key of keysOfPerson(person, mailmap)) {
      const those = wayIn.get(key);
      if (those === undefined) wayIn.set(key, [person]);
      else those.push(person);
    }
  }
  return sections.flatMap(({ title, people: named }) => {
    const seats = named.filter(({ role }) => role === 'M').map((seat) => ({ seat, keys: keysOfSeat(seat, mailmap) }));
    const found = new Map<PersonProposal, SeatProposal>();
    for (const by of WAYS) {
      for (const { seat, keys } of seats) {
        for (const person of wayIn.get(keys[by] ?? '') ?? []) {
          if (!found.has(person)) found.set(person, { person: person.key, section: title, is: namedOf(seat), by });
        }
      }
    }
    return sure.flatMap((person) => found.get(person) ?? []);
  });
}

/** Under what a maintainer may be met, by each way: the way and what has to be equal. */
function keysOfSeat({ name, address }: Named, mailmap: Mailmap): Partial<Record<Way, string>> {
  const known = name === undefined || looksLikeAnother(name) ? undefined : nameKey(name);
  return {
    ...(known === undefined ? {} : { name: `name ${known}` }),
    ...(address === undefined
      ? {}
      : {
          address: `address ${addressKey(address)}`,
          mailmap: `mailmap ${properKey(mailmap, { ...(name === undefined ? {} : { name }), address }) ?? ''}`,
          'masked address': `masked address ${addressKey(masked(address))}`,
        }),
  };
}

/** The same of somebody who wrote: of a masked address nobody knows what it was. */
function keysOfPerson({ name, address, masked: cut }: PersonProposal, mailmap: Mailmap): readonly string[] {
  const { name: known, ...ways } = keysOfSeat(namedOf({ name, address }), mailmap);
  const byName = known === undefined ? [] : [known];
  if (cut === true && address !== undefined) return [`masked address ${addressKey(address)}`, ...byName];
  return [...[ways.address, ways.mailmap].filter((key) => key !== undefined), ...byName];
}
