import { lineOf } from '../record/canon';
import type { AnyEntry } from '../record/entry';
import { sha256Of } from '../record/sha256';

/**
 * What stands, written down a second time straight from the sentences of the format, with no cleverness and no index:
 * every question is asked of the whole set of lines again. For tests that hold the session against it.
 */

type Line = AnyEntry & Readonly<Record<string, unknown>>;

/** A register's name -> the ids of its heads in order of (time, id), and whether they are in conflict. */
export type WhatStands = Readonly<Record<string, { readonly heads: readonly string[]; readonly conflict: boolean }>>;

export function whatStands(entries: readonly AnyEntry[]): WhatStands {
  const all = setOf(entries);
  const found: Record<string, { heads: string[]; conflict: boolean }> = {};
  for (const name of new Set(all.flatMap((line) => registersOf(line, all)))) {
    const heads = headsOf(name, all);
    if (heads.length === 0) continue;
    const contents = new Set(heads.map(content));
    found[name] = { heads: heads.map(({ id }) => id), conflict: contents.size > 1 };
  }
  return found;
}

/** "The fold is a function of the set of lines, sorted." */
function setOf(entries: readonly AnyEntry[]): readonly Line[] {
  return [...new Set(entries.map(lineOf))].sort().map((line) => JSON.parse(line) as Line);
}

/** "The same id with different content: the fold ignores both, a person picks (the greatest unstruck pick counts)." */
function counts(line: Line, all: readonly Line[]): boolean {
  if (all.filter(({ id }) => id === line.id).length === 1) return true;
  const picks = all.filter(
    (pick) => pick.kind === 'entry-picked' && pick['entry'] === line.id && counts(pick, all) && !isStruck(pick, all),
  );
  return greatest(picks)?.['sha256'] === sha256Of(lineOf(line));
}

/** "An entry is struck if the greatest strike or restore that names it is a strike." */
function isStruck(line: Line, all: readonly Line[]): boolean {
  // "A strike or restore of a strike or restore has no effect."
  if (isVerdict(line)) return false;
  const verdicts = all.filter((other) => isVerdict(other) && other['entry'] === line.id && counts(other, all));
  return greatest(verdicts)?.kind === 'entry-struck';
}

function isVerdict({ kind }: Line): boolean {
  return kind === 'entry-struck' || kind === 'entry-restored';
}

function greatest(lines: readonly Line[]): Line | undefined {
  return [...lines].sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
}

/** "Sameness is a union; the name kept is the `keep` of the greatest unstruck one." */
export function keptIn(who: string, entries: readonly AnyEntry[]): string {
  const all = entries as readonly Line[];
  const same = all.filter((line) => line.kind === 'participants-same' && counts(line, all) && !isStruck(line, all));
  const person = new Set([who]);
  for (let size = 0; size < person.size;) {
    size = person.size;
    for (const { keep, drop } of same as readonly (Line & { keep: string; drop: string })[]) {
      if (person.has(keep) || person.has(drop)) person.add(keep).add(drop);
    }
  }
  const last = greatest(same.filter(({ keep }) => person.has(keep as string)));
  return last === undefined ? who : String(last['keep']);
}

/** The registers that a line is a revision in: one, or none for what is never revised. A reopening is where its call is. */
function registersOf(line: Line, all: readonly Line[]): readonly string[] {
  const field = (name: string): string => String(line[name]);
  const who = (): string => keptIn(field('who'), all);
  switch (line.kind) {
    case 'session-opened':
    case 'session-amended':
      return ['session'];
    case 'participant-added':
    case 'participant-amended':
      return [`participant ${field('who')}`];
    case 'subsystem-added':
    case 'subsystem-amended':
      return [`subsystem ${field('subsystem')}`];
    case 'attendance-noted':
      return [`attendance ${who()}`];
    case 'position-taken':
      return [`position ${who()} ${field('subsystem')}`];
    case 'rule-answered':
      return [`answer ${who()} ${field('rule')} ${'subsystem' in line ? field('subsystem') : ''}`];
    case 'rule-proposed':
    case 'objection-raised':
    case 'note-taken':
    case 'action-assigned':
      return [`${line.kind} ${line.id}`];
    case 'rule-amended':
      return [`rule-proposed ${field('rule')}`];
    case 'objection-amended':
      return [`objection-raised ${field('objection')}`];
    case 'note-amended':
      return [`note-taken ${field('note')}`];
    case 'action-amended':
      return [`action-assigned ${field('action')}`];
    case 'ruling-made':
      return [`ruling ${field('rule')} ${field('subsystem')}`];
    case 'objection-settled':
      return [`settlement ${field('objection')}`];
    case 'question-answered':
      return [`question-answer ${field('question')}`];
    case 'poll-counted':
      return [`count ${field('poll')}`];
    case 'action-done':
    case 'action-dropped':
      return [`action-state ${field('action')}`];
    case 'call-made':
      return [`call ${onName(line)}`];
    case 'call-reopened':
      return all
        .filter(({ id, kind }) => kind === 'call-made' && id === line['call'])
        .map((call) => `call ${onName(call)}`);
    case 'question-raised':
      return [`question ${questionOf(line, all)}`];
    default:
      return [];
  }
}

function onName(line: Line): string {
  const { subsystem, rule, call, question } = line['on'] as Readonly<Record<string, string | undefined>>;
  if (rule !== undefined) return `rule ${rule}${subsystem === undefined ? '' : ` ${subsystem}`}`;
  if (subsystem !== undefined) return `subsystem ${subsystem}`;
  return call === undefined ? `question ${String(question)}` : `call ${call}`;
}

/** The id of the entry that made a question: the least that its texts and what they revise lead to. */
function questionOf(line: Line, all: readonly Line[]): string {
  const texts = all.filter(({ kind }) => kind === 'question-raised');
  const ids = new Set<string>([line.id]);
  for (let size = 0; size < ids.size;) {
    size = ids.size;
    for (const text of texts) {
      const near = [text.id, ...prevOf(text)];
      if (near.some((id) => ids.has(id))) for (const id of near) ids.add(id);
    }
  }
  return String([...ids].sort()[0]);
}

/** "The unsuperseded, unstruck entries" of a register. */
function headsOf(name: string, all: readonly Line[]): readonly Line[] {
  const register = all.filter((line) => registersOf(line, all).includes(name));
  const unstruck = register.filter((line) => counts(line, all) && !isStruck(line, all));
  // "if an unstruck entry reaches it through `prev` (also through struck and clashing ones)"
  const reaches = (from: Line, to: Line): boolean =>
    prevOf(from).includes(to.id) ||
    register.some((between) => prevOf(from).includes(between.id) && reaches(between, to));
  const tips = unstruck.filter((line) => !unstruck.some((other) => reaches(other, line)));
  // "or if a head of its register has a later time and one of the two has `said`"
  const heads = tips.filter(
    (line) => !tips.some((head) => time(head) > time(line) && ('said' in head || 'said' in line)),
  );
  return [...heads].sort((a, b) => (time(a) === time(b) ? (a.id < b.id ? -1 : 1) : time(a) < time(b) ? -1 : 1));
}

function prevOf(line: Line): readonly string[] {
  return (line['prev'] as readonly string[] | undefined) ?? [];
}

/** "An entry's time is its `said`, else its id's." */
function time(line: Line): number {
  return Date.parse(line.said ?? line.id.slice(0, 24));
}

/** "Two heads differ if any field but `id by kind act prev said` differs." */
function content(line: Line): string {
  const { id: _id, by: _by, kind: _kind, act: _act, prev: _prev, said: _said, ...fields } = line;
  return JSON.stringify(fields);
}
