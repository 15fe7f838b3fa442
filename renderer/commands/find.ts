import { people } from '../../shared/session/people';
import { subsystems } from '../../shared/session/subsystems';
import type { State } from '../store/state';
import { shownKeyOf } from './keymap';
import { lastRun, offered } from './run';

/** Something that Find or run found, and what Enter on it runs. */
export interface Found {
  readonly section: 'Commands' | 'Sessions' | 'Subsystems' | 'People';
  readonly title: string;
  readonly detail?: string;
  /** the key that does the same */
  readonly keys?: string | undefined;
  readonly command: string;
  readonly input?: unknown;
}

/** What was found, the best first, and out of how many. */
export interface Finding {
  readonly found: readonly Found[];
  readonly of: number;
}

interface Candidate extends Found {
  /** other words that it is found by */
  readonly words: readonly string[];
}

const MOST = 50;

/**
 * What fits a typed text: `>` commands only, `@` people, `#` subsystems, `:` a line to run, else all of them. With
 * nothing typed, commands stand in the order in which they were last used.
 */
export function find(state: State, typed: string): Finding {
  const [prefix, wanted] = /^[>@#:]/.test(typed) ? [typed.charAt(0), typed.slice(1)] : ['', typed];
  if (prefix === ':') {
    const title = `:${wanted.trimStart()}`;
    return {
      found: [{ section: 'Commands', title, detail: 'run this line', command: 'line.run', input: wanted }],
      of: 1,
    };
  }
  const all = SOURCES.filter((source) => prefix === '' || source.prefix === prefix).flatMap(({ of }) => of(state));
  const scored = all.map((candidate) => ({ candidate, score: best(wanted.trim(), candidate) }));
  const fitting = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return { found: fitting.slice(0, MOST).map(({ candidate: { words: _, ...found } }) => found), of: all.length };
}

const SOURCES: readonly { readonly prefix: string; readonly of: (state: State) => readonly Candidate[] }[] = [
  { prefix: '>', of: commandsIn },
  {
    prefix: '',
    of: ({ sessions }) =>
      sessions.map(({ id, title }) => ({ section: 'Sessions', title, words: [], command: 'session.open', input: id })),
  },
  {
    prefix: '#',
    of: ({ open }) =>
      (open === undefined ? [] : subsystems(open.session)).map(({ slug, name }) => ({
        section: 'Subsystems',
        title: `#${slug}`,
        ...(name === slug ? {} : { detail: name }),
        words: [slug, name],
        command: 'select.subsystem',
        input: slug,
      })),
  },
  {
    prefix: '@',
    of: ({ open }) =>
      (open === undefined ? [] : people(open.session)).map(({ handle, name, aliases }) => ({
        section: 'People',
        title: `@${handle}`,
        ...(name === undefined ? {} : { detail: name }),
        words: [handle, name ?? '', ...aliases],
        command: 'select.row',
        input: { who: handle },
      })),
  },
];

function commandsIn(state: State): readonly Candidate[] {
  const used = lastRun();
  const place = (id: string): number => (used.includes(id) ? used.indexOf(id) : used.length);
  return offered(state)
    .toSorted((a, b) => place(a.id) - place(b.id))
    .map(({ id, title, section, line }) => ({
      section: 'Commands',
      title,
      detail: section,
      keys: shownKeyOf(id, state.keymap),
      words: [id, line ?? '', section],
      command: id,
    }));
}

/** How well a candidate fits: its title counts most. 0 is not at all. */
function best(wanted: string, { title, words }: Candidate): number {
  if (wanted === '') return 1;
  return Math.max(2 * score(wanted, title), ...words.map((word) => score(wanted, word)));
}

/** A text that begins so, has a word that begins so, or holds the letters in that order; more for what is found sooner. */
function score(wanted: string, text: string): number {
  const [needle, hay] = [fold(wanted), fold(text)];
  if (hay.startsWith(needle)) return 1_000 - hay.length;
  const word = startOfWord(needle, hay);
  return word === -1 ? inOrder(needle, hay) : 700 - word;
}

/** Where the text stands at the start of a word, -1 if nowhere. */
function startOfWord(needle: string, hay: string): number {
  for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, at + 1)) {
    if (/[^\p{L}\p{N}]/u.test(hay.charAt(at - 1))) return at;
  }
  return -1;
}

function inOrder(needle: string, hay: string): number {
  let at = -1;
  let gaps = 0;
  for (const letter of needle) {
    if (letter === ' ') continue;
    const next = hay.indexOf(letter, at + 1);
    if (next === -1) return 0;
    gaps += next - at - 1;
    at = next;
  }
  return Math.max(1, 400 - 4 * gaps - hay.length);
}

/** As it is compared: without accents, and ’ as the keyboard has it. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}
