import { nameOf } from '../../../shared/session/people';
import type { SameReason } from '../../../shared/thread/people-same';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import type { PerhapsSameShown } from '../../store/same-people';
import { useSession } from '../../store/use-session';

const BECAUSE: Readonly<Record<SameReason, string>> = {
  mailmap: '.mailmap says so',
  'Reply-To': 'a list put the address into Reply-To',
  'same name': 'the same name',
  'masked address': 'an archive cut the address',
};

/** Participants who may be one person: nobody is merged before somebody says so, and a refusal is remembered. */
export function SamePerson({ proposal }: { readonly proposal: PerhapsSameShown }) {
  return (
    <section aria-label="Perhaps one person">
      <ul className="review__proposal">
        <Item proposal={proposal} />
      </ul>
    </section>
  );
}

function Item({ proposal }: { readonly proposal: PerhapsSameShown }) {
  const { who, other, address, because } = proposal;
  const words = useSession((session) => {
    const name = nameOf(session, who);
    return other === undefined
      ? `${name} may be written to at ${address ?? ''}`
      : `${name} may be ${nameOf(session, other)} (@${other})`;
  });
  return (
    <li>
      <span aria-hidden="true">?</span>
      <span className="review__place mono">@{who}</span>
      <span>
        {words}: {because.map((reason) => BECAUSE[reason]).join(', ')}.
      </span>
      <span className="suggestion__acts">
        <Act
          label={other === undefined ? `Take that address for ${who}` : `${who} and ${other} are one person`}
          onPress={() => void run('people.perhaps-same', proposal)}
        >
          {other === undefined ? 'take it' : 'one person'}
        </Act>
        <Act label={`Not so for ${who}`} onPress={() => void run('people.not-same', proposal)}>
          not so
        </Act>
      </span>
    </li>
  );
}
