import type { Person } from '../../../shared/session/people';
import type { Author } from '../../../shared/thread/mail';
import { Act } from '../../components/button';
import { run } from '../../commands/run';

/** The participant that an author is, by their addresses alone: names are proposals, and made elsewhere. */
export function authorIn(all: readonly Person[], { address, doubts }: Author): Person | undefined {
  if (address === undefined || doubts !== undefined) return undefined;
  return all.find(({ addresses }) => addresses.includes(address.toLowerCase()));
}

/** Somebody who isn't a participant can't hold anything: what to press first. */
export function AddFirst({ who: { name, address, masked } }: { readonly who: Author }) {
  if (address === undefined || masked === true) return <span className="meta">Not a participant.</span>;
  return (
    <Act onPress={() => void run('people.add-list', `${name ?? ''} <${address}>`.trim())}>
      add {name ?? address} as a participant
    </Act>
  );
}
