import type { Handle, Id, Instant } from './ids';
import { day, handle, handles, id, integer, list, object, oneOf, optional, slug, text, type Shape } from './schema';
import {
  action,
  actionEnd,
  evidence,
  evidenceItem,
  note,
  objection,
  on,
  participant,
  prev,
  rule,
  session,
  subsystem,
  turn,
  words,
} from './shapes';

/** The three stances, fixed by the people who asked for this. */
export const STANCES = ['standard-required', 'userspace-allowed', 'passthrough-niche'] as const;
export type Stance = (typeof STANCES)[number];

/** What a position may hold: a stance, or abstain, recuse, or none (cleared: no position). */
export const POSITION_STANCES = [...STANCES, 'abstain', 'recuse', 'none'] as const;
export type PositionStance = (typeof POSITION_STANCES)[number];

export type { Evidence, MailEvidence, On } from './shapes';

/** Every kind of entry with its fields: one declaration that gives the types, the check and the documentation. */
export const KINDS = {
  'session-opened': session,
  'session-amended': session,
  'session-adjourned': {},
  'participant-added': participant,
  'participant-amended': participant,
  'participants-same': { keep: handle, drop: handle },
  'attendance-noted': { who: handle, state: oneOf('present', 'left', 'regrets'), prev },
  'subsystem-added': subsystem,
  'subsystem-amended': subsystem,
  'subsystem-opened': turn,
  'subsystem-left': turn,
  'position-taken': {
    who: handle,
    subsystem: slug,
    stance: oneOf(...POSITION_STANCES),
    livesWith: optional(list(oneOf(...STANCES))),
    ...words,
    prev,
  },
  'condition-met': { entry: id, n: integer, evidence },
  'rule-proposed': rule,
  'rule-amended': { ...rule, rule: id },
  'rule-answered': {
    who: handle,
    rule: id,
    subsystem: optional(slug),
    answer: oneOf('supports', 'lives-with', 'opposes', 'abstains'),
    ...words,
    prev,
  },
  'ruling-made': {
    rule: id,
    subsystem: slug,
    state: oneOf('claimed', 'in-force', 'agreed', 'exception', 'disputed', 'none'),
    who: optional(handle),
    scope: optional(text),
    why: optional(text),
    until: optional(day),
    evidence,
    prev,
  },
  'objection-raised': objection,
  'objection-amended': { ...objection, objection: id },
  'objection-settled': {
    objection: id,
    who: handle,
    disposition: oneOf('accommodated', 'withdrawn', 'addressed', 'deferred', 'open'),
    answer: optional(text),
    evidence,
    prev,
  },
  'objection-disputed': { objection: id, settled: optional(id), who: handle, why: text, evidence },
  'question-raised': {
    number: integer,
    text,
    who: optional(handle),
    to: optional(handles),
    on: optional(on),
    evidence,
    prev,
  },
  'question-answered': { question: id, answer: text, who: optional(handle), evidence, prev },
  'call-made': {
    on,
    call: oneOf('consensus', 'rough', 'no-consensus', 'deferred'),
    stance: optional(oneOf(...STANCES)),
    answer: optional(oneOf('supports', 'opposes')),
    to: optional(text),
    statement: optional(text),
    reason: optional(text),
    /** what was computed when the call was made */
    assessment: optional(object({ state: text, because: list(text) })),
    prev,
  },
  'call-reopened': { call: id, why: optional(text), prev },
  'poll-opened': { question: text, options: list(text), subsystem: optional(slug) },
  'poll-counted': { poll: id, counts: list(integer), prev },
  'poll-revealed': { poll: id },
  'queue-joined': {
    who: handle,
    subsystem: slug,
    as: oneOf('order', 'question', 'reply', 'topic'),
    about: optional(text),
  },
  'queue-left': { joined: id },
  'speaker-called': { who: handle, joined: optional(id), after: optional(id) },
  'speaker-done': { called: id },
  'queue-closed': turn,
  'queue-opened': turn,
  'note-taken': note,
  'note-amended': { ...note, note: id },
  'action-assigned': action,
  'action-amended': { ...action, action: id },
  'action-done': actionEnd,
  'action-dropped': actionEnd,
  'quote-pinned': { to: id, evidence: list(evidenceItem) },
  'suggestion-dismissed': { message: text, line: integer, cue: text },
  'slip-answered': {
    who: handle,
    entry: id,
    answer: oneOf('confirmed', 'corrected', 'withheld'),
    text: optional(text),
  },
  'summary-sent': {
    version: integer,
    form: text,
    messageId: text,
    to: list(text),
    cc: optional(list(text)),
    sha256: text,
    upTo: id,
    covers: optional(list(id)),
    subsystem: optional(slug),
  },
  'entry-struck': { entry: id },
  'entry-restored': { entry: id },
  'entry-picked': { entry: id, sha256: text },
} as const;

export type Kind = keyof typeof KINDS;

/** What every entry has. */
export interface EntryHead {
  readonly id: Id;
  /** the scribe who recorded it */
  readonly by: Handle;
  /** the first entry of the act it belongs to; the first itself has none */
  readonly act?: Id;
  /** when it was said, where that is not when it was recorded */
  readonly said?: Instant;
}

/** A kind's own fields. */
export type FieldsOf<K extends Kind> = Shape<(typeof KINDS)[K]>;
/** An entry of one kind. */
export type EntryOf<K extends Kind> = K extends Kind ? EntryHead & { readonly kind: K } & FieldsOf<K> : never;
/** One immutable line of the record. */
export type Entry = EntryOf<Kind>;
/** What a decide function says before it has an id: an entry without its head. `said` may be set. */
export type DraftOf<K extends Kind> = K extends Kind
  ? { readonly kind: K; readonly said?: Instant } & FieldsOf<K>
  : never;
export type Draft = DraftOf<Kind>;

/** An entry of a kind that this program doesn't know: kept and written back untouched. */
export interface UnknownEntry extends EntryHead {
  readonly kind: string;
}
export type AnyEntry = Entry | UnknownEntry;

export function isKnown(entry: AnyEntry): entry is Entry {
  return Object.hasOwn(KINDS, entry.kind);
}
