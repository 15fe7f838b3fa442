import type { Env } from '../record/env';
import { instantOf, type Handle, type Instant, type Slug } from '../record/ids';
import { nextId } from '../record/clock';
import type { Evidence } from '../record/entry';
import { ok } from '../result';
import { meetingOf } from '../session/meeting';
import type { Session } from '../session/session';
import { openSubsystem } from '../session/subsystems';
import type { LineContext } from './context';
import { lookupSubsystem, lookupWho, type Lookup } from './names';
import { problem, type Read } from './problem';
import type { Notice, Span, TokenClass } from './reading';
import { nearStance, stanceOf } from './stances';
import type { Scan, Word } from './tokens';

/** A line while a form reads it: the form takes words out of the head until nothing is left. */
export interface Typed extends Scan {
  readonly session: Session;
  readonly context: LineContext;
  readonly env: Env;
  /** the words of the head that nobody has taken yet, in order */
  left: readonly Word[];
  /** who and what is named here and not in the session yet, as typed */
  readonly newcomers: Newcomer[];
  said?: Instant;
  evidence?: Evidence;
  /** what is to be known of the line itself, whatever it records */
  readonly notices: Notice[];
}

export type Newcomer = { readonly span: Span; readonly typed: string } & (
  { readonly who: Handle } | { readonly subsystem: Slug }
);

/** When the first entry of this line counts: when it was said, else now by the session's clock. */
export function timeOfLine({ said, session, env }: Typed): Instant {
  return said ?? instantOf(nextId(session.latest, env.now, env.writer));
}

export function zoneOf(session: Session): string {
  return meetingOf(session)?.zone ?? 'UTC';
}

export function openSlug({ context, session }: Pick<Typed, 'context' | 'session'>): Slug | undefined {
  return context.open ?? openSubsystem(session)?.slug;
}

export function isName(word: Word): boolean {
  return word.text.startsWith('@') || word.text.startsWith('#');
}

/** The place after the head, for what is missing. */
export function endOfHead(typed: Typed): Span {
  const last = typed.words.at(-1);
  return last === undefined ? { from: 0, to: typed.line.length } : { from: last.from, to: last.to };
}

/** Takes words out of the head and marks what they are. */
export function take(typed: Typed, taken: readonly Word[], is: TokenClass): void {
  for (const word of taken) word.is = is;
  typed.left = typed.left.filter((word) => !taken.includes(word));
}

/** Takes the first word that fits. */
export function takeFirst(typed: Typed, is: TokenClass, fits: (text: string) => boolean): Word | undefined {
  const found = typed.left.find((word) => fits(word.text));
  if (found !== undefined) take(typed, [found], is);
  return found;
}

/** Takes the first plain word (no @, no #), whatever it says. */
export function takePlain(typed: Typed, is: TokenClass): Word | undefined {
  const found = typed.left.find((word) => !isName(word));
  if (found !== undefined) take(typed, [found], is);
  return found;
}

export function takeKeyword(typed: Typed, keyword: string): Word | undefined {
  return takeFirst(typed, 'keyword', (text) => text.toLowerCase() === keyword);
}

/** Takes a keyword and the word after it, where it has one. */
export function takePair(
  typed: Typed,
  keyword: string,
  is: TokenClass,
): { readonly keyword: Word; readonly value?: Word } | undefined {
  const at = typed.left.findIndex((word) => word.text.toLowerCase() === keyword);
  const [first, value] = typed.left.slice(at, at + 2);
  if (at === -1 || first === undefined) return undefined;
  take(typed, [first], 'keyword');
  if (value === undefined) return { keyword: first };
  take(typed, [value], is);
  return { keyword: first, value };
}

/** Takes a keyword and the words after it for as long as they fit (the first in any case): their text as it was typed. */
export function takePhrase(typed: Typed, keyword: string, fits: (text: string) => boolean): string | undefined {
  const at = typed.left.findIndex((word) => word.text.toLowerCase() === keyword);
  const first = typed.left[at];
  const after = typed.left.slice(at + 1);
  if (first === undefined || after[0] === undefined) return undefined;
  const stop = after.findIndex((word, index) => index > 0 && (isName(word) || !fits(word.text)));
  const phrase = stop === -1 ? after : after.slice(0, stop);
  take(typed, [first], 'keyword');
  take(typed, phrase, 'text');
  return typed.line.slice(phrase[0]?.from, phrase.at(-1)?.to);
}

/** What a name stands for; one that is new is noted, so that it can be added in the same act. */
export function resolveWho(
  typed: Typed,
  word: Word,
  look: (session: Session, name: string) => Lookup<Handle> = lookupWho,
): Read<Handle> {
  const name = bare(word);
  if (name === '') return problem('E-WHO-EMPTY', [], word);
  if (name === '*') return problem('E-WHO-ALL', [], word);
  const found = look(typed.session, name);
  switch (found.is) {
    case 'known':
      return ok(found.key);
    case 'prefix':
      return problem('E-WHO-PREFIX', [name, found.of], word);
    case 'near':
      return problem('E-WHO-UNKNOWN', [name, { meant: found.meant }], word, {
        fix: { span: word, text: `@${found.meant}` },
      });
    case 'new':
      if (found.key === undefined) return problem('E-WHO-UNKNOWN', [name, undefined], word);
      typed.newcomers.push({ who: found.key, typed: name, span: word });
      return ok(found.key);
  }
}

export function resolveSubsystem(typed: Typed, word: Word): Read<Slug> {
  const name = bare(word);
  if (name === '') return problem('E-SUB-EMPTY', [], word);
  const found = lookupSubsystem(typed.session, name);
  switch (found.is) {
    case 'known':
      return ok(found.key);
    case 'prefix':
      return problem('E-SUB-PREFIX', [name, found.of], word);
    case 'near': {
      const sign = word.text.startsWith('#') ? '#' : '';
      return problem('E-SUB-UNKNOWN', [name, { meant: found.meant }], word, {
        fix: { span: word, text: `${sign}${found.meant}` },
      });
    }
    case 'new':
      if (found.key === undefined) return problem('E-SUB-UNKNOWN', [name, undefined], word);
      typed.newcomers.push({ subsystem: found.key, typed: name, span: word });
      return ok(found.key);
  }
}

/** A typed name without its sign. */
export function bare(word: Word): string {
  return /^[@#]/.test(word.text) ? word.text.slice(1) : word.text;
}

/** Everybody who is named with @, in order, each once. */
export function takePeople(typed: Typed, look = lookupWho): Read<readonly Handle[]> {
  const named = typed.left.filter((word) => word.text.startsWith('@'));
  take(typed, named, 'who');
  const handles: Handle[] = [];
  for (const word of named) {
    const found = resolveWho(typed, word, look);
    if (!found.ok) return found;
    if (!handles.includes(found.value)) handles.push(found.value);
  }
  return ok(handles);
}

/** The one person that a form takes; undefined where none is named. */
export function takePerson(typed: Typed): Read<Handle | undefined> {
  const named = typed.left.filter((word) => word.text.startsWith('@'));
  const found = takePeople(typed);
  if (!found.ok) return found;
  const [one, two] = found.value;
  if (one !== undefined && two !== undefined) return problem('E-WHO-TWO', [one, two], named[1] ?? endOfHead(typed));
  return ok(one);
}

/** The subsystem that is named with #; undefined where none is. */
export function takeNamedSubsystem(typed: Typed): Read<Slug | undefined> {
  const named = typed.left.filter((word) => word.text.startsWith('#'));
  take(typed, named, 'subsystem');
  const slugs: Slug[] = [];
  for (const word of named) {
    const found = resolveSubsystem(typed, word);
    if (!found.ok) return found;
    const [first] = slugs;
    if (first !== undefined && first !== found.value) return problem('E-SUB-TWO', [first, found.value], word);
    slugs.push(found.value);
  }
  return ok(slugs[0]);
}

/** The subsystem that is named, else the one that is open; undefined where neither is. */
export function takeSubsystem(typed: Typed): Read<Slug | undefined> {
  const named = takeNamedSubsystem(typed);
  return named.ok && named.value === undefined ? ok(openSlug(typed)) : named;
}

/** Nothing may be left of the head: words of a remark want ` -- ` before them. */
export function nothingLeft(typed: Typed, stances: 'stances' | 'no stances' = 'no stances'): Read<undefined> {
  const [word] = typed.left;
  if (word === undefined) return ok(undefined);
  const isTilde = word.text.startsWith('~');
  const meant = stances === 'stances' ? nearStance(isTilde ? word.text.slice(1) : word.text) : undefined;
  if (meant !== undefined && stanceOf(word.text) === undefined) {
    const fix = { span: word, text: isTilde ? `~${meant}` : meant };
    return problem('E-STANCE', [word.text, meant], word, { fix, incomplete: true });
  }
  // dashes at the very start, inside a list of names, or beside a second pair would not cut the line
  const canCut = typed.parts === undefined && word !== typed.words[0] && typed.line[word.from - 1] === ' ';
  const fix = canCut ? { fix: { span: { from: word.from, to: word.from }, text: '-- ' } } : {};
  return problem('E-SEP', [word.text], word, { ...fix, incomplete: true });
}

/** A form without words of its own refuses a text rather than losing it. */
export function noText(typed: Typed): ReturnType<typeof problem> | undefined {
  const [part] = typed.parts ?? [];
  return part === undefined ? undefined : problem('E-TEXT', [], part, { incomplete: true });
}
