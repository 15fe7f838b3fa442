/** What a function that may fail as a matter of course returns. Bugs are exceptions; refusals are values. */
export type Result<T, E = Refusal> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Why something was refused: what, where, found, expected, and the way out. Words for people, not codes. */
export interface Refusal {
  /** the whole message as one sentence or two */
  readonly message: string;
  /** file name, when the refusal is about one */
  readonly file?: string;
  /** line number from 1, when the refusal is about a line */
  readonly line?: number;
  readonly found?: string;
  readonly expected?: string;
}

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function refuse(message: string, where: Omit<Refusal, 'message'> = {}): Result<never> {
  return { ok: false, error: { message, ...where } };
}

/** A refusal as the command line and the page print it: `file:line: message (found ..., expected ...)`. */
export function refusalText(refusal: Refusal): string {
  const place = [refusal.file, refusal.line].filter((part) => part !== undefined).join(':');
  const facts = [
    refusal.found === undefined ? '' : `found ${refusal.found}`,
    refusal.expected === undefined ? '' : `expected ${refusal.expected}`,
  ].filter((part) => part !== '');
  return `${place === '' ? '' : `${place}: `}${refusal.message}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
}

/** Closes a switch over a discriminated union: a new member no longer compiles. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
