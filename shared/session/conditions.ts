import type { EntryOf } from '../record/entry';
import type { Handle, Id } from '../record/ids';
import { shelved, unstruck } from './look';
import { handlesOf } from './same';
import type { Session } from './session';

/** The entries that say that a condition of any of some revisions was met. */
export function metEntries(
  session: Session,
  revisions: readonly { readonly id: Id }[],
): readonly EntryOf<'condition-met'>[] {
  if (!session.groups.has('condition')) return [];
  return revisions.flatMap(({ id }) => unstruck<'condition-met'>(session, 'condition', id));
}

const NONE: ReadonlySet<string> = new Set();

/**
 * The texts of a person's conditions that were met, in one group of registers (positions on a subsystem, answers to a
 * rule): a condition met holds for every revision with the same text.
 */
export function metConditions(session: Session, who: Handle, group: string): ReadonlySet<string> {
  if (!session.groups.has('condition')) return NONE;
  const revisions = handlesOf(session, who).flatMap((handle) =>
    shelved<'position-taken' | 'rule-answered'>(session, group, handle),
  );
  return new Set(
    revisions.flatMap((revision) =>
      unstruck<'condition-met'>(session, 'condition', revision.id).flatMap(
        ({ n }) => revision.conditions?.[n - 1] ?? [],
      ),
    ),
  );
}
