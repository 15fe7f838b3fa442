import type { Draft, Entry } from './entry';

/** The main words of an entry: what was said, as against who said it and on what. Undefined where it has none. */
export function mainText(entry: Entry | Draft): string | undefined {
  switch (entry.kind) {
    case 'position-taken':
    case 'rule-answered':
    case 'objection-raised':
    case 'objection-amended':
      return entry.rationale;
    case 'rule-proposed':
    case 'rule-amended':
    case 'note-taken':
    case 'note-amended':
    case 'question-raised':
    case 'action-assigned':
    case 'action-amended':
    case 'slip-answered':
      return entry.text;
    case 'ruling-made':
      return entry.scope ?? entry.why;
    case 'objection-settled':
    case 'question-answered':
      return entry.answer;
    case 'objection-disputed':
    case 'call-reopened':
    case 'action-done':
    case 'action-dropped':
      return entry.why;
    case 'call-made':
      return entry.statement;
    case 'poll-opened':
      return entry.question;
    case 'queue-joined':
      return entry.about;
    case 'session-opened':
    case 'session-amended':
      return entry.title;
    default:
      return undefined;
  }
}
