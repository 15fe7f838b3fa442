import { isKnown, type AnyEntry, type Entry } from '../record/entry';
import type { Handle } from '../record/ids';
import { mainText } from '../record/main-text';
import { logOf } from './log';
import { remembered, rememberedAt } from './look';
import { people } from './people';
import { standingWhere } from './revise';
import { keptHandle } from './same';
import type { Session } from './session';
import { countedEntry, isStruck } from './verdicts';

/** What scribes write where they did not catch a word, or mean to come back to one. */
const MARKS = /\?\?|\(\?\)|\[(?:\?|…|\.\.\.|unclear|inaudible|missed)\]|\b(?:TODO|FIXME|XXX|TBD)\b/i;
/** A note that begins like a typed line is one that was not understood, and was kept word for word. */
const KEPT_LINE = /^[@#][a-z0-9]/;
/** What somebody does with another's words. */
const VERBS = new Set(
  'agrees agreed agree disagrees disagreed disagree concurs says said objects objected supports wants too also'.split(
    ' ',
  ),
);

/** What a text has somewhere, if it names anybody. */
const NAMING = new RegExp(['@', ...VERBS].join('|'));
const NOBODY: readonly Handle[] = [];

/** Entries that stand and whose words somebody should look at: a mark of the scribe's, or a line that was kept as a note. */
export function unclearEntries(session: Session): readonly Entry[] {
  return rememberedAt(session, 'unclear', session.revision, () =>
    standingTexts(session, (entry, text) => {
      const isNote = entry.kind === 'note-taken' || entry.kind === 'note-amended';
      return MARKS.test(text) || (isNote && KEPT_LINE.test(text));
    }),
  );
}

/** Entries that stand, are of one person, and whose words speak for another participant too. */
export function entriesOfTwo(session: Session): readonly Entry[] {
  return rememberedAt(session, 'of two', session.revision, () => {
    const namedIn = readerOf(session);
    return standingTexts(session, (entry, text) => {
      const who = 'who' in entry && typeof entry.who === 'string' ? keptHandle(session, entry.who) : undefined;
      return who !== undefined && namedIn(entry, text).some((other) => other !== who);
    });
  });
}

/** Tells whom the words of an entry name. They are read once for as long as everybody is called the same. */
function readerOf(session: Session): (entry: Entry, text: string) => readonly Handle[] {
  return remembered(session, 'named in words', ['participant', 'same'], () => {
    const names = namesOf(session);
    const read = new WeakMap<Entry, readonly Handle[]>();
    return (entry: Entry, text: string) => {
      const known = read.get(entry);
      if (known !== undefined) return known;
      const found = othersIn(text.toLowerCase(), names);
      read.set(entry, found);
      return found;
    };
  });
}

/** Who is known by which name, lower case: by handle, name and alias. */
function namesOf(session: Session): ReadonlyMap<string, Handle> {
  const all = people(session).flatMap(({ handle, name, aliases }) =>
    [handle, name, ...aliases].flatMap((each): [string, Handle][] =>
      each === undefined ? [] : [[each.toLowerCase(), handle]],
    ),
  );
  return new Map(all);
}

/** Those whom a text in small letters names with @, or as doing something with what is said. Names have up to three words. */
function othersIn(text: string, names: ReadonlyMap<string, Handle>): readonly Handle[] {
  if (!NAMING.test(text)) return NOBODY;
  const words = text.match(/@?[\p{L}\p{N}][\p{L}\p{N}._-]*/gu) ?? [];
  return words.flatMap((word, at) => {
    if (word.startsWith('@')) return names.get(plain(word.slice(1))) ?? [];
    for (const length of [3, 2, 1]) {
      const found = names.get(plain(words.slice(at, at + length).join(' ')));
      if (found === undefined) continue;
      const next = words.slice(at + length, at + length + 2).map(plain);
      return next.some((each) => VERBS.has(each)) ? found : [];
    }
    return [];
  });
}

/** A word without the full stop of its sentence. */
function plain(word: string): string {
  return word.replace(/[._-]+$/, '');
}

function standingTexts(session: Session, fits: (entry: Entry, text: string) => boolean): readonly Entry[] {
  return logOf(session).filter((entry): entry is Entry => {
    const text = isKnown(entry) ? mainText(entry) : undefined;
    return text !== undefined && isKnown(entry) && fits(entry, text) && stands(session, entry);
  });
}

function stands(session: Session, entry: AnyEntry): boolean {
  if (!isKnown(entry) || isStruck(session, entry.id) || countedEntry(session, entry.id) !== entry) return false;
  return standingWhere(session, entry)?.head.id === entry.id;
}
