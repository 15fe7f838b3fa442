import { addressBook, type Outsider } from '../../shared/session/address-book';
import type { Handle } from '../../shared/record/ids';
import type { Session } from '../../shared/session/session';
import { peopleOf, type PersonProposal } from '../../shared/thread/people';
import { lookAlikes } from '../../shared/thread/people-same';
import { nameKey } from '../../shared/thread/people-names';
import type { Thread } from '../../shared/thread/tree';
import { people } from '../../shared/session/people';
import { resting } from '../../shared/thread/resting';
import { inSteps } from './in-steps';
import type { ListedMail } from './listed-mail';
import { asProposals } from './same-people';
import { getState } from './store';

/** Somebody who wrote mails of the thread and is no participant by address. */
export interface AuthorProposal {
  readonly person: PersonProposal;
  /** what would be added: an address that an archive cut is nobody's */
  readonly outsider: Outsider;
  /** a participant of the same name: perhaps the same person */
  readonly namesake?: Handle;
  /** the name differs from somebody else's and looks the same */
  readonly looksAlike: boolean;
}

/** Those who wrote and are no participants, most mails first; undefined while the thread isn't read. */
export function authorsOf(session: Session, thread: Thread<ListedMail> | undefined): readonly AuthorProposal[] {
  const authors = peopleOf((thread?.nodes ?? []).flatMap(({ mail }) => mail ?? []));
  const book = addressBook(session);
  const alike = new Set(lookAlikes([...authors, ...asProposals(session)]).flat());
  const namesakes = new Map(people(session).map(({ name, handle }) => [nameKey(name), handle]));
  return authors.flatMap((person) => {
    const { key, name, address, masked, doubts } = person;
    const outsider = {
      ...(name === undefined ? {} : { name }),
      ...(address === undefined || masked === true ? {} : { address }),
    };
    if (name === undefined && address === undefined) return [];
    if (doubts.length === 0 && book.find(outsider) !== undefined) return [];
    const looksAlike = alike.has(key) || doubts.includes('look-alike');
    const namesake = looksAlike || name === undefined ? undefined : namesakes.get(nameKey(name));
    return [{ person, outsider, looksAlike, ...(namesake === undefined ? {} : { namesake }) }];
  });
}

/** How many wrote mails of the open session's thread and are no participants by address. */
export function countStrangers(): Promise<number> {
  const { open, mails } = getState();
  return open === undefined || mails === undefined ? Promise.resolve(0) : inSteps(strangers(open.session, mails));
}

function* strangers(session: Session, { nodes }: Thread<ListedMail>): Generator<void, number> {
  const book = addressBook(session);
  const found = new Set<string>();
  yield* resting(nodes, ({ mail }) => {
    const who = mail?.author.address?.toLowerCase() ?? mail?.author.name;
    if (who === undefined || mail === undefined || found.has(who)) return;
    if (book.find(mail.author) === undefined) found.add(who);
  });
  return found.size;
}
