import { looksLikeAnother } from './look-alike';
import type { Author, AuthorDoubt, Mail } from './mail';

/** Somebody who wrote mails of a thread, as their headers say: a proposal for a participant. */
export interface PersonProposal {
  /** the same for the same mails, whatever came before or after them */
  readonly key: string;
  /** the name used most */
  readonly name?: string;
  /** other names that came with the address */
  readonly names: readonly string[];
  /** absent where no archive left one */
  readonly address?: string;
  /** an archive cut the address: not to be written to */
  readonly masked?: true;
  /** a list rewrote From: the person stands in Reply-To */
  readonly viaReplyTo?: true;
  /** why it can't be told who this is; then it is matched with nobody */
  readonly doubts: readonly AuthorDoubt[];
  readonly mails: number;
  /** dates of the first and last mail, RFC 3339 UTC; absent where no mail has a date */
  readonly first?: string;
  readonly last?: string;
}

/** People while they are counted. */
interface Count {
  readonly key: string;
  readonly author: Author;
  readonly doubts: readonly AuthorDoubt[];
  readonly names: Map<string, number>;
  readonly dates: string[];
  mails: number;
}

/**
 * Who wrote the mails: one proposal for every address, those with most mails first. Nobody is merged with anybody:
 * what came through a list's Reply-To, what an archive masked and what is doubtful stands apart from the address
 * itself (see `sameProposals`).
 */
export function peopleOf(mails: readonly Pick<Mail, 'author' | 'date'>[]): readonly PersonProposal[] {
  const counts = new Map<string, Count>();
  for (const { author, date } of mails) {
    const doubts = doubtsOf(author);
    const key = keyOf(author, doubts);
    const count = counts.get(key) ?? { key, author, doubts, names: new Map<string, number>(), dates: [], mails: 0 };
    counts.set(key, count);
    count.mails += 1;
    if (date !== undefined) count.dates.push(date);
    if (author.name !== undefined) count.names.set(author.name, (count.names.get(author.name) ?? 0) + 1);
  }
  return [...counts.values()].map(proposal).sort((a, b) => b.mails - a.mails || compare(a, b));
}

function proposal({ key, author, doubts, names, dates, mails }: Count): PersonProposal {
  const [name, ...others] = [...names].sort(([, a], [, b]) => b - a).map(([each]) => each);
  const [first, last] = [dates.toSorted().at(0), dates.toSorted().at(-1)];
  return {
    key,
    ...(name === undefined ? {} : { name }),
    names: others,
    ...(author.address === undefined ? {} : { address: author.address }),
    ...(author.masked === undefined ? {} : { masked: true }),
    ...(author.viaReplyTo === undefined ? {} : { viaReplyTo: true }),
    doubts,
    mails,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
  };
}

/** The reader's doubts, and ours: a name that was written to look like another is doubted wherever it comes from. */
function doubtsOf({ name, doubts = [] }: Author): readonly AuthorDoubt[] {
  const seen = name !== undefined && looksLikeAnother(name) && !doubts.includes('look-alike');
  return seen ? [...doubts, 'look-alike'] : doubts;
}

/** Where there is any doubt the name is a part of the key, so that it keeps to itself. */
function keyOf({ name, address, masked, viaReplyTo }: Author, doubts: readonly AuthorDoubt[]): string {
  const who = address?.toLowerCase();
  if (doubts.length > 0) return `doubtful ${doubts.toSorted().join(' ')} ${who ?? ''} ${name ?? ''}`;
  if (who === undefined) return `name ${name ?? ''}`;
  return `${masked === true ? 'masked ' : ''}${viaReplyTo === true ? 'reply-to ' : ''}${who}`;
}

/** Those with as many mails in the order in which they came in; by key where nobody knows. */
function compare(a: PersonProposal, b: PersonProposal): number {
  const [x, y] = [`${a.first ?? '~'} ${a.key}`, `${b.first ?? '~'} ${b.key}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
