import { lookOf } from './look-alike';
import { properPerson, type Mailmap, type MailmapPerson } from './mailmap';
import type { PersonProposal } from './people';
import { addressKey, masked, nameKey, namedOf, type Named } from './people-names';

/** Why two are proposed to be one. */
export type SameReason = 'mailmap' | 'Reply-To' | 'same name' | 'masked address';

/** One person who is perhaps another: to be confirmed or dismissed by somebody, never by the program. */
export interface SameProposal {
  /** the same for the same two, so that one that was dismissed stays so */
  readonly id: string;
  /** key of the person proposed to be somebody else */
  readonly person: string;
  /** who that would be */
  readonly is: Named;
  /** the key of that somebody, where there are mails of theirs in the thread */
  readonly other?: string;
  /** in the order in which one leads to the other */
  readonly because: readonly SameReason[];
}

/** What is known besides the mails. */
export interface SameContext {
  readonly mailmap?: Mailmap;
  /** people with whole addresses: those of MAINTAINERS */
  readonly known?: readonly Named[];
  /** ids of proposals that were dismissed */
  readonly dismissed?: ReadonlySet<string>;
}

/**
 * Who may be the same person under another address, each with the reason: .mailmap says so, a list put the address
 * into Reply-To, the names are equal, an archive masked the address. Whoever is doubtful is proposed for nothing, and
 * nobody is proposed for them.
 */
export function sameProposals(people: readonly PersonProposal[], context: SameContext = {}): readonly SameProposal[] {
  const { mailmap = new Map(), known = [], dismissed = new Set() } = context;
  const sure = people.filter(({ doubts }) => doubts.length === 0);
  const whole = sure.filter(({ address, masked: cut }) => address !== undefined && cut === undefined);
  const byMask = addressesByMask([...whole, ...known, ...used(mailmap)]);
  const found = new Map<string, SameProposal>();
  const propose = (person: PersonProposal, is: Named, because: readonly SameReason[]): void => {
    const other = whole.find((each) => each.viaReplyTo === undefined && sameAddress(each.address, is.address));
    const id = `${person.key} = ${addressKey(is.address ?? is.name ?? '')}`;
    if (other?.key === person.key || found.has(id) || dismissed.has(id)) return;
    found.set(id, { id, person: person.key, is, ...(other === undefined ? {} : { other: other.key }), because });
  };
  for (const person of sure) {
    const proper = properPerson(mailmap, person);
    if (proper !== undefined && !sameAddress(proper.address, person.address)) propose(person, proper, ['mailmap']);
    if (person.viaReplyTo !== undefined) {
      const direct = whole.find((each) => each.viaReplyTo === undefined && sameAddress(each.address, person.address));
      if (direct !== undefined) propose(person, namedOf(direct), ['Reply-To']);
    }
    if (person.masked !== undefined && person.address !== undefined) {
      for (const candidate of byMask.get(addressKey(person.address)) ?? []) {
        const behind = properPerson(mailmap, {
          ...(person.name === undefined ? {} : { name: person.name }),
          ...candidate,
        });
        if (behind === undefined) propose(person, candidate, ['masked address']);
        else propose(person, behind, ['masked address', 'mailmap']);
      }
    }
    const namesake = namesakeOf(person, sure);
    if (namesake !== undefined) propose(person, namedOf(namesake), ['same name']);
  }
  return [...found.values()];
}

/**
 * Pairs of keys whose names differ but look the same, as people see them: at most one of each pair is who it seems to
 * be. They are marked, and never matched.
 */
export function lookAlikes(people: readonly PersonProposal[]): readonly (readonly [string, string])[] {
  const seen = new Map<string, PersonProposal[]>();
  for (const person of people) {
    const look = lookOf(person.name ?? '');
    if (look !== '') seen.set(look, [...(seen.get(look) ?? []), person]);
  }
  return [...seen.values()].flatMap((alike) =>
    alike.flatMap((a, i) =>
      alike
        .slice(i + 1)
        .filter((b) => a.doubts.length + b.doubts.length > 0 || nameForm(a) !== nameForm(b))
        .map((b) => [a.key, b.key] as const),
    ),
  );
}

/** The one of the same name who wrote more, so that the proposal goes one way. */
function namesakeOf(person: PersonProposal, sure: readonly PersonProposal[]): PersonProposal | undefined {
  const name = nameKey(person.name);
  if (name === undefined) return undefined;
  // `people` come with most mails first
  const first = sure.find((each) => nameKey(each.name) === name && each.masked === undefined) ?? person;
  return first.key === person.key || sameAddress(first.address, person.address) ? undefined : first;
}

function used(mailmap: Mailmap): readonly MailmapPerson[] {
  return [...mailmap.keys()].map((address) => ({ address }));
}

function addressesByMask(people: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Map<string, Named>>();
  for (const { name, address } of people) {
    if (address === undefined) continue;
    const key = addressKey(masked(address));
    const those = found.get(key) ?? new Map<string, Named>();
    const before = those.get(addressKey(address));
    if (before?.name === undefined)
      those.set(addressKey(address), { ...(name === undefined ? {} : { name }), address });
    found.set(key, those);
  }
  return new Map([...found].map(([key, those]) => [key, [...those.values()]]));
}

function nameForm({ name = '' }: PersonProposal): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function sameAddress(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && addressKey(a) === addressKey(b);
}
