import {
  isDay,
  isHandle,
  isId,
  isInstant,
  isSlug,
  type Day,
  type Handle,
  type Id,
  type Instant,
  type Slug,
} from './ids';

/** What a field check found wrong: where inside the entry, what stood there, what was expected. */
export interface Fault {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

/** Reads a value that came from outside: undefined when it fits, else the first fault. `before` is the entry's own id. */
type Check = (value: unknown, before: string) => Fault | undefined;

/** A field's check together with the type it guarantees. */
export interface Field<T> {
  readonly check: Check;
  readonly optional?: true;
  /** carries the type; never present at run time */
  readonly type?: T;
}
export interface OptionalField<T> extends Field<T> {
  readonly optional: true;
}

export type FieldSet = Readonly<Record<string, Field<unknown>>>;

type TypeOf<F> = F extends Field<infer T> ? T : never;
type RequiredKeys<S extends FieldSet> = { [K in keyof S]: S[K] extends OptionalField<unknown> ? never : K }[keyof S];
type OptionalKeys<S extends FieldSet> = { [K in keyof S]: S[K] extends OptionalField<unknown> ? K : never }[keyof S];
/** The object type that a set of fields describes. */
export type Shape<S extends FieldSet> = { readonly [K in RequiredKeys<S>]: TypeOf<S[K]> } & {
  readonly [K in OptionalKeys<S>]?: TypeOf<S[K]>;
};

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

function fault(value: unknown, expected: string): Fault {
  return { path: '', found: shown(value), expected };
}

/** The same fault seen from one level up. */
function inside(step: string, { path, ...fact }: Fault): Fault {
  return { path: path === '' || path.startsWith('[') ? step + path : `${step}.${path}`, ...fact };
}

function of<T>(expected: string, fits: (value: unknown) => boolean): Field<T> {
  return { check: (value) => (fits(value) ? undefined : fault(value, expected)) };
}

function ofText<T extends string>(expected: string, fits: (text: string) => boolean): Field<T> {
  return of<T>(expected, (value) => typeof value === 'string' && fits(value));
}

/** `T`: any text but the empty one (characters are checked for the whole line). */
export const text: Field<string> = ofText('a text that is not empty', (value) => value !== '');
export const handle: Field<Handle> = ofText('a handle [a-z0-9][a-z0-9._-]{0,31}', isHandle);
export const slug: Field<Slug> = ofText('a slug [a-z0-9][a-z0-9._-]{0,31}', isSlug);
export const day: Field<Day> = ofText('a date YYYY-MM-DD', isDay);
export const instant: Field<Instant> = ofText('a UTC instant YYYY-MM-DDTHH:MM:SS.mmmZ', isInstant);
export const integer: Field<number> = of('an integer within 2^53-1', Number.isSafeInteger);
export const flag: Field<boolean> = of('true or false', (value) => typeof value === 'boolean');

const EARLIER = 'an id less than the entry’s own';

/** `I`: the id of an earlier entry; every id that a line names is less than its own. */
export const id: Field<Id> = {
  check: (value, before) => {
    if (typeof value !== 'string' || !isId(value)) return fault(value, 'an entry id');
    return value < before ? undefined : fault(value, EARLIER);
  },
};

/** The id of the entry itself. */
export const ownId: Field<Id> = ofText('an entry id', isId);

export function oneOf<const V extends string>(...values: readonly V[]): Field<V> {
  return of<V>(values.join(', '), (value) => (values as readonly unknown[]).includes(value));
}

/** `[X]`: a list with at least one member. */
export function list<T>(item: Field<T>): Field<readonly T[]> {
  return {
    check: (value, before) => {
      if (!Array.isArray(value) || value.length === 0) return fault(value, 'a list that is not empty');
      for (let i = 0; i < value.length; i += 1) {
        const found = item.check(value[i], before);
        if (found !== undefined) return inside(`[${String(i)}]`, found);
      }
      return undefined;
    },
  };
}

/** A list of handles, or one alone: records from before the format was settled carry the second form. */
export const handles: Field<Handle | readonly Handle[]> = {
  check: (value, before) => (typeof value === 'string' ? handle : list(handle)).check(value, before),
};

const listOfIds = list(id);
/** `prev`: ids, sorted, each once. */
export const ids: Field<readonly Id[]> = {
  check: (value, before) => {
    const found = listOfIds.check(value, before);
    if (found !== undefined) return found;
    const members = value as readonly string[];
    const isSorted = members.every((member, i) => i === 0 || (members[i - 1] ?? '') < member);
    return isSorted ? undefined : fault(value, 'sorted ids, each once');
  },
};

/** An object with the given fields; fields it doesn't know are let through untouched. */
export function object<const S extends FieldSet>(fields: S): Field<Shape<S>> {
  const table = tableOf(fields);
  return {
    check: (value, before) => (isObject(value) ? checkFields(table, value, before) : fault(value, 'an object')),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields in the order in which a canonical object has them. */
export type Table = readonly (readonly [name: string, field: Field<unknown>])[];

export function tableOf(fields: FieldSet): Table {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Holds an object whose keys are in canonical order against its table, side by side. */
export function checkFields(table: Table, value: Readonly<Record<string, unknown>>, before: string): Fault | undefined {
  let next = 0;
  for (const key in value) {
    let at = next;
    while (at < table.length && table[at]?.[0] !== key) at += 1;
    const row = table[at];
    if (row !== undefined) {
      const missing = missingIn(table, next, at);
      if (missing !== undefined) return missing;
      next = at + 1;
    }
    const found = row === undefined ? checkUnknown(value[key], before) : row[1].check(value[key], before);
    if (found !== undefined) return inside(key, found);
  }
  return missingIn(table, next, table.length);
}

/** The first field that must be there among those that were passed by. */
function missingIn(table: Table, from: number, to: number): Fault | undefined {
  for (let at = from; at < to; at += 1) {
    const row = table[at];
    if (row !== undefined && row[1].optional === undefined)
      return { path: row[0], found: 'nothing', expected: 'a value' };
  }
  return undefined;
}

/** A field that this program doesn't know may hold anything, but the ids in it are of earlier entries too. */
function checkUnknown(value: unknown, before: string): Fault | undefined {
  if (typeof value === 'string') return value >= before && isId(value) ? fault(value, EARLIER) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = checkUnknown(member, before);
    if (found !== undefined) return inside(Array.isArray(value) ? `[${key}]` : key, found);
  }
  return undefined;
}

/** One of several object shapes, told apart by the field that only one of them may have. */
export function union<T>(
  expected: string,
  pick: (value: Readonly<Record<string, unknown>>) => Field<unknown> | undefined,
): Field<T> {
  return {
    check: (value, before) => {
      const member = isObject(value) ? pick(value) : undefined;
      return member === undefined ? fault(value, expected) : member.check(value, before);
    },
  };
}

export function optional<T>(field: Field<T>): OptionalField<T> {
  return { check: field.check, optional: true };
}
