import { people } from '../../shared/session/people';
import { isDenied, type PerhapsSame } from '../../shared/session/perhaps-same';
import type { Session } from '../../shared/session/session';
import { looksLikeAnother } from '../../shared/thread/look-alike';
import type { Mailmap } from '../../shared/thread/mailmap';
import { isMasked } from '../../shared/thread/masked';
import type { PersonProposal } from '../../shared/thread/people';
import { sameProposals, type SameReason } from '../../shared/thread/people-same';
import type { Handle } from '../../shared/record/ids';
import { setState } from './store';

/** A proposal with why it is one. */
export interface PerhapsSameShown extends PerhapsSame {
  readonly because: readonly SameReason[];
}

/** Keeps a .mailmap that was opened: what it says is proposed, in this window, until it is closed. */
export function keepMailmap(mailmap: Mailmap): void {
  setState({ mailmap });
}

/** Participants who may be one person under several addresses, as names and .mailmap tell; none is merged by itself. */
export function perhapsSame(session: Session, mailmap: Mailmap | undefined): readonly PerhapsSameShown[] {
  const proposals = sameProposals(asProposals(session), mailmap === undefined ? {} : { mailmap });
  const pairs = new Set<string>();
  return proposals
    .map(({ id, person, other, is, because }): PerhapsSameShown => {
      const { address } = is;
      return {
        id,
        // the keys given below are handles
        who: person as Handle,
        ...(other === undefined ? {} : { other: other as Handle }),
        ...(address === undefined ? {} : { address }),
        because,
      };
    })
    .filter(({ who, other, address }) => {
      // each of two may be proposed to be the other
      const pair = [who, other ?? address ?? ''].toSorted().join(' ');
      const isNew = (other ?? address) !== undefined && !pairs.has(pair);
      pairs.add(pair);
      return isNew;
    })
    .filter((proposal) => !isDenied(session, proposal));
}

/** Participants in the form in which authors are proposed: their keys are handles. */
export function asProposals(session: Session): readonly PersonProposal[] {
  // who has an address comes first: a namesake without one is proposed to be them
  const all = people(session).toSorted((a, b) => Number(a.address === undefined) - Number(b.address === undefined));
  return all.map(({ handle, name, address, aliases }) => ({
    key: handle,
    ...(name === undefined ? {} : { name }),
    names: aliases,
    ...(address === undefined ? {} : { address }),
    ...(address !== undefined && isMasked(address) ? { masked: true as const } : {}),
    doubts: name !== undefined && looksLikeAnother(name) ? ['look-alike' as const] : [],
    mails: 0,
  }));
}
