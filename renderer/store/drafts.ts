import type { RecordedDraft } from '../../shared/ipc';
import type { On } from '../../shared/record/entry';
import type { Handle, Id, Slug } from '../../shared/record/ids';
import { onKey } from '../../shared/session/shelves';
import { isTypedSince, saveDraft, typedUntilNow } from './database';
import { getState, setState } from './store';

/** The keys under which half-typed texts are kept. A dialog with several fields keeps them as one JSON text. */
export const draftKey = {
  entry: (session: Id): string => `entry ${session}`,
  call: (session: Id, on: On): string => `call ${session} ${onKey(on)}`,
  rationale: (session: Id, who: Handle, subsystem: Slug): string => `rationale ${session} ${who} ${subsystem}`,
  objection: (session: Id, on: On, who?: Handle): string => `objection ${session} ${onKey(on)} ${who ?? ''}`,
  amendObjection: (session: Id, objection: Id): string => `amend-objection ${session} ${objection}`,
  settle: (session: Id, objection: Id): string => `settle ${session} ${objection}`,
  edit: (session: Id, entry: Id): string => `edit ${session} ${entry}`,
  dispute: (session: Id, objection: Id): string => `dispute ${session} ${objection}`,
  wording: (session: Id, item: string): string => `wording ${session} ${item}`,
  question: (session: Id): string => `question ${session}`,
  answer: (session: Id, question: Id): string => `answer ${session} ${question}`,
  poll: (session: Id): string => `poll ${session}`,
  note: (session: Id): string => `note ${session}`,
  action: (session: Id, action?: Id): string => `action ${session} ${action ?? ''}`,
  dropAction: (session: Id, action: Id): string => `drop-action ${session} ${action}`,
  slip: (session: Id, entry: Id): string => `slip ${session} ${entry}`,
  rule: (session: Id, rule?: Id): string => `rule ${session} ${rule ?? ''}`,
  ruleAnswer: (session: Id, rule: Id, subsystem?: Slug): string => `rule-answer ${session} ${rule} ${subsystem ?? ''}`,
  ruling: (session: Id, rule: Id, subsystem: Slug): string => `ruling ${session} ${rule} ${subsystem}`,
  newSession: 'new-session',
  session: (session: Id): string => `session ${session}`,
  agenda: (session: Id): string => `agenda ${session}`,
  people: (session: Id): string => `people ${session}`,
  subsystem: (session: Id): string => `subsystem ${session}`,
  firstRun: 'first-run',
} as const;

/** Keeps a half-typed text: at once on the screen, a moment later in the database. An empty one is dropped. */
export function keepDraft(key: string, text: string): void {
  setState(({ drafts }) => ({ drafts: withDraft(drafts, key, text) }));
  saveDraft(key, text);
}

/** A half-typed text as it was at one moment, from which something is recorded: what is typed after it stays. */
export interface Typed {
  readonly draft: RecordedDraft;
  readonly text: string;
}

/** The text under a key as it is now. */
export function typedText(key: string): Typed {
  return { draft: typedUntilNow(key), text: getState().drafts[key] ?? '' };
}

/** Takes a text that stands in the record out of its draft: what was typed on meanwhile stays. */
export function dropTyped({ draft: { key }, text }: Typed): void {
  const now = getState().drafts[key] ?? '';
  keepDraft(key, now.startsWith(text) ? now.slice(text.length) : now);
}

/** The same for a text that the database dropped together with what was recorded from it, but for what was typed since. */
export function dropRecordedText(typed: Typed): void {
  if (isTypedSince(typed.draft)) dropTyped(typed);
  else forgetDraft(typed.draft.key);
}

/** Forgets a draft on the screen that the database has dropped. */
export function forgetDraft(key: string): void {
  setState(({ drafts }) => ({ drafts: withDraft(drafts, key, '') }));
}

function withDraft(drafts: Readonly<Record<string, string>>, key: string, text: string): Record<string, string> {
  const { [key]: _, ...others } = drafts;
  return text === '' ? others : { ...others, [key]: text };
}
