import { assertNever } from '../result';
import { looksLikeAnother } from './look-alike';
import { properPerson, type Mailmap } from './mailmap';
import type { PersonProposal } from './people';
import { addressKey, masked, nameKey, namedOf, type Named } from './people-names';

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

/**
 * Who of a thread has a seat in which of these sections: by the address, by what .mailmap makes of it, by what an
 * archive left of it, and only then by the name. One proposal for each person and section, the surest. Doubtful
 * authors have none, and a maintainer whose name looks like another's is not matched by it.
 */
export function seatProposals(
  people: readonly PersonProposal[],
  sections: readonly SeatSection[],
  mailmap: Mailmap = new Map(),
): readonly SeatProposal[] {
  const sure = people.filter(({ doubts }) => doubts.length === 0);
  return sections.flatMap(({ title, people: named }) => {
    const seats = named.filter(({ role }) => role === 'M');
    return sure.flatMap((person): readonly SeatProposal[] => {
      for (const by of WAYS) {
        const seat = seats.find((candidate) => meets(by, person, candidate, mailmap));
        if (seat !== undefined) return [{ person: person.key, section: title, is: namedOf(seat), by }];
      }
      return [];
    });
  });
}

function meets(way: SeatProposal['by'], person: PersonProposal, seat: Named, mailmap: Mailmap): boolean {
  if (way === 'name') {
    const name = nameKey(person.name);
    return name !== undefined && nameKey(seat.name) === name && !looksLikeAnother(seat.name ?? '');
  }
  if (person.address === undefined || seat.address === undefined) return false;
  if ((person.masked === true) !== (way === 'masked address')) return false;
  switch (way) {
    case 'address':
      return addressKey(person.address) === addressKey(seat.address);
    case 'mailmap':
      return properAddress(person, mailmap) === properAddress(seat, mailmap);
    case 'masked address':
      return addressKey(person.address) === addressKey(masked(seat.address));
    default:
      return assertNever(way);
  }
}

/** The address that .mailmap gives somebody, else their own; for comparing. */
function properAddress({ name, address }: Named, mailmap: Mailmap): string | undefined {
  if (address === undefined) return undefined;
  const used = name === undefined ? { address } : { name, address };
  return addressKey(properPerson(mailmap, used)?.address ?? address);
}
