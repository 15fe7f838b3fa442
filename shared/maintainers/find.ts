import { depthFor, matchPath } from './match';
import type { Section } from './section';

/** Why a section is among those found. */
export type FoundBy = 'title' | 'path' | 'person' | 'list';

export interface Found {
  readonly section: Section;
  readonly by: FoundBy;
}

/** A MAINTAINERS file made ready for looking things up while somebody types. */
export interface SectionIndex {
  readonly sections: readonly Section[];
  /** what each section is looked up by: folded, so that neither case nor accents matter */
  readonly keys: readonly SectionKeys[];
}

interface SectionKeys {
  readonly title: string;
  /** names and addresses, one a line */
  readonly people: string;
  /** addresses, one a line */
  readonly lists: string;
  /** F lines */
  readonly files: string;
}

/** Made once per file; takes some milliseconds for Linux's. */
export function indexSections(sections: readonly Section[]): SectionIndex {
  const keys = sections.map(({ title, people, lists, files }) => ({
    title: fold(title),
    people: fold(people.map(({ name, address }) => `${name ?? ''} ${address ?? ''}`).join('\n')),
    lists: fold(lists.map(({ address }) => address).join('\n')),
    files: files.join('\n').toLowerCase(),
  }));
  return { sections, keys };
}

/**
 * What somebody may mean who types this: a path of the tree where there is a slash and no blank, else words that must
 * all be in the title, or all in what is said of one person, one list or one path. Titles that begin with what was
 * typed come first, then titles with it at the start of a word, other titles, people, lists, paths; within each in the
 * file's order.
 * Nothing typed gives every section.
 */
export function findSections(index: SectionIndex, typed: string): readonly Found[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return index.sections.map((section) => ({ section, by: 'title' as const }));
  const isPath = wanted.includes('/') && !/\s/.test(wanted);
  const byPath = isPath ? sectionsByPath(index, typed.trim()) : [];
  const seen = new Set(byPath.map(({ section }) => section));
  return [...byPath, ...byWords(index, wanted).filter(({ section }) => !seen.has(section))];
}

/** The sections of a path, the most particular first: the driver, then what it is a part of, the last resort last. */
export function sectionsByPath({ sections }: SectionIndex, path: string): readonly Found[] {
  return matchPath(sections, path)
    .map((section) => ({ section, by: 'path' as const, depth: depthFor(section, path) }))
    .sort((a, b) => b.depth - a.depth)
    .map(({ section, by }) => ({ section, by }));
}

/** The sections that name a person, by a part of the name or address. */
export function sectionsByPerson({ sections, keys }: SectionIndex, typed: string): readonly Found[] {
  const words = wordsOf(fold(typed));
  return sections.flatMap((section, i) =>
    inOneLine(keys[i]?.people ?? '', words) ? [{ section, by: 'person' as const }] : [],
  );
}

/** The sections that a list belongs to, by a part of its address. */
export function sectionsByList({ sections, keys }: SectionIndex, typed: string): readonly Found[] {
  const words = wordsOf(fold(typed));
  return sections.flatMap((section, i) =>
    inOneLine(keys[i]?.lists ?? '', words) ? [{ section, by: 'list' as const }] : [],
  );
}

function byWords({ sections, keys }: SectionIndex, wanted: string): readonly Found[] {
  const words = wordsOf(wanted);
  const ranks: readonly Found[][] = [[], [], [], [], [], []];
  sections.forEach((section, i) => {
    const { title, people, lists, files } = keys[i] ?? { title: '', people: '', lists: '', files: '' };
    if (words.every((word) => title.includes(word))) {
      const rank = title.startsWith(wanted) ? 0 : words.every((word) => startsWord(title, word)) ? 1 : 2;
      ranks[rank]?.push({ section, by: 'title' });
    } else if (inOneLine(people, words)) ranks[3]?.push({ section, by: 'person' });
    else if (inOneLine(lists, words)) ranks[4]?.push({ section, by: 'list' });
    else if (inOneLine(files, words)) ranks[5]?.push({ section, by: 'path' });
  });
  return ranks.flat();
}

/** Whether one line holds all words; lines are split only where the whole text holds them. */
function inOneLine(text: string, words: readonly string[]): boolean {
  if (words.length === 0 || !words.every((word) => text.includes(word))) return false;
  return words.length === 1 || text.split('\n').some((line) => words.every((word) => line.includes(word)));
}

function startsWord(text: string, word: string): boolean {
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
    if (i === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(i - 1))) return true;
  }
  return false;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Lower case, without accents: `König` is found by `konig`. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
