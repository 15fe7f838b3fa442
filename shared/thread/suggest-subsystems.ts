import type { Mail } from './mail';
import { addressKey, type Named } from './people-names';

/** What of a section of MAINTAINERS, or of a subsystem of the session, tells whether a mail is about it. */
export interface SuggestSection {
  readonly title: string;
  /** addresses are compared */
  readonly lists: readonly { readonly address: string }[];
  readonly people: readonly Named[];
  /** other names for it: a slug */
  readonly tags?: readonly string[];
}

/** A subsystem that a mail may be about; offered, never picked. */
export interface SubsystemOffer {
  readonly title: string;
  readonly because: 'tag' | 'list' | 'sender';
}

/** More than three are no offer but a list to read. */
const MOST = 3;

/**
 * What a mail may be about: a tag of its subject, a list that it went to, a section of its sender's; at most three,
 * the surest first. A list that many sections share says little and comes after one that few do.
 */
export function subsystemsOf(mail: Mail, sections: readonly SuggestSection[]): readonly SubsystemOffer[] {
  const tags = new Set(tagsOf(mail.subject));
  const lists = new Set([...mail.to, ...mail.cc].map(({ address }) => addressKey(address)));
  for (const list of mail.lists) lists.add(addressKey(list));
  const sender = mail.author.masked === true || mail.author.doubts !== undefined ? undefined : mail.author.address;
  const shared = new Map<string, number>();
  for (const section of sections) {
    for (const { address } of section.lists)
      shared.set(addressKey(address), (shared.get(addressKey(address)) ?? 0) + 1);
  }
  const offers = sections.flatMap(({ title, lists: own, people, tags: names = [] }) => {
    const told = [title, ...names].some((name) => tags.has(plain(name)));
    const through = own.map(({ address }) => addressKey(address)).filter((address) => lists.has(address));
    const isTheirs = people.some((person) => sameAddress(person.address, sender));
    if (!told && through.length === 0 && !isTheirs) return [];
    const because: SubsystemOffer['because'] = told ? 'tag' : through.length > 0 ? 'list' : 'sender';
    const crowd = Math.min(Number.MAX_SAFE_INTEGER, ...through.map((address) => shared.get(address) ?? 1));
    return [{ title, because, told: told ? 0 : 1, both: through.length > 0 && isTheirs ? 0 : 1, crowd }];
  });
  return offers
    .sort((a, b) => a.told - b.told || a.both - b.both || a.crowd - b.crowd)
    .slice(0, MOST)
    .map(({ title, because }) => ({ title, because }));
}

/** The tags of a subject in one form: `[MAINTAINERS / KERNEL SUMMIT]` and its like are the one tag `summit`. */
export function tagsOf(subject: string): readonly string[] {
  const tags = [...subject.slice(0, 1000).matchAll(/\[([^[\]]{1,80})\]/g)].map((tag) => plain(tag[1] ?? ''));
  return tags.map((tag) => (/^(?:maintainers? ?)?(?:kernel )?summit$/.test(tag) ? 'summit' : tag));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function sameAddress(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && addressKey(a) === addressKey(b);
}
