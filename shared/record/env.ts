import type { Handle, Writer } from './ids';

/**
 * Everything a decide function may know besides session and input.
 * Time and chance come in here and nowhere else, so that rules stay functions of values.
 */
export interface Env {
  /** the wall clock, milliseconds since 1970-01-01T00:00Z */
  readonly now: number;
  /** the scribe's handle */
  readonly by: Handle;
  /** this start's origin in every id it mints */
  readonly writer: Writer;
}
