import { isKnown, type Entry, type EntryOf, type Evidence, type Kind } from '../../record/entry';
import type { Instant } from '../../record/ids';
import { byTime } from '../../record/order';
import { inZone } from '../../record/zone';
import { prevOf } from '../../session/register';
import type { Session } from '../../session/session';
import { countedEntry } from '../../session/verdicts';
import { zoneOf } from '../typed';

/**
 * The revision that an entry followed, as its author saw it: of those it names in `prev`, the one that stood.
 * It goes by the entry alone, so that what is said before an entry is recorded is said of it ever after.
 */
export function before<K extends Kind>(session: Session, entry: Entry, ...kinds: readonly K[]): EntryOf<K> | undefined {
  const seen = prevOf(entry).map((id) => countedEntry(session, id));
  const isOf = (found: Entry): found is EntryOf<K> => (kinds as readonly Kind[]).includes(found.kind);
  return seen
    .filter((found) => found !== undefined && isKnown(found))
    .filter(isOf)
    .sort(byTime)
    .at(-1);
}

/** Where a conflict stood, what followed resolves it. */
export function resolves(entry: Entry): string | undefined {
  return prevOf(entry).length > 1 ? 'resolves a conflict' : undefined;
}

/** What any entry may carry: where it comes from, and when it was said. */
export function asides(session: Session, entry: Entry): readonly (string | undefined)[] {
  const { evidence = [] } = entry as { readonly evidence?: readonly Evidence[] };
  const from = evidence.map((item) => ('room' in item ? 'in the room' : `from <${item.message}>`));
  return [...new Set(from), entry.said === undefined ? undefined : `said ${timeWords(session, entry.said)}`];
}

/** An instant in the session's zone, with the zone's name. */
export function timeWords(session: Session, at: Instant): string {
  const zone = zoneOf(session);
  return `${inZone(at, zone)} ${zone}`;
}

/** A text as it is quoted inside a sentence. */
export function quoted(text: string): string {
  return `"${text.replace(/\s+/g, ' ')}"`;
}
