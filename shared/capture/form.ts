import type { Draft, Entry } from '../record/entry';
import { ok, type Result } from '../result';
import { problem, type Read } from './problem';
import { endOfHead, type Typed } from './typed';

/** Reads a line of one form: what it records, or why it does not. The name of the form is taken already. */
export type Form = (typed: Typed) => Read<readonly Draft[]>;

/** What a decide function decided, as drafts: a new name that comes with it is entered before them, in the same act. */
export function decided(typed: Typed, result: Result<readonly Entry[]>): Read<readonly Draft[]> {
  if (!result.ok) return problem('E-REFUSED', [result.error.message], endOfHead(typed));
  return ok(result.value.map(toDraft));
}

/** An entry without its head. Only a question says by its `prev` what it revises; elsewhere `prev` is found anew. */
function toDraft(entry: Entry): Draft {
  const { id: _id, by: _by, act: _act, ...draft } = entry;
  if (draft.kind === 'question-raised') return draft;
  const { prev: _prev, ...fields } = draft as { readonly prev?: unknown };
  // what is left of an entry without its head is a draft; the compiler can't see that through the union
  return fields as Draft;
}

/** A field where it has a value: absent fields are left out of the record. */
export function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  // the computed key is K; the compiler widens it to string
  return (value === undefined || (Array.isArray(value) && value.length === 0) ? {} : { [key]: value }) as {
    readonly [P in K]?: V;
  };
}
