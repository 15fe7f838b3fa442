import { counted } from '../../shared/capture/say';
import { isKnown, type AnyEntry, type Kind } from '../../shared/record/entry';

/** What an entry is one of, as people say it: several kinds are of one sort. */
const SORTS: Readonly<Record<Kind, string>> = {
  'session-opened': 'session line',
  'session-amended': 'session line',
  'session-adjourned': 'session line',
  'participant-added': 'participant',
  'participant-amended': 'participant',
  'participants-same': 'participant',
  'attendance-noted': 'attendance line',
  'subsystem-added': 'subsystem',
  'subsystem-amended': 'subsystem',
  'subsystem-opened': 'turn',
  'subsystem-left': 'turn',
  'position-taken': 'position',
  'condition-met': 'met condition',
  'rule-proposed': 'rule',
  'rule-amended': 'rule',
  'rule-answered': 'answer',
  'ruling-made': 'ruling',
  'objection-raised': 'objection',
  'objection-amended': 'objection',
  'objection-settled': 'settlement',
  'objection-disputed': 'dispute',
  'question-raised': 'question',
  'question-answered': 'answer',
  'call-made': 'call',
  'call-reopened': 'call',
  'poll-opened': 'poll line',
  'poll-counted': 'poll line',
  'poll-revealed': 'poll line',
  'queue-joined': 'queue line',
  'queue-left': 'queue line',
  'speaker-called': 'queue line',
  'speaker-done': 'queue line',
  'queue-closed': 'queue line',
  'queue-opened': 'queue line',
  'note-taken': 'note',
  'note-amended': 'note',
  'action-assigned': 'action',
  'action-amended': 'action',
  'action-done': 'action',
  'action-dropped': 'action',
  'quote-pinned': 'pinned quote',
  'suggestion-dismissed': 'dismissed suggestion',
  'slip-answered': 'slip answer',
  'summary-sent': 'sent mail',
  'entry-struck': 'strike',
  'entry-restored': 'restored line',
  'entry-picked': 'picked line',
};

/** What an import added, one line for each sort of entry, the most first. */
export function addedInWords(added: readonly AnyEntry[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const entry of added) {
    const sort = isKnown(entry) ? SORTS[entry.kind] : 'unknown line';
    counts.set(sort, (counts.get(sort) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return sorted.map(([sort, count]) => counted(count, sort));
}
