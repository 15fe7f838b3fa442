import { isKnown, type AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';

/** What a line of the record is looked for by; all of it must hold. */
export interface LineQuery {
  /** handles, any of them: who holds, says, asks or speaks */
  readonly who: readonly string[];
  readonly subsystems: readonly string[];
  /** beginnings of kinds: `position`, `call` */
  readonly kinds: readonly string[];
  readonly by: readonly string[];
  /** lower case; each must stand in some text of the line */
  readonly words: readonly string[];
  /** only struck lines (true), or only others (false) */
  readonly struck?: boolean;
}

/** Reads `@p7 #uvc kind:call by:ana struck layout`: undefined where nothing is looked for. */
export function readLineQuery(typed: string): LineQuery | undefined {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const after = (...beginnings: readonly string[]): readonly string[] =>
    words.flatMap((word) => {
      const found = beginnings.find((beginning) => word.startsWith(beginning) && word.length > beginning.length);
      return found === undefined ? [] : word.slice(found.length);
    });
  const struck = words.includes('struck') ? true : words.includes('-struck') ? false : undefined;
  return {
    who: after('@', 'who:'),
    subsystems: after('#'),
    kinds: after('kind:'),
    by: after('by:'),
    words: words.filter((word) => !/^(?:[@#]|(?:who|kind|by):|-?struck$)/.test(word)),
    ...(struck === undefined ? {} : { struck }),
  };
}

/** Whether a line is one that is looked for. */
export function fitsLine(query: LineQuery, entry: AnyEntry, isStruck: (id: Id) => boolean): boolean {
  return (
    any(query.kinds, (kind) => entry.kind.startsWith(kind)) &&
    any(query.by, (by) => entry.by === by) &&
    any(query.who, (who) => isOf(entry, who)) &&
    any(query.subsystems, (slug) => isAbout(entry, slug)) &&
    query.words.every((word) => holds(entry, word)) &&
    (query.struck === undefined || isStruck(entry.id) === query.struck)
  );
}

function any(wanted: readonly string[], fits: (each: string) => boolean): boolean {
  return wanted.length === 0 || wanted.some(fits);
}

/** Whether a line names somebody as the one it is of, or to whom it is. */
function isOf(entry: AnyEntry, handle: string): boolean {
  const { who, to } = entry as { readonly who?: string | readonly string[]; readonly to?: string | readonly string[] };
  return [who, to].some((named) => named === handle || (Array.isArray(named) && named.includes(handle)));
}

function isAbout(entry: AnyEntry, slug: string): boolean {
  if (!isKnown(entry)) return false;
  if ('subsystem' in entry && entry.subsystem === slug) return true;
  return 'on' in entry && entry.on !== undefined && 'subsystem' in entry.on && entry.on.subsystem === slug;
}

/** What is no text: it is looked for by its own words above, or not at all. */
const UNSEARCHED: ReadonlySet<string> = new Set(['id', 'by', 'kind', 'act', 'prev', 'said', 'who', 'subsystem']);

/** Whether any text of a line holds a word, however deep it stands. */
function holds(entry: AnyEntry, word: string): boolean {
  for (const [key, value] of Object.entries(entry)) if (!UNSEARCHED.has(key) && valueHolds(value, word)) return true;
  return false;
}

function valueHolds(value: unknown, word: string): boolean {
  if (typeof value === 'string') return value.toLowerCase().includes(word);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((part) => valueHolds(part, word));
}
