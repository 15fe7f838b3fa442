import type { Entry } from '../record/entry';
import type { Id, Slug } from '../record/ids';
import { byTime } from '../record/order';
import { calls } from './calls';
import { keyed } from './conflicts';
import { rememberedAt } from './look';
import { positionsFor } from './positions';
import { questionStandings, standings } from './registers';
import { answers } from './rules';
import type { Session } from './session';
import { answersTo, onKey, positionsOn } from './shelves';

/** What stands differently in two sessions, or in one at two moments: the words of both, as far as there are any. */
export interface Change {
  /** absent where nothing stood there before */
  readonly before?: Entry;
  /** absent where nothing stands there any more */
  readonly after?: Entry;
}

/** The registers of things: what each of them says is compared by the thing's id. */
const THINGS = [
  'meeting',
  'subsystem',
  'rule',
  'ruling',
  'objection',
  'settlement',
  'question-answer',
  'action',
  'action-end',
];

/**
 * What changed from one session to another: of one record at two moments, or of two sittings on one discussion, in
 * which people and subsystems are known by the same keys. In order of what is there now.
 */
export function changesBetween(before: Session, after: Session): readonly Change[] {
  const [old, now] = [standingIn(before), standingIn(after)];
  const changed: Change[] = [...now].flatMap(([key, entry]) => {
    const was = old.get(key);
    if (was?.id === entry.id) return [];
    return [was === undefined ? { after: entry } : { before: was, after: entry }];
  });
  const gone: Change[] = [...old].flatMap(([key, entry]) => (now.has(key) ? [] : [{ before: entry }]));
  return [...changed, ...gone].sort((a, b) => byTime(lastOf(a), lastOf(b)));
}

function lastOf({ before, after }: Change): Entry {
  // one of the two is there
  return (after ?? before) as Entry;
}

/** What stands, by what it is about. */
function standingIn(session: Session): ReadonlyMap<string, Entry> {
  return rememberedAt(session, 'what stands', session.revision, () => {
    const found = new Map<string, Entry>();
    for (const group of THINGS)
      for (const [key, { head }] of standings(session, group)) found.set(`${group} ${key}`, head);
    for (const slug of keyed(session, positionsOn(''))) {
      for (const { who, stance, entry } of positionsFor(session, slug as Slug)) {
        if (stance !== 'none') found.set(`position ${slug} ${who}`, entry);
      }
    }
    for (const key of keyed(session, answersTo(''))) {
      const [rule, slug] = key.split(' ');
      for (const { who, entry } of answers(session, rule as Id, slug as Slug | undefined))
        found.set(`answer ${key} ${who}`, entry);
    }
    for (const { on, entry, reopened } of calls(session)) found.set(`call ${onKey(on)}`, reopened ?? entry);
    for (const [id, { head }] of questionStandings(session)) found.set(`question ${id}`, head);
    return found;
  });
}
