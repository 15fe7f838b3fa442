import { RULING_WORDS } from '../../shared/capture/explain/rule';
import type { Ruling } from '../../shared/session/rules';
import { nameOf } from '../../shared/session/people';
import type { Session } from '../../shared/session/session';

/** What a ruling is called where there is little room. */
export const RULING_SHORT: Readonly<Record<Ruling['entry']['state'], string>> = {
  ...RULING_WORDS,
  exception: 'except.',
};

/** A ruling in full: its state, by whom, for what, until when, because of what. `today`: a date in the session's zone. */
export function rulingWords(session: Session, { entry, conflict }: Ruling, today: string): string {
  const { state, who, scope, why, until } = entry;
  const isOver = until !== undefined && until < today;
  return [
    RULING_WORDS[state],
    who === undefined ? '' : ` by ${nameOf(session, who)}`,
    scope === undefined ? '' : ` for ${scope}`,
    until === undefined ? '' : `, ${isOver ? 'ran out on' : 'until'} ${until}`,
    why === undefined ? '' : `, because ${why}`,
    conflict ? ', in conflict' : '',
  ].join('');
}
