import { objectionLabel, thingLabel } from '../../../shared/capture/label';
import { nameOf } from '../../../shared/session/people';
import type { Session } from '../../../shared/session/session';
import type { Instant } from '../../../shared/record/ids';
import { timeOf } from '../../../shared/record/order';
import type { GlyphName } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { conflictWords } from '../../store/conflict-words';
import { entryOf, type TriageItem, type Waiting } from '../../store/triage';
import { fullWords } from '../log-words';

/** One row of triage: when, whose, on what, and what is to be looked at. */
export interface TriageWords {
  readonly at?: Instant;
  readonly place: string;
  readonly words: string;
  readonly glyph: GlyphName;
}

/** How the kinds are called where they are counted. */
export const KIND_WORDS: Readonly<Record<Waiting['what'], string>> = {
  clash: 'clash',
  conflict: 'conflict',
  'wrong-person': 'settled by another',
  reason: 'objection without reason',
  remedy: 'objection without remedy',
  answer: 'objection without answer',
  departure: 'call without reason',
  statement: 'call without statement',
  same: 'perhaps one person',
  'mail-answer': 'answer to the summary',
  suggestion: 'suggestion',
  gap: 'gap',
  'two-people': 'two people, one remark',
  unclear: 'unclear words',
  rationale: 'no rationale',
};

export function triageWords(session: Session, item: TriageItem): TriageWords {
  const entry = entryOf(item);
  return { ...(entry === undefined ? {} : { at: timeOf(entry) }), ...wordsOf(session, item) };
}

function wordsOf(session: Session, item: TriageItem): TriageWords {
  switch (item.what) {
    case 'clash':
      return {
        place: '',
        glyph: 'objection',
        words: `One entry came with different content and counts nowhere until one is picked: ${item.id}`,
      };
    case 'conflict':
      return { place: '', glyph: 'no-consensus', words: conflictWords(session, item.conflict) };
    case 'wrong-person':
      return objectionRow(session, item, 'was settled by somebody who may not; it stays open');
    case 'reason':
      return objectionRow(session, item, 'has no reason: it does not block');
    case 'remedy':
      return objectionRow(session, item, 'does not say what would remove it');
    case 'answer':
      return objectionRow(session, item, 'was answered, and the answer is not written down');
    case 'departure':
      return {
        place: thingLabel(session, item.call.on),
        glyph: item.call.entry.call,
        words: 'The call departs from the assessment that it was made on, and gives no reason.',
      };
    case 'statement':
      return {
        place: thingLabel(session, item.call.on),
        glyph: item.call.entry.call,
        words: 'The call has no statement.',
      };
    case 'same': {
      const { who, other, address } = item.proposal;
      const words =
        other === undefined
          ? `${nameOf(session, who)} may be written to at ${address ?? ''}`
          : `${nameOf(session, who)} may be ${nameOf(session, other)} (@${other})`;
      return { place: `@${who}`, glyph: 'more', words };
    }
    case 'mail-answer': {
      const { author, subject } = item.mail;
      return {
        place: '',
        glyph: 'no-call',
        words: `${author.name ?? author.address ?? 'Somebody'} answered: ${subject}`,
      };
    }
    case 'suggestion': {
      const { who, quote } = item.suggestion;
      return {
        place: '',
        glyph: 'no-call',
        words: `${who.name ?? who.address ?? 'Somebody'} may take a position: ${quote.join(' ')}`,
      };
    }
    case 'gap': {
      const { who, from, until } = item.gap;
      const minutes = Math.round((Date.parse(until) - Date.parse(from)) / 60_000);
      return {
        at: from,
        place: who,
        glyph: 'no-call',
        words: `Nothing was recorded for ${String(minutes)} minutes while ${nameOf(session, who)} spoke.`,
      };
    }
    case 'two-people':
      return {
        place: placeOf(item.entry),
        glyph: 'more',
        words: `Speaks for somebody else too: ${fullWords(session, item.entry)}`,
      };
    case 'unclear':
      return { place: placeOf(item.entry), glyph: 'more', words: fullWords(session, item.entry) };
    case 'rationale': {
      const { who, subsystem, stance } = item.position;
      return {
        place: `#${subsystem}`,
        glyph: STANCE_LOOK[stance].code,
        words: `${who}: ${STANCE_LOOK[stance].words}, no rationale.`,
      };
    }
  }
}

function objectionRow(
  session: Session,
  { objection }: Extract<TriageItem, { readonly objection: unknown }>,
  what: string,
): TriageWords {
  return {
    place: thingLabel(session, objection.on),
    glyph: 'objection',
    words: `Objection ${objectionLabel(session, objection.id)} of ${objection.who} ${what}.`,
  };
}

function placeOf(entry: object): string {
  return 'subsystem' in entry && typeof entry.subsystem === 'string' ? `#${entry.subsystem}` : '';
}
