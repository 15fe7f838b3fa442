import type { Handle, Id, Slug } from '../record/ids';
import { positionOf } from '../session/positions';
import { speaker } from '../session/queue';
import { handlesOf } from '../session/same';
import type { Session } from '../session/session';
import type { CompletionItem, Unfinished } from './completion';
import { follow } from './follow';
import { beginning, folded, lookupSubsystem, lookupWho, peopleIndex, subsystemIndex, type Named } from './names';
import { openSlug } from './typed';

/** People: not heard on this subsystem first, then the current speaker, then by last use. */
export function completeWho(unfinished: Unfinished): readonly CompletionItem[] {
  const { session, typed, others } = unfinished;
  const slug = subsystemMeant(unfinished);
  const speaks = speaker(session)?.who;
  const uses = lastUses(session);
  const named = new Set(
    others.filter(({ text }) => text.startsWith('@')).map(({ text }) => keyOf(lookupWho(session, text.slice(1)))),
  );
  const rank = ({ key }: Named<Handle>): readonly [boolean, boolean, string] => [
    slug !== undefined && isHeard(session, key, slug),
    key !== speaks,
    lastUse(session, key, uses),
  ];
  const likely = beginning(peopleIndex(session), typed.slice(1))
    .filter(({ key }) => !named.has(key))
    .map((each) => ({ each, rank: rank(each) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ each }) => each);
  return exactFirst(likely, typed).map(({ key, hint }) => ({ text: `@${key}`, label: key, hint }));
}

/** Subsystems, in the order of the agenda. */
export function completeSubsystem({ session, typed }: Unfinished): readonly CompletionItem[] {
  const found = exactFirst(beginning(subsystemIndex(session), typed.slice(1)), typed);
  return found.map(({ key, hint }) => ({ text: `#${key}`, label: key, hint }));
}

function exactFirst<K extends string>(found: readonly Named<K>[], typed: string): readonly Named<K>[] {
  return [...found].sort((a, b) => Number(isExact(b, typed)) - Number(isExact(a, typed)));
}

function isExact<K extends string>({ exact }: Named<K>, typed: string): boolean {
  return exact.includes(folded(typed.slice(1)));
}

/** Not heard before heard, the speaker before others, the last used before the earlier. */
function compare(a: readonly [boolean, boolean, string], b: readonly [boolean, boolean, string]): number {
  return Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]) || (a[2] === b[2] ? 0 : a[2] > b[2] ? -1 : 1);
}

function isHeard(session: Session, who: Handle, slug: Slug): boolean {
  const stance = positionOf(session, who, slug)?.stance;
  return stance !== undefined && stance !== 'none';
}

/** The subsystem that the line names already, else the one that is open. */
function subsystemMeant(unfinished: Unfinished): Slug | undefined {
  const word = unfinished.others.find(({ text }) => text.startsWith('#'));
  return word === undefined ? openSlug(unfinished) : keyOf(lookupSubsystem(unfinished.session, word.text.slice(1)));
}

function keyOf<K extends string>(found: { readonly is: string; readonly key?: K }): K | undefined {
  return found.is === 'known' ? found.key : undefined;
}

/** The last entry that names each handle as the one who said or did something. */
function lastUses(session: Session): ReadonlyMap<string, Id> {
  return follow(
    session,
    'last uses',
    () => new Map<string, Id>(),
    (last, entry) => {
      // being added is no use: those who were only added stay in the order of adding
      if (!('who' in entry) || entry.kind.startsWith('participant-')) return;
      for (const who of [entry.who].flat()) {
        if (typeof who === 'string' && entry.id > (last.get(who) ?? '')) last.set(who, entry.id);
      }
    },
  );
}

function lastUse(session: Session, who: Handle, uses: ReadonlyMap<string, Id>): string {
  return handlesOf(session, who).reduce(
    (last, handle) => (last > (uses.get(handle) ?? '') ? last : (uses.get(handle) ?? '')),
    '',
  );
}
