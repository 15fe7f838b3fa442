import type { Mail } from './mail';
import { addressKey, type Named } from './people-names';

/** What of a section of MAINTAINERS, or of a subsystem of the session, tells whether a mail is about it. */
export interface SuggestSection {
  readonly title: string;
  readonly lists: readonly { readonly address: string }[];
  readonly people: readonly Named[];
  /** its paths: the section that looks after `drivers/media/` is the list's own, not one for a single driver */
  readonly files?: readonly string[];
  /** other names for it: a slug */
  readonly tags?: readonly string[];
}

/** A subsystem that a mail may be about; offered, never picked. */
export interface SubsystemOffer {
  readonly title: string;
  readonly because: 'tag' | 'list' | 'sender';
}

/** Sections made ready for being asked by every mail of a thread. */
export interface SuggestSections {
  readonly byTag: ReadonlyMap<string, readonly SuggestSection[]>;
  readonly byList: ReadonlyMap<string, readonly SuggestSection[]>;
  readonly byPerson: ReadonlyMap<string, readonly SuggestSection[]>;
}

/** More than three are no offer but a list to read. */
const MOST = 3;

/** Made once for a thread. */
export function suggestSections(sections: readonly SuggestSection[]): SuggestSections {
  const by = (
    keysOf: (section: SuggestSection) => readonly string[],
  ): ReadonlyMap<string, readonly SuggestSection[]> => {
    const found = new Map<string, SuggestSection[]>();
    for (const section of sections) {
      for (const key of new Set(keysOf(section))) {
        const those = found.get(key);
        if (those === undefined) found.set(key, [section]);
        else those.push(section);
      }
    }
    return found;
  };
  // what goes to the list of the last resort may be about anything
  const everywhere = new Set(sections.filter(({ files = [] }) => files.includes('*/')).flatMap(listsOf));
  return {
    byTag: by(({ title, tags = [] }) => [title, ...tags].map(plain)),
    byList: by((section) => listsOf(section).filter((list) => !everywhere.has(list))),
    byPerson: by(({ people }) => people.flatMap(({ address }) => (address === undefined ? [] : [addressKey(address)]))),
  };
}

/**
 * What a mail may be about: a tag of its subject, a list that it went to, a section of its sender's; at most three,
 * the surest first. A list that many sections share says little and comes after one that few do; among those that
 * share one, the section comes first that looks after the widest part of the tree.
 */
export function subsystemsOf(mail: Mail, sections: SuggestSections): readonly SubsystemOffer[] {
  const { author, to, cc, lists } = mail;
  const sender = author.masked === true || author.doubts !== undefined ? undefined : author.address;
  const theirs = sender === undefined ? [] : (sections.byPerson.get(addressKey(sender)) ?? []);
  const told = tagsOf(mail.subject).flatMap((tag) => sections.byTag.get(tag) ?? []);
  const sentTo = new Set(
    [...to.map(({ address }) => address), ...cc.map(({ address }) => address), ...lists].map(addressKey),
  );
  const crowds = new Map<SuggestSection, number>();
  for (const list of sentTo) {
    const those = sections.byList.get(list) ?? [];
    for (const section of those) crowds.set(section, Math.min(those.length, crowds.get(section) ?? those.length));
  }
  const byTag = new Set(told);
  const bySender = new Set(theirs);
  const rank = (section: SuggestSection): readonly number[] => [
    byTag.has(section) ? 0 : 1,
    crowds.has(section) && bySender.has(section) ? 0 : 1,
    crowds.get(section) ?? Number.MAX_SAFE_INTEGER,
    depthOf(section),
  ];
  return [...new Set([...told, ...crowds.keys(), ...theirs])]
    .map((section) => ({ section, rank: rank(section) }))
    .sort((a, b) => inOrder(a.rank, b.rank))
    .slice(0, MOST)
    .map(({ section }) => ({
      title: section.title,
      because: byTag.has(section) ? 'tag' : crowds.has(section) ? 'list' : 'sender',
    }));
}

function listsOf({ lists }: SuggestSection): readonly string[] {
  return lists.map(({ address }) => addressKey(address));
}

/** How deep the widest directory of a section lies; what begins with a wildcard is no place in the tree. */
function depthOf({ files = [] }: SuggestSection): number {
  const folders = files.filter((path) => path.endsWith('/') && !path.startsWith('*'));
  return Math.min(Number.MAX_SAFE_INTEGER, ...folders.map((path) => path.split('/').length));
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
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
