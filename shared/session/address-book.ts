import type { Draft } from '../record/entry';
import type { Handle } from '../record/ids';
import { freeHandle } from './free-handle';
import { people, type PersonInput } from './people';
import type { Session } from './session';

/** Somebody outside the record: at least a name or an address. */
export interface Outsider {
  readonly name?: string;
  readonly address?: string;
  readonly role?: PersonInput['role'];
}

/** Finds participants by address, and makes new ones: their handles, and the drafts that add them. */
export interface AddressBook {
  /** the participant with that address; never by a name alone */
  readonly find: (outsider: Outsider) => Handle | undefined;
  /** the same, else a new participant; undefined where no handle can be made of name or address */
  readonly add: (outsider: Outsider) => Handle | undefined;
  /** those that `add` made, in order */
  readonly drafts: readonly Draft[];
}

export function addressBook(session: Session): AddressBook {
  const here = people(session);
  const taken = new Set<string>(here.flatMap(({ handles }) => handles));
  const byAddress = new Map<string, Handle>(
    here.flatMap(({ addresses, handle }) => addresses.map((address) => [address, handle] as const)),
  );
  const drafts: Draft[] = [];
  const find = ({ address }: Outsider): Handle | undefined =>
    address === undefined ? undefined : byAddress.get(address.toLowerCase());
  return {
    find,
    drafts,
    add: (outsider) => {
      const { name, address, role } = outsider;
      const who = find(outsider) ?? freeHandle(name ?? address?.split('@')[0] ?? '', taken);
      if (who === undefined || taken.has(who)) return who;
      taken.add(who);
      if (address !== undefined) byAddress.set(address.toLowerCase(), who);
      drafts.push({
        kind: 'participant-added',
        who,
        ...(role === undefined ? {} : { role }),
        ...(name === undefined ? {} : { name }),
        ...(address === undefined ? {} : { address }),
      });
      return who;
    },
  };
}
