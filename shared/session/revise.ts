import { isKnown, type Draft, type Entry } from '../record/entry';
import type { Env } from '../record/env';
import { ownFields } from '../record/fields';
import type { Id } from '../record/ids';
import { mainText } from '../record/main-text';
import { timeOf } from '../record/order';
import { ok, refuse, type Result } from '../result';
import { decided } from './enter';
import type { Standing } from './register';
import { questionStandingOf, registerOf } from './registers';
import type { Session } from './session';
import { countedEntry, isStruck } from './verdicts';

/** What has a main text and no revisions (FORMAT.md, registers). */
export const FIXED: Readonly<Partial<Record<Entry['kind'], string>>> = {
  'objection-disputed': 'a dispute',
  'poll-opened': 'a poll',
  'queue-joined': 'a topic of the queue',
  'slip-answered': 'an answer to a slip',
};

/** What stands now where an entry was made: it may have been revised since, by somebody else too. */
export function standingWhere(session: Session, entry: Entry): Standing<Entry> | undefined {
  if (entry.kind !== 'question-raised') return registerOf(session, revision(entry));
  return questionStandingOf(session, entry.id);
}

/** A revision of what stands, with another main text. What was said was said when it was said. */
export function withMainText(standing: Entry, text: string): Draft {
  return { ...retold(revision(standing), text), said: timeOf(standing) };
}

/** The words of an entry that can be edited: those that stand in its register, none where it has none yet. */
export function editableText(session: Session, id: Id): Result<{ readonly text: string; readonly standing: Entry }> {
  const entry = countedEntry(session, id);
  if (entry === undefined || !isKnown(entry)) return refuse('That entry is not in the record.');
  if (isStruck(session, id)) return refuse('That entry is struck. Restore it first.');
  const fixed = FIXED[entry.kind];
  if (fixed !== undefined) return refuse(`The words of ${fixed} can't be changed. Strike it and type it again.`);
  const standing = standingWhere(session, entry)?.head;
  if (entry.kind === 'call-made' && standing?.kind === 'call-reopened') {
    return refuse('That call was reopened: its statement stands no more.');
  }
  if (standing === undefined || mainText(withMainText(standing, 'words')) === undefined) {
    return refuse('That entry has no words to edit.');
  }
  return ok({ text: mainText(standing) ?? '', standing });
}

/** Gives what stands where an entry was made another main text; the words before stay in the record. */
export function decideEdit(
  session: Session,
  input: { readonly entry: Id; readonly text: string },
  env: Env,
): Result<readonly Entry[]> {
  const editable = editableText(session, input.entry);
  if (!editable.ok) return editable;
  const text = input.text.trim();
  if (text === '') return refuse('Nothing would be left of it. Strike it instead.');
  if (text === editable.value.text) return refuse('That is what stands already.');
  return decided(session, [withMainText(editable.value.standing, text)], env);
}

/** Settles a conflict: one of the entries that stand is recorded once more, by somebody who has seen all of them. */
export function decideKeep(session: Session, entry: Id, env: Env): Result<readonly Entry[]> {
  const kept = countedEntry(session, entry);
  if (kept === undefined || !isKnown(kept)) return refuse('That entry is not in the record.');
  // said again now, so that it is later than all that it settles
  return decided(session, [revision(kept)], env);
}

/** A draft that restates an entry as its own revision. */
function revision(entry: Entry): Draft {
  switch (entry.kind) {
    case 'session-opened':
      return { ...ownFields(entry), kind: 'session-amended' };
    case 'participant-added':
      return { ...ownFields(entry), kind: 'participant-amended' };
    case 'subsystem-added':
      return { ...ownFields(entry), kind: 'subsystem-amended' };
    case 'rule-proposed':
      return { ...ownFields(entry), kind: 'rule-amended', rule: entry.id };
    case 'objection-raised':
      return { ...ownFields(entry), kind: 'objection-amended', objection: entry.id };
    case 'note-taken':
      return { ...ownFields(entry), kind: 'note-amended', note: entry.id };
    case 'action-assigned':
      return { ...ownFields(entry), kind: 'action-amended', action: entry.id };
    case 'question-raised':
      return { ...ownFields(entry), kind: 'question-raised', prev: [entry.id] };
    default:
      // every other kind that can be revised is revised by its own kind
      return { ...ownFields(entry), kind: entry.kind } as Draft;
  }
}

function retold(draft: Draft, text: string): Draft {
  switch (draft.kind) {
    case 'session-amended':
      return { ...draft, title: text };
    case 'position-taken':
    case 'rule-answered':
    case 'objection-amended':
      return { ...draft, rationale: text };
    case 'rule-amended': {
      // a corrected word makes no answer stale
      const { substantial: _substantial, ...rule } = draft;
      return { ...rule, text };
    }
    case 'note-amended':
    case 'question-raised':
    case 'action-amended':
      return { ...draft, text };
    case 'ruling-made':
      return draft.scope === undefined ? { ...draft, why: text } : { ...draft, scope: text };
    case 'objection-settled':
    case 'question-answered':
      return { ...draft, answer: text };
    case 'call-made':
      return { ...draft, statement: text };
    case 'call-reopened':
    case 'action-done':
    case 'action-dropped':
      return { ...draft, why: text };
    default:
      return draft;
  }
}
