import type { Env } from '../record/env';
import type { Entry } from '../record/entry';
import type { Handle } from '../record/ids';
import type { Result } from '../result';
import { ownFields } from '../record/fields';
import { decided } from './enter';
import { decideSame, personOf } from './people';
import type { Session } from './session';
import { isDismissed, type SuggestionPlace } from './suggestions';

/** Somebody who is perhaps another participant, or has another address: a person says which. */
export interface PerhapsSame {
  /** the same for the same two */
  readonly id: string;
  readonly who: Handle;
  /** the participant that they would be; absent where only their address would be another */
  readonly other?: Handle;
  readonly address?: string;
}

/**
 * How the record names a proposal of this kind where it was dismissed: no mail's line suggested it, so its id stands in
 * the place of the Message-ID.
 */
export function placeOf({ id }: Pick<PerhapsSame, 'id'>): SuggestionPlace {
  return { message: id, line: 0, cue: 'same person' };
}

/** Whether a proposal was dismissed. */
export function isDenied(session: Session, proposal: Pick<PerhapsSame, 'id'>): boolean {
  return isDismissed(session, placeOf(proposal));
}

/** The two are one person, or the person has that address; the old address stays as an alias. */
export function decidePerhapsSame(
  session: Session,
  { who, other, address }: PerhapsSame,
  env: Env,
): Result<readonly Entry[]> {
  if (other !== undefined) return decideSame(session, [other, who], env);
  const { entry, aliases, address: before } = personOf(session, who);
  const kept = [...new Set([...aliases, ...(before === undefined ? [] : [before])])];
  return decided(
    session,
    [
      {
        ...(entry === undefined ? {} : ownFields(entry)),
        kind: entry === undefined ? 'participant-added' : 'participant-amended',
        who,
        ...(address === undefined ? {} : { address }),
        ...(kept.length === 0 ? {} : { aliases: kept }),
      },
    ],
    env,
  );
}
