import type { Handle, Id, Slug } from '../../shared/record/ids';
import { saveDraft } from './database';
import { getState, setState } from './store';

/** The keys under which half-typed texts are kept. A dialog with several fields keeps them as one JSON text. */
export const draftKey = {
  entry: (session: Id): string => `entry ${session}`,
  call: (session: Id, subsystem: Slug): string => `call ${session} ${subsystem}`,
  rationale: (session: Id, who: Handle, subsystem: Slug): string => `rationale ${session} ${who} ${subsystem}`,
  objection: (session: Id, who: Handle, subsystem: Slug): string => `objection ${session} ${who} ${subsystem}`,
  settle: (session: Id, objection: Id): string => `settle ${session} ${objection}`,
  edit: (session: Id, entry: Id): string => `edit ${session} ${entry}`,
  newSession: 'new-session',
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

/** Takes what was recorded out of a draft: what was typed on meanwhile stays. */
export function dropTyped(key: string, typed: string): void {
  const text = getState().drafts[key] ?? '';
  if (text === typed) forgetDraft(key);
  else keepDraft(key, text.startsWith(typed) ? text.slice(typed.length) : text);
}

/** Forgets a draft on the screen that the database has dropped together with what was recorded from it. */
export function forgetDraft(key: string): void {
  setState(({ drafts }) => ({ drafts: withDraft(drafts, key, '') }));
}

function withDraft(drafts: Readonly<Record<string, string>>, key: string, text: string): Record<string, string> {
  const { [key]: _, ...others } = drafts;
  return text === '' ? others : { ...others, [key]: text };
}
