import type { Entry, On } from '../record/entry';
import { assertNever } from '../result';

/** The entries that together make up one register or one thing, in order of arrival. */
export interface Shelf<E extends Entry = Entry> {
  readonly group: Group;
  entries: E[];
  /** the session's revision at which something last changed here */
  stamp: number;
  /** whether a strike, restore or pick names any of its entries, so that of the others nobody has to ask */
  isJudged: boolean;
  /** what stands here */
  memory: { readonly stamp: number; readonly value: unknown } | undefined;
  /** what it was read as: somebody's position */
  reading: { readonly stamp: number; readonly value: unknown } | undefined;
}

/** Shelves of one sort: all rules, all positions on one subsystem. */
export interface Group {
  readonly shelves: Map<string, Shelf>;
  stamp: number;
}

export type Groups = Map<string, Group>;

/** The shelf an entry belongs on; made when it is the first there. Verdicts (strikes, restores, picks) have none. */
export function shelfOf(groups: Groups, entry: ShelvedEntry): Shelf {
  switch (entry.kind) {
    case 'session-opened':
    case 'session-amended':
    case 'session-adjourned':
      return shelf(groups, entry.kind === 'session-adjourned' ? 'adjourned' : 'meeting', '');
    case 'participant-added':
    case 'participant-amended':
      return shelf(groups, 'participant', entry.who);
    case 'participants-same':
      return shelf(groups, 'same', '');
    case 'attendance-noted':
      return shelf(groups, 'attendance', entry.who);
    case 'subsystem-added':
    case 'subsystem-amended':
      return shelf(groups, 'subsystem', entry.subsystem);
    case 'subsystem-opened':
    case 'subsystem-left':
      return shelf(groups, 'turn', '');
    case 'position-taken':
      return shelf(groups, positionsOn(entry.subsystem), entry.who);
    case 'condition-met':
      return shelf(groups, 'condition', entry.entry);
    case 'rule-proposed':
      return shelf(groups, 'rule', entry.id);
    case 'rule-amended':
      return shelf(groups, 'rule', entry.rule);
    case 'rule-answered':
      return shelf(groups, answersTo(entry.rule, entry.subsystem), entry.who);
    case 'ruling-made':
      return shelf(groups, 'ruling', `${entry.rule} ${entry.subsystem}`);
    case 'objection-raised':
      return shelf(groups, 'objection', entry.id);
    case 'objection-amended':
      return shelf(groups, 'objection', entry.objection);
    case 'objection-settled':
      return shelf(groups, 'settlement', entry.objection);
    case 'objection-disputed':
      return shelf(groups, 'dispute', entry.objection);
    case 'question-raised':
      return shelf(groups, 'question', '');
    case 'question-answered':
      return shelf(groups, 'question-answer', entry.question);
    case 'call-made':
      return shelf(groups, 'call', onKey(entry.on));
    case 'call-reopened':
      return shelf(groups, 'reopening', entry.call);
    case 'poll-opened':
      return shelf(groups, 'poll', '');
    case 'poll-counted':
      return shelf(groups, 'count', entry.poll);
    case 'poll-revealed':
      return shelf(groups, 'reveal', entry.poll);
    case 'queue-joined':
    case 'queue-left':
    case 'queue-closed':
    case 'queue-opened':
    case 'speaker-called':
    case 'speaker-done':
      return shelf(groups, 'queue', '');
    case 'note-taken':
      return shelf(groups, 'note', entry.id);
    case 'note-amended':
      return shelf(groups, 'note', entry.note);
    case 'action-assigned':
      return shelf(groups, 'action', entry.id);
    case 'action-amended':
      return shelf(groups, 'action', entry.action);
    case 'action-done':
    case 'action-dropped':
      return shelf(groups, 'action-end', entry.action);
    case 'quote-pinned':
      return shelf(groups, 'pin', entry.to);
    case 'suggestion-dismissed':
      return shelf(groups, 'dismissal', '');
    case 'slip-answered':
      return shelf(groups, 'slip', entry.entry);
    case 'summary-sent':
      return shelf(groups, 'sent', '');
    default:
      return assertNever(entry);
  }
}

export type Verdict = Extract<Entry, { kind: 'entry-struck' | 'entry-restored' | 'entry-picked' }>;
export type ShelvedEntry = Exclude<Entry, Verdict>;

export function positionsOn(subsystem: string): string {
  return `position ${subsystem}`;
}

/** Answers to a rule at large, or for one subsystem: other registers. */
export function answersTo(rule: string, subsystem?: string): string {
  return subsystem === undefined ? `answer ${rule}` : `answer ${rule} ${subsystem}`;
}

/** One text per thing that an objection, call or question can be on. */
export function onKey(on: On): string {
  if ('rule' in on) return on.subsystem === undefined ? `rule ${on.rule}` : `rule ${on.rule} ${on.subsystem}`;
  if ('subsystem' in on) return `subsystem ${on.subsystem}`;
  return 'call' in on ? `call ${on.call}` : `question ${on.question}`;
}

function shelf(groups: Groups, name: string, key: string): Shelf {
  let group = groups.get(name);
  if (group === undefined) groups.set(name, (group = { shelves: new Map(), stamp: 0 }));
  let found = group.shelves.get(key);
  if (found !== undefined) return found;
  // with all of its fields from the start: of a large record there are a million, and one that gets another is moved
  found = { group, entries: [], stamp: 0, isJudged: false, memory: undefined, reading: undefined };
  group.shelves.set(key, found);
  return found;
}
