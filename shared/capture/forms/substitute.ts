import { isKnown, type Draft, type Entry } from '../../record/entry';
import { ownFields } from '../../record/fields';
import type { Handle } from '../../record/ids';
import { timeOf } from '../../record/order';
import { ok } from '../../result';
import { questionStandings, registerOf } from '../../session/registers';
import type { Session } from '../../session/session';
import { countedEntry, isStruck } from '../../session/verdicts';
import { follow } from '../follow';
import type { Form } from '../form';
import { mainText } from '../main-text';
import { problem } from '../problem';

const SUBSTITUTION = /^s\/([^/]+)\/([^/]*)\/$/;

export function isSubstitution(line: string): boolean {
  return SUBSTITUTION.test(line.trim());
}

/** `s/old/new/`: a revision of the main text of one's own last entry that has one. Literal, the first occurrence. */
export const readSubstitution: Form = (typed) => {
  const whole = { from: 0, to: typed.line.length };
  const [, old = '', replacement = ''] = SUBSTITUTION.exec(typed.line.trim()) ?? [];
  const own = lastOwnText(typed.session, typed.env.by);
  const fixed = own === undefined ? undefined : FIXED[own.kind];
  if (fixed !== undefined) {
    const why = `Your last text is ${fixed}, which can't be changed. Undo it and type it again.`;
    return problem('E-REFUSED', [why], whole);
  }
  const standing = own === undefined ? undefined : standingRevision(typed.session, own);
  const text = standing === undefined ? undefined : mainText(standing);
  if (standing === undefined || text === undefined) return problem('E-OLD', [undefined], whole);
  const at = text.indexOf(old);
  if (at === -1) return problem('E-OLD', [old], whole);
  const changed = `${text.slice(0, at)}${replacement}${text.slice(at + old.length)}`.trim();
  if (changed === '') return problem('E-REFUSED', ['Nothing would be left of it. Undo it instead.'], whole);
  // a corrected text was still said when it was said
  return ok([{ ...withText(standing, changed), said: timeOf(standing) }]);
};

/** One's own last entry with a main text that isn't struck. A session's title is nothing that was said in it. */
function lastOwnText(session: Session, by: Handle): Entry | undefined {
  const own = follow(
    session,
    `texts of ${by}`,
    (): Entry[] => [],
    (texts, entry) => {
      if (entry.by !== by || !isKnown(entry) || mainText(entry) === undefined) return;
      if (entry.kind === 'session-opened' || entry.kind === 'session-amended') return;
      texts.splice(texts.findLastIndex(({ id }) => id < entry.id) + 1, 0, entry);
    },
  );
  return own.findLast(({ id }) => !isStruck(session, id) && countedEntry(session, id) !== undefined);
}

/** What has a main text and no revisions (FORMAT.md, registers). */
const FIXED: Readonly<Partial<Record<Entry['kind'], string>>> = {
  'objection-disputed': 'a dispute',
  'poll-opened': 'a poll',
  'queue-joined': 'a topic of the queue',
  'slip-answered': 'an answer to a slip',
};

/** What stands now where an entry was made: it may have been revised since, by somebody else too. */
function standingRevision(session: Session, entry: Entry): Entry | undefined {
  if (entry.kind !== 'question-raised') return registerOf(session, revision(entry))?.head;
  return [...questionStandings(session).values()].find(({ history }) => history.some(({ id }) => id === entry.id))
    ?.head;
}

/** A draft that restates an entry as its own revision. */
function revision(entry: Entry): Draft {
  switch (entry.kind) {
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

function withText(entry: Entry, text: string): Draft {
  const draft = revision(entry);
  switch (draft.kind) {
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
