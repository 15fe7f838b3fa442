import { lookupWho } from '../../shared/capture/names';
import type { Handle } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import type { Session } from '../../shared/session/session';

/** The people that a text names by handle or alias: `@p1 @p2`, `p1, p2`. Nobody is made up: who is unknown is refused. */
export function namedPeople(session: Session, text: string): Result<readonly Handle[]> {
  const names = text.split(/[\s,;]+/).flatMap((word) => (word === '' || word === '@' ? [] : word.replace(/^@/, '')));
  const found: Handle[] = [];
  for (const name of names) {
    const who = lookupWho(session, name);
    if (who.is !== 'known') {
      const meant = who.is === 'near' ? ` Did you mean @${who.meant}?` : '';
      return refuse(`Nobody called "${name}".${meant}`);
    }
    if (!found.includes(who.key)) found.push(who.key);
  }
  return ok(found);
}
