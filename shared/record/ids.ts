/** Brands: strings that are easily confused, kept apart by the compiler (they cost nothing at run time). */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `2024-09-17T08:14:05.123Z-000-k7f3q2xa`: a hybrid logical clock reading; identity, order, time and origin of an entry. */
export type Id = Branded<'Id'>;
/** A participant's key: `[a-z0-9][a-z0-9._-]{0,31}`. */
export type Handle = Branded<'Handle'>;
/** A subsystem's key: same shape as a handle. */
export type Slug = Branded<'Slug'>;
/** `[a-z][a-z2-7]{7}`: made anew at each start, so that no two programs mint one id. */
export type Writer = Branded<'Writer'>;
/** `YYYY-MM-DD`. */
export type Day = Branded<'Day'>;
/** `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
export type Instant = Branded<'Instant'>;

// hours and days that exist; only the 29th to the 31st depend on the month
const DATE = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d';
const KEY = /^[a-z0-9][a-z0-9._-]{0,31}$/;
const DAY = new RegExp(`^${DATE}$`);
const INSTANT = new RegExp(`^${DATE}T${TIME}(?:\\.\\d{3})?Z$`);
const ID = new RegExp(`^${DATE}T${TIME}\\.\\d{3}Z-[0-9a-z]{3}-[a-z][a-z2-7]{7}$`);

/**
 * True for a UTC time that exists in the calendar. Milliseconds are always written, and may be absent in what is read:
 * records that others wrote carry mail dates to the second. Compare instants only after `toMilliseconds`.
 */
export function isInstant(text: string): text is Instant {
  return INSTANT.test(text) && isInMonth(text);
}

/** February 30th parses (as March 1st), so the days that not every month has are asked of the calendar. */
function isInMonth(date: string): boolean {
  const day = date.slice(8, 10);
  return day <= '28' || new Date(date.slice(0, 10)).getUTCDate() === Number(day);
}

/** An instant in its full form, in which text order is time order. */
export function toMilliseconds(instant: Instant): Instant {
  return instant.length === 20 ? (`${instant.slice(0, 19)}.000Z` as Instant) : instant;
}

export function isDay(text: string): text is Day {
  return DAY.test(text) && isInMonth(text);
}

export function isId(text: string): text is Id {
  return ID.test(text) && isInMonth(text);
}

export function isHandle(text: string): text is Handle {
  return KEY.test(text);
}

export function isSlug(text: string): text is Slug {
  return KEY.test(text);
}

/** The instant that an id carries. */
export function instantOf(id: Id): Instant {
  return id.slice(0, 24) as Instant;
}

/** The origin that an id carries. */
export function writerOf(id: Id): Writer {
  return id.slice(29) as Writer;
}

/** The last moment that an id or instant can say, in milliseconds since 1970. */
export const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Milliseconds since 1970 as an instant. */
export function toInstant(ms: number): Instant {
  return new Date(ms).toISOString() as Instant;
}

/** A free text made into a handle or slug: lower case, without accents, other characters as `-`; undefined if nothing is left. */
export function toKey(text: string): string | undefined {
  const key = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, 32);
  return KEY.test(key) ? key : undefined;
}

/** Eight base-32 characters, the first a letter, out of eight random bytes. */
export function toWriter(random: ArrayLike<number>): Writer {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const base32 = `${letters}234567`;
  let writer = letters.charAt((random[0] ?? 0) % 26);
  for (let i = 1; i < 8; i += 1) writer += base32.charAt((random[i] ?? 0) % 32);
  return writer as Writer;
}
