import { isKnown, type AnyEntry, type Evidence } from '../record/entry';
import type { Handle } from '../record/ids';
import type { Scrub } from './scrub';

/** Whose names don't go outside, and what stands in their place. */
export interface Mask {
  /** what each hidden handle is called */
  readonly names: ReadonlyMap<Handle, string>;
  /** the handle that each hidden one has outside */
  readonly handles: ReadonlyMap<Handle, Handle>;
  readonly scrub: Scrub;
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields that hold people, one or several. `to` holds people in a question, and a place in a call. */
const PEOPLE = ['by', 'who', 'keep', 'drop', 'via', 'chair', 'scribes', 'maintainers'] as const;
/** The fields that hold what somebody wrote or said, with the kinds that they do so in where those are not all. */
const WORDS: Readonly<Record<string, (kind: string) => boolean>> = {
  ...Object.fromEntries(
    [
      ...['title', 'place', 'text', 'rationale', 'conditions', 'remedy', 'for', 'why', 'scope', 'statement', 'reason'],
      ...['options', 'standard', 'openStack', 'cc', 'name', 'aliases', 'affiliation', 'assessment', 'form'],
    ].map((name) => [name, () => true]),
  ),
  question: (kind) => kind !== 'question-answered',
  answer: (kind) => kind === 'question-answered' || kind === 'objection-settled',
  about: (kind) => kind === 'queue-joined',
  to: (kind) => kind === 'call-made' || kind === 'summary-sent',
};
/** What a person may withhold of an entry. */
const OWN_WORDS = ['rationale', 'conditions', 'remedy', 'text', 'why', 'scope', 'answer', 'for'] as const;

/** Every participant that an entry names in its fields; who recorded it is not among them. */
export function handlesIn(entry: AnyEntry): readonly Handle[] {
  const fields = entry as unknown as Fields;
  const names = PEOPLE.filter((name) => name !== 'by').flatMap((name) => peopleIn(fields[name]));
  return entry.kind === 'question-raised' ? [...names, ...peopleIn(fields['to'])] : names;
}

function peopleIn(value: unknown): readonly Handle[] {
  return value === undefined ? [] : ([value].flat() as unknown as readonly Handle[]);
}

/**
 * An entry as it may be shown: people under their masks, names taken out of every text, and no link or quote that would
 * lead to a hidden person's mail; none at all where all of them do. Undefined where nothing of it may.
 */
export function masked(entry: AnyEntry, mask: Mask, leadsToHidden = false): AnyEntry | undefined {
  if (!isKnown(entry)) return undefined;
  if (entry.kind === 'slip-answered' || entry.kind === 'suggestion-dismissed') return undefined;
  const fields: Record<string, unknown> = { ...entry };
  for (const [name, isWords] of Object.entries(WORDS)) {
    if (fields[name] !== undefined && isWords(entry.kind)) fields[name] = scrubbed(fields[name], mask.scrub);
  }
  for (const name of PEOPLE) if (fields[name] !== undefined) fields[name] = renamed(fields[name], mask);
  if (entry.kind === 'question-raised' && entry.to !== undefined) fields['to'] = renamed(entry.to, mask);
  if ('thread' in entry && entry.thread !== undefined) {
    fields['thread'] = { ...entry.thread, subject: mask.scrub.text(entry.thread.subject) };
  }
  if (entry.kind === 'participant-added' || entry.kind === 'participant-amended') unname(fields, entry.who, mask);
  if ('evidence' in entry && entry.evidence !== undefined) {
    const kept = leadsToHidden ? [] : shownEvidence(entry, entry.evidence, mask);
    if (kept.length > 0) fields['evidence'] = kept;
    else if (entry.kind === 'quote-pinned') return undefined;
    else delete fields['evidence'];
  }
  return fields as unknown as AnyEntry;
}

/** An entry without the words that its author withholds. That they were said stays: nothing is counted otherwise. */
export function withoutWords(entry: AnyEntry): AnyEntry {
  const fields: Record<string, unknown> = { ...entry };
  for (const name of OWN_WORDS) {
    const value = fields[name];
    if (typeof value === 'string' && WORDS[name]?.(entry.kind) === true) fields[name] = '(words withheld)';
    if (Array.isArray(value)) fields[name] = value.map((_, at) => `(condition ${String(at + 1)}, words withheld)`);
  }
  delete fields['evidence'];
  delete fields['via'];
  return fields as unknown as AnyEntry;
}

function unname(fields: Record<string, unknown>, who: Handle, { names, scrub }: Mask): void {
  const called = names.get(who);
  if (called === undefined) {
    // somebody may be in the record twice
    if (typeof fields['address'] === 'string' && scrub.isIn(fields['address'])) delete fields['address'];
    return;
  }
  fields['name'] = called;
  delete fields['address'];
  delete fields['affiliation'];
  delete fields['aliases'];
}

function renamed(value: unknown, { handles }: Mask): unknown {
  if (Array.isArray(value)) return value.map((each: Handle) => handles.get(each) ?? each);
  return handles.get(value as Handle) ?? value;
}

function scrubbed(value: unknown, scrub: Scrub): unknown {
  if (typeof value === 'string') return scrub.text(value);
  if (Array.isArray(value)) return value.map((each: unknown) => scrubbed(each, scrub));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, scrubbed(each, scrub)]));
}

/** What the mails of a hidden person were, and what names one, is left out: the archive would tell who it is. */
function shownEvidence(entry: AnyEntry, evidence: readonly Evidence[], mask: Mask): readonly Evidence[] {
  const isTheirs = handlesIn(entry).some((who) => mask.names.has(who));
  return evidence.flatMap((item) => {
    if (!('message' in item)) return item;
    const { message, lines, from = '' } = item;
    if (isTheirs || mask.scrub.isIn(message) || mask.scrub.isIn(from)) return [];
    return { message, lines: lines.map(mask.scrub.text) };
  });
}
