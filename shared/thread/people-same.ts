import { lookOf } from './look-alike';
import { noMailmap, properPerson, type Mailmap } from './mailmap';
import type { PersonProposal } from './people';
import { masked } from './masked';
import { addressKey, nameKey, namedOf, type Named } from './people-names';

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
  const { mailmap = noMailmap, known = [], dismissed = new Set<string>() } = context;
  const sure = people.filter(({ doubts }) => doubts.length === 0);
  const whole = sure.filter(({ address, masked: cut }) => address !== undefined && cut === undefined);
  const direct = firstBy(whole, ({ address, viaReplyTo }) => (viaReplyTo === undefined ? address : undefined));
  // people come with most mails first, so that a proposal goes from who wrote less to who wrote more
  const namesakes = firstBy(sure, ({ name, masked: cut }) => (cut === undefined ? nameKey(name) : undefined));
  const byMask = addressesByMask([...whole, ...known, ...[...mailmap.keys()].map((address) => ({ address }))]);
  const found = new Map<string, SameProposal>();
  const propose = (person: PersonProposal, is: Named, because: readonly SameReason[]): void => {
    const other = is.address === undefined ? undefined : direct.get(addressKey(is.address));
    const id = `${person.key} = ${addressKey(is.address ?? is.name ?? '')}`;
    if (other?.key === person.key || found.has(id) || dismissed.has(id)) return;
    found.set(id, { id, person: person.key, is, ...(other === undefined ? {} : { other: other.key }), because });
  };
  for (const person of sure) {
    const { name, address } = person;
    const proper = properPerson(mailmap, person);
    if (proper !== undefined && !sameAddress(proper.address, address)) propose(person, proper, ['mailmap']);
    if (address !== undefined && person.viaReplyTo !== undefined) {
      const itself = direct.get(addressKey(address));
      if (itself !== undefined) propose(person, namedOf(itself), ['Reply-To']);
    }
    if (address !== undefined && person.masked !== undefined) {
      for (const candidate of byMask.get(addressKey(address)) ?? []) {
        const behind = properPerson(mailmap, namedOf({ ...candidate, name: name ?? candidate.name }));
        if (behind === undefined) propose(person, candidate, ['masked address']);
        else propose(person, behind, ['masked address', 'mailmap']);
      }
    }
    const namesake = namesakes.get(nameKey(name) ?? '');
    if (namesake !== undefined && namesake !== person && !sameAddress(namesake.address, address)) {
      propose(person, namedOf(namesake), ['same name']);
    }
  }
  return [...found.values()];
}

/**
 * Groups of keys whose names differ but look the same, as people see them: at most one of each is who it seems to be.
 * They are marked, and never matched.
 */
export function lookAlikes(people: readonly PersonProposal[]): readonly (readonly string[])[] {
  const alike = new Map<string, PersonProposal[]>();
  for (const person of people) {
    const look = lookOf(person.name ?? '');
    const those = alike.get(look);
    if (those !== undefined) those.push(person);
    else if (look !== '') alike.set(look, [person]);
  }
  return [...alike.values()]
    .filter((those) => {
      const differ =
        new Set(those.map(plainName)).size > 1 || those.some(({ doubts }) => doubts.includes('look-alike'));
      return those.length > 1 && differ;
    })
    .map((those) => those.map(({ key }) => key));
}

function firstBy<T>(values: readonly T[], keyOf: (value: T) => string | undefined): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const value of values) {
    const key = keyOf(value)?.toLowerCase();
    if (key !== undefined && !found.has(key)) found.set(key, value);
  }
  return found;
}

function addressesByMask(people: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Map<string, Named>>();
  for (const { name, address } of people) {
    if (address === undefined) continue;
    const key = addressKey(masked(address));
    const those = found.get(key) ?? new Map<string, Named>();
    const before = those.get(addressKey(address));
    if (before?.name === undefined) those.set(addressKey(address), namedOf({ name, address }));
    found.set(key, those);
  }
  return new Map([...found].map(([key, those]) => [key, [...those.values()]]));
}

/** A name without what many leave out: case, accents, blanks. */
function plainName({ name = '' }: PersonProposal): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function sameAddress(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && addressKey(a) === addressKey(b);
}
