import type { Evidence } from '../record/entry';

/** Where the list's archive shows a message. The one place that knows the form. */
const ARCHIVE = 'https://lore.kernel.org/r/';
// what RFC 3986 allows in a path segment and encodeURIComponent encodes
const KEPT = /%(?:24|26|2B|2C|3B|3D|3A|40)/g;
const MESSAGE_ID = /^[^\s<>\p{C}]{1,250}$/u;

/** The archive's address of a message; undefined for what can't be a Message-ID. */
export function archiveLink(message: string): string | undefined {
  if (!MESSAGE_ID.test(message) || message === '.' || message === '..') return undefined;
  return ARCHIVE + encodeURIComponent(message).replace(KEPT, (code) => decodeURIComponent(code));
}

/** The links of one document, numbered from 1 in the order in which they are first cited. */
export interface Footnotes {
  readonly links: readonly string[];
  /** the numbers of the messages that a statement is held up by, each once */
  readonly cite: (evidence: readonly Evidence[]) => readonly number[];
}

const NONE: readonly number[] = [];

export function footnotes(): Footnotes {
  const links: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (link: string): number => {
    const number = numbers.get(link) ?? links.push(link);
    numbers.set(link, number);
    return number;
  };
  return {
    links,
    cite: (evidence) => {
      if (evidence.length === 0) return NONE;
      const found = evidence.flatMap((item) => ('message' in item ? (archiveLink(item.message) ?? []) : []));
      return [...new Set(found.map(numberOf))];
    },
  };
}
