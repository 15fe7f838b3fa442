import type { Author } from '../../../shared/thread/mail';
import { Act } from '../../components/button';
import { run } from '../../commands/run';

/** Somebody who isn't a participant can't hold anything: what to press first. */
export function AddFirst({ who: { name, address, masked } }: { readonly who: Author }) {
  if (address === undefined || masked === true) return <span className="meta">Not a participant.</span>;
  return (
    <Act onPress={() => void run('people.add-list', `${name ?? ''} <${address}>`.trim())}>
      add {name ?? address} as a participant
    </Act>
  );
}
