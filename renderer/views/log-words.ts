import { explainEntry } from '../../shared/capture/explain';
import { thingLabel } from '../../shared/capture/label';
import { plainText } from '../../shared/capture/reading';
import { CALL_WORDS } from '../../shared/consensus/state-words';
import { isKnown, type AnyEntry, type Entry, type PositionStance } from '../../shared/record/entry';
import type { Handle, Id } from '../../shared/record/ids';
import { objectionOf } from '../../shared/session/objections';
import type { Session } from '../../shared/session/session';
import type { GlyphName } from '../components/glyph';
import { STANCE_LOOK } from '../components/stance';

/** One line of the log, short: who, what kind of thing by its glyph, and the words that tell it from its neighbours. */
export interface LogWords {
  readonly who?: Handle;
  /** the stance before, where this line changed it */
  readonly was?: PositionStance;
  readonly stance?: PositionStance;
  readonly glyph?: GlyphName;
  readonly text: string;
}

export function logWords(session: Session, entry: AnyEntry): LogWords {
  return (isKnown(entry) ? shortWords(session, entry) : undefined) ?? saidBy(session, entry);
}

/** The sentence of an entry, whoever it is of in front. */
function saidBy(session: Session, entry: AnyEntry): LogWords {
  const [first, ...rest] = explainEntry(session, entry);
  if (first?.is !== 'who') return { text: fullWords(session, entry) };
  return { who: first.who, text: plainText(rest).trimStart() };
}

/** The whole sentence of an entry. */
export function fullWords(session: Session, entry: AnyEntry): string {
  return plainText(explainEntry(session, entry));
}

/** The kinds that a meeting is made of, by their own words; the others are said in full. */
function shortWords(session: Session, entry: Entry): LogWords | undefined {
  switch (entry.kind) {
    case 'position-taken': {
      const was = stanceBefore(session, entry.prev);
      const { who, stance } = entry;
      const changed = was === undefined || was === stance ? {} : { was };
      return {
        who,
        stance,
        ...changed,
        text: entry.rationale ?? ifWords(entry.conditions) ?? STANCE_LOOK[stance].words.toLowerCase(),
      };
    }
    case 'objection-raised': {
      const what = `${entry.until === undefined ? 'objection' : 'hold'} ${String(entry.number)}`;
      return { who: entry.who, glyph: 'objection', text: withWords(what, entry.rationale) };
    }
    case 'objection-settled': {
      const label = objectionOf(session, entry.objection)?.label ?? '';
      const glyph = entry.disposition === 'open' ? 'objection' : 'saved';
      return { who: entry.who, glyph, text: withWords(`objection ${label} ${entry.disposition}`, entry.answer) };
    }
    case 'call-made':
      return {
        glyph: entry.call,
        text: withWords(`${thingLabel(session, entry.on)} ${CALL_WORDS[entry.call]}`, entry.statement),
      };
    case 'note-taken':
      return {
        ...(entry.who === undefined ? {} : { who: entry.who }),
        text: entry.private === true ? `private: ${entry.text}` : entry.text,
      };
    case 'question-raised':
      return {
        ...(entry.who === undefined ? {} : { who: entry.who }),
        text: `question ${String(entry.number)}: ${entry.text}`,
      };
    default:
      return undefined;
  }
}

function stanceBefore(session: Session, prev: readonly Id[] | undefined): PositionStance | undefined {
  const before = prev?.[0] === undefined ? undefined : session.entries.get(prev[0]);
  return before !== undefined && isKnown(before) && before.kind === 'position-taken' ? before.stance : undefined;
}

function ifWords(conditions: readonly string[] | undefined): string | undefined {
  return conditions?.[0] === undefined ? undefined : `if ${conditions[0]}`;
}

function withWords(what: string, words: string | undefined): string {
  return words === undefined ? what : `${what}: ${words}`;
}
