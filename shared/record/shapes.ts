import type { Id, Instant, Slug } from './ids';
import {
  day,
  flag,
  handle,
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
} from './schema';

/** What an objection, a call or a question is about. */
export type On =
  | { readonly subsystem: Slug }
  | { readonly rule: Id; readonly subsystem?: Slug }
  | { readonly call: Id }
  | { readonly question: Id };

/** Where a statement comes from: exact lines of a mail, or the room at a time. Message-IDs stand without brackets. */
export type Evidence = MailEvidence | { readonly room: Instant };

export interface MailEvidence {
  readonly message: string;
  readonly lines: readonly string[];
  /** the quoted lines that these lines answer */
  readonly context?: readonly string[];
  readonly from?: string;
  readonly date?: string;
  readonly subject?: string;
  readonly offset?: number;
}

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
export const evidenceItem = union<Evidence>('evidence: a message with its lines, or room with a time', (value) => {
  if ('message' in value) return 'room' in value ? undefined : mailEvidence;
  return 'room' in value ? roomEvidence : undefined;
});
export const evidence = optional(list(evidenceItem));

const onSubsystem = object({ subsystem: slug });
const onRule = object({ rule: id, subsystem: optional(slug) });
const onCall = object({ call: id });
const onQuestion = object({ question: id });
export const on = union<On>('one of {subsystem} {rule} {rule, subsystem} {call} {question}', (value) => {
  const named = ['subsystem', 'rule', 'call', 'question'].filter((key) => key in value).join(' ');
  if (named === 'subsystem') return onSubsystem;
  if (named === 'rule' || named === 'subsystem rule') return onRule;
  if (named === 'call') return onCall;
  return named === 'question' ? onQuestion : undefined;
});

export const prev = optional(ids);
export const words = {
  rationale: optional(text),
  conditions: optional(list(text)),
  evidence,
  /** who reported it, where it is hearsay */
  via: optional(handle),
  /** the group spoken for */
  for: optional(text),
};

export const session = {
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
export const participant = {
  who: handle,
  name: optional(text),
  address: optional(text),
  affiliation: optional(text),
  role: optional(oneOf('chair', 'maintainer', 'member', 'observer')),
  aliases: optional(list(text)),
  prev,
};
export const subsystem = {
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
export const rule = {
  number: integer,
  text,
  who: optional(handle),
  against: optional(id),
  substantial: optional(flag),
  evidence,
  prev,
};
export const objection = {
  number: integer,
  who: handle,
  on,
  remedy: optional(text),
  until: optional(instant),
  ...words,
  prev,
};
export const note = {
  text,
  who: optional(handle),
  subsystem: optional(slug),
  about: optional(id),
  private: optional(flag),
  evidence,
  prev,
};
export const action = {
  text,
  who: list(handle),
  accepted: optional(flag),
  due: optional(day),
  subsystem: optional(slug),
  prev,
};
export const actionEnd = { action: id, why: optional(text), prev };
export const turn = { subsystem: slug };
