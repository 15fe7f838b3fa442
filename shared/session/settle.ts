import type { Draft, Entry } from '../record/entry';
import { ownFields } from '../record/fields';
import type { Handle, Id, Instant } from '../record/ids';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { chairOf } from './calls';
import { decided } from './enter';
import { nextNumber } from './labels';
import { objectionOf, type Disposition } from './objections';
import type { Session } from './session';

export type ObjectionInput = Omit<Extract<Draft, { kind: 'objection-raised' }>, 'kind' | 'prev' | 'number'>;

/** Raises an objection, or a hold where `until` is given. One without a reason is recorded, and doesn't block until it has one. */
export function decideObjection(session: Session, input: ObjectionInput, env: Env): Result<readonly Entry[]> {
  return decided(session, [{ ...input, kind: 'objection-raised', number: nextNumber(session, 'objection') }], env);
}

/** A new text of an objection; fields that are not given keep their value. */
export function decideAmendObjection(
  session: Session,
  input: { readonly objection: Id } & Partial<ObjectionInput>,
  env: Env,
): Result<readonly Entry[]> {
  const current = objectionOf(session, input.objection)?.entry;
  if (current === undefined) return refuse('That objection is not in the record.');
  return decided(session, [{ ...ownFields(current), ...input, kind: 'objection-amended' }], env);
}

/**
 * Settles an objection, or opens it again. Where nobody is named: accommodated and withdrawn by its author,
 * the others by the chair, else the scribe. By the wrong person it is recorded as well, and marked.
 */
export function decideSettle(
  session: Session,
  input: {
    readonly objection: Id;
    readonly disposition: Disposition;
    readonly who?: Handle;
    readonly answer?: string;
    readonly said?: Instant;
  },
  env: Env,
): Result<readonly Entry[]> {
  const objection = objectionOf(session, input.objection);
  if (objection === undefined) return refuse('That objection is not in the record.');
  const isAuthors = input.disposition === 'accommodated' || input.disposition === 'withdrawn';
  const who = input.who ?? (isAuthors ? objection.who : (chairOf(session) ?? env.by));
  return decided(session, [{ ...input, kind: 'objection-settled', who }], env);
}

/** Disputes an objection or, where it was settled, the settlement that stands. */
export function decideDispute(
  session: Session,
  input: { readonly objection: Id; readonly who: Handle; readonly why: string; readonly said?: Instant },
  env: Env,
): Result<readonly Entry[]> {
  const objection = objectionOf(session, input.objection);
  if (objection === undefined) return refuse('That objection is not in the record.');
  const settled = objection.settlement?.entry.id;
  return decided(
    session,
    [{ ...input, kind: 'objection-disputed', ...(settled === undefined ? {} : { settled }) }],
    env,
  );
}
