/** Somebody whom an M or R line names. */
export interface SectionPerson {
  readonly name?: string;
  /** with its domain in lower case; absent where the line holds none */
  readonly address?: string;
  /** M: maintainer, who has a seat; R: reviewer, who wants to be told */
  readonly role: 'M' | 'R';
  /** what stands behind the address, without its parentheses: "DFS, global name space" */
  readonly note?: string;
  /** 1-based */
  readonly line: number;
}

/** A mailing list that an L line names. */
export interface SectionList {
  readonly address: string;
  readonly name?: string;
  /** "moderated for non-subscribers", without its parentheses */
  readonly note?: string;
  readonly line: number;
}

/** A line of a section as it stands: what kind it is of, and what it says. */
export interface Field {
  /** one capital letter, or what was written where one should be */
  readonly tag: string;
  readonly value: string;
  readonly line: number;
}

/** One area of the source tree with the people who look after it. Plain data: it can cross to a worker and be stored. */
export interface Section {
  /** empty where the file has none; a warning tells */
  readonly title: string;
  /** of the title; of its first field where it has no title */
  readonly line: number;
  readonly people: readonly SectionPerson[];
  readonly lists: readonly SectionList[];
  /** as they are written; usually one, of "Supported Maintained Odd Fixes Orphan Obsolete" */
  readonly statuses: readonly string[];
  /** F: paths with `*`, `?` and `[...]`; a trailing slash takes in everything below */
  readonly files: readonly string[];
  /** X: the same, left out although an F or N takes it in */
  readonly excluded: readonly string[];
  /** N: regular expressions, found anywhere in a path */
  readonly names: readonly string[];
  /** every other line: W Q B C P T K, and what nobody knows */
  readonly others: readonly Field[];
}

/** What is odd about a line. The line was kept, in the way that the text says. */
export interface Warning {
  /** 1-based */
  readonly line: number;
  readonly text: string;
}

/** A MAINTAINERS file as read, in its own order. */
export interface Maintainers {
  readonly sections: readonly Section[];
  /** in line order */
  readonly warnings: readonly Warning[];
}

/** An address for comparing: two addresses that differ only in case are one. */
export function addressKey(address: string): string {
  return address.toLowerCase();
}

/** Those with a seat: the people of the M lines. */
export function maintainersOf(section: Section): readonly SectionPerson[] {
  return section.people.filter(({ role }) => role === 'M');
}

/** True for the last resort, which every path belongs to: `F: *` and `F: *` followed by a slash. */
export function isTheRest(section: Section): boolean {
  return section.files.includes('*') && section.files.includes('*/');
}
