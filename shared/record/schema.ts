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
type Check = (value: unknown, path: string, before: string) => Fault | undefined;

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
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

function fault(path: string, value: unknown, expected: string): Fault {
  return { path, found: shown(value), expected };
}

function of<T>(expected: string, fits: (value: unknown) => boolean): Field<T> {
  return { check: (value, path) => (fits(value) ? undefined : fault(path, value, expected)) };
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

/** `I`: the id of an earlier entry; every id that a line names is less than its own. */
export const id: Field<Id> = {
  check: (value, path, before) => {
    if (typeof value !== 'string' || !isId(value)) return fault(path, value, 'an entry id');
    return value < before ? undefined : fault(path, value, 'an id less than the entry’s own');
  },
};

export function oneOf<const V extends string>(...values: readonly V[]): Field<V> {
  return of<V>(values.join(', '), (value) => (values as readonly unknown[]).includes(value));
}

/** `[X]`: a list with at least one member. */
export function list<T>(item: Field<T>): Field<readonly T[]> {
  return {
    check: (value, path, before) => {
      if (!Array.isArray(value) || value.length === 0) return fault(path, value, 'a list that is not empty');
      for (let i = 0; i < value.length; i += 1) {
        const found = item.check(value[i], `${path}[${String(i)}]`, before);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** A list of handles, or one alone: records from before the format was settled carry the second form. */
export const handles: Field<Handle | readonly Handle[]> = {
  check: (value, path, before) => (typeof value === 'string' ? handle : list(handle)).check(value, path, before),
};

/** `prev`: ids, sorted, each once. */
export const ids: Field<readonly Id[]> = {
  check: (value, path, before) => {
    const found = list(id).check(value, path, before);
    if (found !== undefined) return found;
    const members = value as readonly string[];
    for (let i = 1; i < members.length; i += 1) {
      if ((members[i - 1] ?? '') >= (members[i] ?? '')) return fault(path, value, 'sorted ids, each once');
    }
    return undefined;
  },
};

/** An object with the given fields; fields it doesn't know are let through untouched. */
export function object<const S extends FieldSet>(fields: S): Field<Shape<S>> {
  const entries = Object.entries(fields);
  return {
    check: (value, path, before) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault(path, value, 'an object');
      return checkFields(entries, value as Record<string, unknown>, path === '' ? '' : `${path}.`, before);
    },
  };
}

export function checkFields(
  fields: readonly (readonly [string, Field<unknown>])[],
  value: Readonly<Record<string, unknown>>,
  prefix: string,
  before: string,
): Fault | undefined {
  for (const [name, field] of fields) {
    const member = value[name];
    if (member === undefined) {
      if (field.optional === undefined) return { path: prefix + name, found: 'nothing', expected: 'a value' };
    } else {
      const found = field.check(member, prefix + name, before);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** One of several object shapes, told apart by the field that only one of them may have. */
export function union<T>(
  expected: string,
  pick: (value: Readonly<Record<string, unknown>>) => Field<unknown> | undefined,
): Field<T> {
  return {
    check: (value, path, before) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault(path, value, expected);
      const member = pick(value as Readonly<Record<string, unknown>>);
      return member === undefined ? fault(path, value, expected) : member.check(value, path, before);
    },
  };
}

export function optional<T>(field: Field<T>): OptionalField<T> {
  return { check: field.check, optional: true };
}
