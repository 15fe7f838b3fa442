import { bodyOf } from '../consensus/body';
import type { Handle, Slug } from '../record/ids';
import { isKnown } from '../record/entry';
import { logOf } from '../session/log';
import { rememberedAt } from '../session/look';
import { keptHandle } from '../session/same';
import type { Session } from '../session/session';
import type { Source } from './sources';

const HEARD: ReadonlySet<string> = new Set([
  'position-taken',
  'rule-answered',
  'objection-raised',
  'question-raised',
  'note-taken',
]);

/** Where nobody has a seat, those decide who were heard: for each of them the entry by which they were. */
export function heardEntries(session: Session, slug: Slug): readonly Source[] {
  const { basis, members } = bodyOf(session, slug);
  if (basis !== 'heard') return [];
  const first = firstWords(session);
  return members.flatMap((who) => first.get(who) ?? []);
}

function firstWords(session: Session): ReadonlyMap<Handle, Source> {
  return rememberedAt(session, 'first words', session.revision, () => {
    const found = new Map<Handle, Source>();
    for (const entry of logOf(session)) {
      if (!HEARD.has(entry.kind) || !isKnown(entry) || !('who' in entry) || typeof entry.who !== 'string') continue;
      const who = keptHandle(session, entry.who);
      if (!found.has(who)) found.set(who, entry.id);
    }
    return found;
  });
}
