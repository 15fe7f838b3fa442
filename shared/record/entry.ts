import type { Handle, Id, Instant, Slug } from './ids';
import {
  checkFields,
  day,
  flag,
  handle,
  handles,
  id,
  ids,
  instant,
  integer,
  list,
  object,
  oneOf,
  optional,
  slug,
  text,
  union,
  type Fault,
  type Field,
  type Shape,
} from './schema';

/** The three stances, fixed by the people who asked for this. */
export const STANCES = ['standard-required', 'userspace-allowed', 'passthrough-niche'] as const;
export type Stance = (typeof STANCES)[number];

/** What a position may hold: a stance, or abstain, recuse, or none (cleared: no position). */
export const POSITION_STANCES = [...STANCES, 'abstain', 'recuse', 'none'] as const;
export type PositionStance = (typeof POSITION_STANCES)[number];

/** What an objection, a call or a question is about. */
export type On =
  | { readonly subsystem: Slug }
  | { readonly rule: Id; readonly subsystem?: Slug }
  | { readonly call: Id }
  | { readonly question: Id };

/** Where a statement comes from: exact lines of a mail, or the room at a time. Message-IDs stand without brackets. */
export type Evidence =
  | {
      readonly message: string;
      readonly lines: readonly string[];
      /** the quoted lines that these lines answer */
      readonly context?: readonly string[];
      readonly from?: string;
      readonly date?: string;
      readonly subject?: string;
      readonly offset?: number;
    }
  | { readonly room: Instant };

const mailEvidence = object({
  message: text,
  lines: list(text),
  context: optional(list(text)),
  from: optional(text),
  date: optional(text),
  subject: optional(text),
  offset: optional(integer),
});
const roomEvidence = object({ room: instant });
const evidenceItem = union<Evidence>('evidence: a message with its lines, or room with a time', (value) => {
  if ('message' in value) return 'room' in value ? undefined : mailEvidence;
  return 'room' in value ? roomEvidence : undefined;
});
const evidence = optional(list(evidenceItem));

const onSubsystem = object({ subsystem: slug });
const onRule = object({ rule: id, subsystem: optional(slug) });
const onCall = object({ call: id });
const onQuestion = object({ question: id });
const on = union<On>('one of {subsystem} {rule} {rule, subsystem} {call} {question}', (value) => {
  const named = ['subsystem', 'rule', 'call', 'question'].filter((key) => key in value).join(' ');
  if (named === 'subsystem') return onSubsystem;
  if (named === 'rule' || named === 'subsystem rule') return onRule;
  if (named === 'call') return onCall;
  return named === 'question' ? onQuestion : undefined;
});

const prev = optional(ids);
const words = {
  rationale: optional(text),
  conditions: optional(list(text)),
  evidence,
  /** who reported it, where it is hearsay */
  via: optional(handle),
  /** the group spoken for */
  for: optional(text),
};

const session = {
  title: text,
  question: optional(text),
  heldOn: optional(list(day)),
  place: optional(text),
  /** IANA name; all times are shown in it */
  zone: optional(text),
  chair: optional(handle),
  scribes: optional(list(handle)),
  thread: optional(object({ root: text, subject: text, references: optional(list(text)), list: optional(text) })),
  windowDays: optional(integer),
  quorum: optional(object({ outstanding: optional(integer) })),
  gapMinutes: optional(integer),
  prev,
};
const participant = {
  who: handle,
  name: optional(text),
  address: optional(text),
  affiliation: optional(text),
  role: optional(oneOf('chair', 'maintainer', 'member', 'observer')),
  aliases: optional(list(text)),
  prev,
};
const subsystem = {
  subsystem: slug,
  name: optional(text),
  partOf: optional(slug),
  affects: optional(list(slug)),
  question: optional(text),
  lists: optional(list(text)),
  /** the seats */
  maintainers: optional(list(handle)),
  standard: optional(text),
  openStack: optional(text),
  files: optional(list(text)),
  order: optional(integer),
  minutes: optional(integer),
  prev,
};
const rule = {
  number: integer,
  text,
  who: optional(handle),
  against: optional(id),
  substantial: optional(flag),
  evidence,
  prev,
};
const objection = {
  number: integer,
  who: handle,
  on,
  remedy: optional(text),
  until: optional(instant),
  ...words,
  prev,
};
const note = {
  text,
  who: optional(handle),
  subsystem: optional(slug),
  about: optional(id),
  private: optional(flag),
  evidence,
  prev,
};
const action = {
  text,
  who: list(handle),
  accepted: optional(flag),
  due: optional(day),
  subsystem: optional(slug),
  prev,
};
const actionEnd = { action: id, why: optional(text), prev };
const turn = { subsystem: slug };

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

const HEAD_KEYS: ReadonlySet<string> = new Set(['id', 'by', 'kind', 'act', 'said']);
const HEAD: readonly (readonly [string, Field<unknown>])[] = Object.entries({
  by: handle,
  kind: text,
  act: optional(id),
  said: optional(instant),
});
const FIELDS = new Map(Object.entries(KINDS).map(([kind, fields]) => [kind, Object.entries<Field<unknown>>(fields)]));
const KIND = /^[a-z][a-z0-9-]*$/;

/** The fields that an entry of this kind is known to have (head included); others are copied by a revision untouched. */
export function knownFields(kind: Kind): ReadonlySet<string> {
  return new Set([...HEAD_KEYS, ...Object.keys(KINDS[kind])]);
}

/** Holds a parsed line against the schema: undefined when it fits, else the first fault. Unknown kinds need only a head. */
export function checkEntry(value: Readonly<Record<string, unknown>>): Fault | undefined {
  const own = value['id'];
  // any id is less than this; its own must merely be an id
  const ownFault = id.check(own, 'id', '~');
  if (ownFault !== undefined) return ownFault;
  const before = own as string;
  const headFault = checkFields(HEAD, value, '', before);
  if (headFault !== undefined) return headFault;
  const kind = value['kind'] as string;
  const fields = FIELDS.get(kind);
  if (fields !== undefined) return checkFields(fields, value, '', before);
  return KIND.test(kind)
    ? undefined
    : { path: 'kind', found: JSON.stringify(kind), expected: 'a kind such as position-taken' };
}
