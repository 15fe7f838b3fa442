import { isKnown, type AnyEntry, type Entry, type On } from '../record/entry';
import type { Id, Slug } from '../record/ids';
import { namedIn } from '../record/names';
import { rememberedAt } from '../session/look';
import type { Session } from '../session/session';
import { positionsOn } from '../session/shelves';
import { countedEntry } from '../session/verdicts';
import type { Source } from './sources';

/** What a strike may be about: a subsystem, the positions on it, a rule, a question. */
type Matter = Slug | Id | ReturnType<typeof positionsOn>;

const NONE: readonly Source[] = [];

/**
 * The lines that struck or restored something about a matter. What stands there, and what doesn't, comes from them too:
 * of what was struck nothing else tells.
 */
export function strikesOn(session: Session, matter: Matter): readonly Source[] {
  if (session.verdicts.size === 0) return NONE;
  return strikesByMatter(session).get(matter) ?? NONE;
}

/**
 * Some sources, with what struck or restored them, and what struck something that named them: a text stands because the
 * one that revised it was struck, an objection is open because its settlement was.
 */
export function withStrikes(session: Session, sources: readonly Source[]): readonly Source[] {
  if (session.verdicts.size === 0) return sources;
  const known = withStrikesKnown(session);
  const before = known.get(sources);
  if (before !== undefined) return before;
  const strikes = strikesByEntry(session);
  const more = sources.flatMap((source) => strikes.get(typeof source === 'string' ? source : source.id) ?? NONE);
  const all = more.length === 0 ? sources : [...sources, ...more];
  known.set(sources, all);
  return all;
}

/** Many lines come from the same sources, which are one list: so they are with their strikes. */
function withStrikesKnown(session: Session): WeakMap<readonly Source[], readonly Source[]> {
  return rememberedAt(session, 'sources with strikes', session.revision, () => new WeakMap());
}

function strikesByEntry(session: Session): ReadonlyMap<Id, readonly Source[]> {
  return rememberedAt(session, 'strikes by entry', session.revision, () => {
    const found = new Map<Id, Source[]>();
    for (const [id, verdicts] of session.verdicts) {
      const entry = countedEntry(session, id);
      // that two are of one act says nothing of either
      const { act: _act, ...fields } = entry ?? { id, kind: '', by: '' };
      for (const each of new Set([id, ...namedIn(fields as AnyEntry)])) {
        const all = found.get(each);
        if (all === undefined) found.set(each, [...verdicts]);
        else for (const verdict of verdicts) all.push(verdict);
      }
    }
    return found;
  });
}

function strikesByMatter(session: Session): ReadonlyMap<string, readonly Source[]> {
  return rememberedAt(session, 'strikes by matter', session.revision, () => {
    const found = new Map<string, Source[]>();
    for (const [id, verdicts] of session.verdicts) {
      for (const matter of mattersOf(session, id)) {
        const all = found.get(matter);
        if (all === undefined) found.set(matter, [...verdicts]);
        else for (const verdict of verdicts) all.push(verdict);
      }
    }
    return found;
  });
}

/** What an entry is about, itself and through what it names; in a file that somebody else wrote that may be a circle. */
function mattersOf(session: Session, id: Id): ReadonlySet<string> {
  const matters = new Set<string>();
  const named = new Set([id]);
  for (const each of named) {
    const entry = countedEntry(session, each);
    if (entry === undefined || !isKnown(entry)) continue;
    for (const matter of ownMatters(entry)) matters.add(matter);
    for (const other of throughOthers(entry)) named.add(other);
  }
  return matters;
}

function ownMatters(entry: Entry): readonly string[] {
  return [
    ...('subsystem' in entry && entry.subsystem !== undefined ? [entry.subsystem] : []),
    ...('on' in entry && entry.on !== undefined ? mattersOn(entry.on) : []),
    ...('rule' in entry ? [entry.rule] : []),
    ...('question' in entry && entry.kind === 'question-answered' ? [entry.question] : []),
    ...(entry.kind === 'position-taken' ? [positionsOn(entry.subsystem)] : []),
  ];
}

function mattersOn(on: On): readonly string[] {
  if ('call' in on) return [];
  if ('question' in on) return [on.question];
  if ('rule' in on) return [on.rule, ...(on.subsystem === undefined ? [] : [on.subsystem])];
  return [on.subsystem];
}

/** A settlement is about what its objection is about, a condition met about the position. */
function throughOthers(entry: Entry): readonly Id[] {
  const on = 'on' in entry ? entry.on : undefined;
  const place = on === undefined ? [] : 'call' in on ? [on.call] : 'question' in on ? [on.question] : [];
  switch (entry.kind) {
    case 'objection-amended':
    case 'objection-settled':
    case 'objection-disputed':
      return [...place, entry.objection];
    case 'condition-met':
      return [entry.entry];
    case 'call-reopened':
      return [entry.call];
    default:
      return place;
  }
}
