import { KINDS, type Draft, type Entry, type Evidence } from '../record/entry';
import type { Env } from '../record/env';
import { alreadyStands } from '../session/already';
import { enter } from '../session/enter';
import type { Session } from '../session/session';
import type { LineContext } from './context';
import { explain } from './explain';
import type { Form } from './form';
import { FORMS } from './forms';
import { readPlain, readWords } from './forms/remark';
import { isSubstitution, readSubstitution } from './forms/substitute';
import { takeModifiers } from './modifiers';
import { noticesFor } from './notices';
import { problem, type Problem, type Read } from './problem';
import type { ErrorReading, Reading } from './reading';
import { say } from './say';
import { cleanLine, scan, textToken, tokensOf, type Word } from './tokens';
import { isName, take, type Newcomer, type Typed } from './typed';

/** The longest line, in UTF-16 units. */
const LONGEST = 2000;

/** Reads one typed line: what Enter would record, or why nothing. Never throws, changes nothing. */
export function readLine(session: Session, line: string, context: LineContext, env: Env): Reading {
  const typed = startTyped(session, cleanLine(line), context, env);
  const all = { from: 0, to: line.length };
  if (typed.line.trim() === '') return refused(typed, problem('E-EMPTY', [], all).error);
  if (line.length > LONGEST) {
    return refused(typed, problem('E-LONG', [line.length - LONGEST], { from: LONGEST, to: line.length }).error);
  }
  if (isSubstitution(typed.line)) return asReading(typed, readSubstitution(typed));
  const isPlain = !typed.words.some(isName);
  const modified = takeModifiers(typed);
  const form = takeForm(typed, typed.left.find(isPlainWord));
  if (form === undefined && isPlain) return asNote(typed);
  const read = modified.ok ? (form ?? readPlain)(typed) : modified;
  // without @ and #, what is not a complete command is a note
  const isNote = isPlain && !read.ok && (read.error.incomplete === true || typed.left.length > 0);
  if (isNote) return asNote(typed);
  const otherwise = form === undefined && !read.ok ? readOtherwise(typed) : undefined;
  return otherwise ?? asReading(typed, read);
}

function startTyped(session: Session, line: string, context: LineContext, env: Env): Typed {
  const scanned = scan(line);
  const said = context.said === undefined ? {} : { said: context.said };
  return { ...scanned, ...said, session, context, env, left: scanned.words, newcomers: [], notices: [] };
}

function isPlainWord(word: Word): boolean {
  return !isName(word);
}

/** Takes a word as the command, if it is one. */
function takeForm(typed: Typed, word: Word | undefined): Form | undefined {
  if (word === undefined || !isCommand(word)) return undefined;
  take(typed, [word], 'command');
  return FORMS[word.text.toLowerCase()];
}

function isCommand({ text }: Word): boolean {
  return Object.hasOwn(FORMS, text.toLowerCase());
}

/** The words of a head may stand in any order: a command that is not the first word counts where all of the line then fits. */
function readOtherwise({ session, line, context, env }: Typed): Reading | undefined {
  const typed = startTyped(session, line, context, env);
  const modified = takeModifiers(typed);
  const form = takeForm(typed, typed.left.find(isCommand));
  const read = form === undefined || !modified.ok ? undefined : form(typed);
  return read?.ok === true ? asReading(typed, read) : undefined;
}

function asNote(typed: Typed): Reading {
  const { session, line, context, env } = typed;
  const read = readWords(startTyped(session, line, context, env));
  const reading = asReading(typed, read);
  return { ...reading, tokens: textToken(line) };
}

function asReading(typed: Typed, read: Read<readonly Draft[]>): Reading {
  if (!read.ok) return refused(typed, read.error);
  const entries = entriesOf(typed, read.value);
  if (typed.newcomers.length > 0 && typed.context.add !== 'always') return offered(typed, entries);
  const { session } = typed;
  const already = entries.length === 0 ? 'The room is there already.' : alreadyStands(session, entries);
  if (already !== undefined) {
    return { kind: 'record', entries: [], says: say`${already}`, notices: [], tokens: tokensOf(typed) };
  }
  return {
    kind: 'record',
    entries,
    says: explain(session, entries),
    notices: [...typed.notices, ...noticesFor(session, entries)],
    tokens: tokensOf(typed),
  };
}

/** Entries of one act: who and what is new, then what was said, with when it was said and where it comes from. */
function entriesOf(typed: Typed, drafts: readonly Draft[]): readonly Entry[] {
  const { session, env, said, evidence } = typed;
  const timed = said === undefined ? drafts : drafts.map((draft) => ({ ...draft, said }));
  const added = additions(typed.newcomers);
  if (evidence === undefined) return enter(session, [...added, ...timed], env);
  const own = timed.map((draft) => withEvidence(draft, evidence));
  // ids come in order, so what is entered first keeps its ids when pins follow
  const entered = enter(session, [...added, ...own], env).slice(added.length);
  const pins = entered
    .filter((entry) => !hasEvidence(entry))
    .map(({ id }): Draft => ({ kind: 'quote-pinned', to: id, evidence: [evidence] }));
  return enter(session, [...added, ...own, ...pins], env);
}

function hasEvidence({ kind }: Pick<Draft, 'kind'>): boolean {
  return 'evidence' in KINDS[kind];
}

function withEvidence(draft: Draft, evidence: Evidence): Draft {
  if (!hasEvidence(draft)) return draft;
  const { evidence: known = [] } = draft as { readonly evidence?: readonly Evidence[] };
  return { ...draft, evidence: [...known, evidence] } as Draft;
}

function additions(newcomers: readonly Newcomer[]): readonly Draft[] {
  const added = new Map<string, Draft>();
  for (const each of newcomers) {
    if ('who' in each) added.set(`@${each.who}`, { kind: 'participant-added', who: each.who });
    else added.set(`#${each.subsystem}`, { kind: 'subsystem-added', subsystem: each.subsystem });
  }
  return [...added.values()];
}

/** A line that is complete but for names that nobody has. */
function offered(typed: Typed, entries: readonly Entry[]): ErrorReading {
  const unknown = typed.newcomers.map(unknownName);
  const [first] = unknown;
  const all = [...new Set(unknown.map((each) => each.words))].join(' ');
  const error: Problem = {
    code: first?.code ?? 'E-WHO-UNKNOWN',
    words: all,
    span: first?.span ?? { from: 0, to: typed.line.length },
  };
  const reading = refused(typed, error);
  return typed.context.add === 'ask' ? { ...reading, enter: 'add', entriesOnEnter: entries } : reading;
}

function unknownName(each: Newcomer): Problem {
  return 'who' in each
    ? problem('E-WHO-UNKNOWN', [each.typed, { adds: each.who }], each.span).error
    : problem('E-SUB-UNKNOWN', [each.typed, { adds: each.subsystem }], each.span).error;
}

/**
 * What does not record as it stands; Enter keeps it as a note, but for nothing, for too much, and for a correction that
 * misses: that note would be what the next correction changes.
 */
function refused(typed: Typed, { code, words: said, span, fix }: Problem): ErrorReading {
  const { session, line, context, env } = typed;
  const reading = {
    kind: 'error',
    code,
    words: said,
    span: { from: span.from, to: span.to },
    ...(fix === undefined ? {} : { fix: { span: { from: fix.span.from, to: fix.span.to }, text: fix.text } }),
    tokens: tokensOf(typed, span),
  } as const;
  if (code === 'E-EMPTY' || code === 'E-LONG' || isSubstitution(line)) return reading;
  const note = readWords(startTyped(session, line, context, env));
  return note.ok ? { ...reading, enter: 'note', entriesOnEnter: enter(session, note.value, env) } : reading;
}
