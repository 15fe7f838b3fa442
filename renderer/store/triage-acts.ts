import type { AnyEntry } from '../../shared/record/entry';
import { ownFields } from '../../shared/record/fields';
import { decidePick } from '../../shared/session/acts';
import { decideCall } from '../../shared/session/calls';
import { decideEdit, decideKeep } from '../../shared/session/revise';
import { versionsOf, type Session } from '../../shared/session/session';
import { decideAmendObjection, decideSettle } from '../../shared/session/settle';
import type { Decide } from './record';
import { entryOf, type TriageItem } from './triage';

/** Records the words that a person wrote for an item; undefined where words don't mend it. */
export function decideWording(item: TriageItem, text: string): Decide | undefined {
  switch (item.what) {
    case 'remedy':
      return (session, env) =>
        decideAmendObjection(session, { objection: item.objection.id, remedy: text, said: item.objection.at }, env);
    case 'answer': {
      const { id, settlement } = item.objection;
      return (session, env) =>
        decideSettle(
          session,
          {
            objection: id,
            disposition: 'addressed',
            answer: text,
            ...(settlement === undefined ? {} : { who: settlement.who, said: settlement.at }),
          },
          env,
        );
    }
    case 'departure': {
      const { entry, at } = item.call;
      return (session, env) => decideCall(session, { ...ownFields(entry), reason: text, said: at }, env);
    }
    default: {
      const entry = entryOf(item);
      return entry === undefined ? undefined : (session, env) => decideEdit(session, { entry: entry.id, text }, env);
    }
  }
}

/** One of several contents or statements that a person chooses with a digit. */
export interface Choice {
  readonly entry: AnyEntry;
  readonly decide: Decide;
}

/** Between what a person chooses: the statements that two scribes left, the contents that came under one id. */
export function choicesOf(session: Session, item: TriageItem): readonly Choice[] {
  if (item.what === 'conflict') {
    return item.conflict.heads.map((entry) => ({ entry, decide: (it, env) => decideKeep(it, entry.id, env) }));
  }
  if (item.what !== 'clash') return [];
  return versionsOf(session, item.id).map((entry) => ({ entry, decide: (it, env) => decidePick(it, entry, env) }));
}
